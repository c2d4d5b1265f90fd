import { GRADE_RULES } from '../grades.ts'
import { PER_MU, speech } from '../indicators/source.ts'
import { HUANGYAN } from '../normalise/bases.ts'
import { betterInPreset } from '../preset-direction.ts'
import { INTENSIVE_LAND_USE } from './land-use.ts'
import type { CompositePreset, MethodLeaf } from './method.ts'

/** A leaf of the catalogue, with the direction that the catalogue gives it. */
function leaf(indicator: string, weight: number): MethodLeaf {
  return { indicator, weight, better: betterInPreset(indicator) }
}

/** Ready methods; where no public text fixes the formula the rule is the project's own. */
export const COMPOSITE_PRESETS: readonly CompositePreset[] = [
  {
    id: 'equal',
    name: { zh: '等权', en: 'Equal weights' },
    method: {
      version: 1,
      of: [
        leaf('investment-intensity', 1),
        leaf('tax-per-land', 1),
        leaf('output-per-land', 1),
        leaf('value-added-per-land', 1),
      ],
    },
    source: [],
    rule: 'project',
  },
  {
    id: 'per-mu-performance',
    name: { zh: '亩均效益（黄岩2022基准）', en: 'Per-mu performance (Huangyan, base of 2022)' },
    method: {
      version: 1,
      of: HUANGYAN.indicators.map(({ indicator, unit, weight, bases }) => ({
        ...leaf(indicator, weight),
        unit,
        normalise: { kind: 'base', base: bases['2022'] },
        // The official rule: a firm without emission data gets the mean of the item.
        ...(indicator === 'emission-productivity' ? { gaps: 'mean' as const } : {}),
      })),
      grade: GRADE_RULES.fifths,
    },
    source: [PER_MU],
    rule: 'sourced',
  },
  INTENSIVE_LAND_USE,
  {
    id: 'dual-linkage',
    name: { zh: '双挂钩', en: 'Dual linkage' },
    method: {
      version: 1,
      of: [
        {
          id: 'investment-and-area',
          name: { zh: '投资强度与供给面积', en: 'investment and area' },
          weight: 1,
          of: [leaf('investment-intensity', 1), leaf('land-entitlement', 1)],
        },
        {
          id: 'tax-and-price',
          name: { zh: '税收贡献与土地价格', en: 'tax and land price' },
          weight: 1,
          of: [leaf('tax-per-land', 1), leaf('land-price-recovery', 1)],
        },
      ],
      aggregate: { kind: 'coupling' },
    },
    source: [speech('投资强度与供给面积、税收贡献与土地价格“双挂钩”')],
    rule: 'project',
  },
  {
    id: 'starter-zone',
    name: { zh: '起步区', en: 'Starter zone' },
    method: {
      version: 1,
      of: [
        leaf('starter-zone-output', 2),
        leaf('starter-zone-build-out', 1),
        leaf('starter-zone-size', 1),
      ],
    },
    source: [speech('明确界定以1平方公里左右为起步区')],
    rule: 'project',
  },
  {
    id: 'tax-only',
    name: { zh: '仅税收', en: 'Tax only' },
    method: { version: 1, of: [leaf('tax-per-land', 1)] },
    source: [],
    rule: 'project',
  },
]
