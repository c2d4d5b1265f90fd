import type { Text } from '../field.ts'
import type { Indicator } from '../indicator.ts'
import { EFFICIENCY_INDICATORS } from './efficiency.ts'
import { INVESTMENT_INDICATORS } from './investment.ts'
import { LAND_INDICATORS } from './land.ts'
import { LIFE_INDICATORS } from './life.ts'
import { STARTER_INDICATORS } from './starter.ts'

/** The families that indicators are grouped in, in the order of display. */
export const FAMILIES: readonly { readonly id: string; readonly name: Text }[] = [
  { id: 'dual-linkage', name: { zh: '双挂钩', en: 'Dual linkage' } },
  { id: 'starter-zone', name: { zh: '起步区', en: 'Starter zone' } },
  { id: 'output', name: { zh: '亩均产出', en: 'Output of land' } },
  { id: 'efficiency', name: { zh: '投入产出效率', en: 'Input–output efficiency' } },
  { id: 'land-use', name: { zh: '土地集约利用', en: 'Intensity of land use' } },
  { id: 'platform', name: { zh: '供平台', en: 'Platforms' } },
  { id: 'community', name: { zh: '产业社区', en: 'Industrial community' } },
  { id: 'ecosystem', name: { zh: '产业生态', en: 'Industrial ecosystem' } },
  { id: 'raw', name: { zh: '原始字段', en: 'Raw fields' } },
]

/** All indicators of the catalogue. */
export const INDICATORS: readonly Indicator[] = [
  ...INVESTMENT_INDICATORS,
  ...STARTER_INDICATORS,
  ...EFFICIENCY_INDICATORS,
  ...LAND_INDICATORS,
  ...LIFE_INDICATORS,
]

const BY_ID = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]))

/** The indicator with this id; undefined when there is none. */
export function indicatorById(id: string): Indicator | undefined {
  return BY_ID.get(id)
}
