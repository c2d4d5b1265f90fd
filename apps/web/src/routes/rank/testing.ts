import { composite } from '@permu/metrics'
import type { Quantity, Values } from '@permu/api/client'
import { boardBy } from './board.ts'

/** The board by any method. */
export const buildBoard = boardBy(composite)

/** A small seeded generator (mulberry32), so that a failing case can be run again. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const quantity = (id: string, better: Quantity['better'] = 'more'): Quantity => ({
  id,
  name: { zh: `${id}名`, en: `${id} name` },
  unit: '万元',
  better,
  kind: 'field',
})

/** Four zones with tax and land; 丁 has no tax. 甲 leads in tax, 丙 in land. */
export const VALUES: Values = {
  period: '2023',
  dataVersion: '1',
  indicators: [quantity('tax'), quantity('land')],
  zones: ['甲', '乙', '丙', '丁'].map((name, i) => ({
    id: `z${String(i + 1)}`,
    name,
    type: i < 2 ? '制造' : '服务',
  })),
  values: [
    [30, 1],
    [20, 2],
    [10, 3],
    [null, 4],
  ],
  missing: [{ zone: 'z4', indicator: 'tax', reason: 'suppressed', fields: ['tax'] }],
}

/** Twelve zones and three quantities, drawn with a seed; z12 has no third. */
export function manyZones(seed: number): Values {
  const random = seeded(seed)
  const zones = Array.from({ length: 12 }, (_, i) => `z${String(i + 1)}`)
  const values = zones.map((_, i) => {
    return ['tax', 'land', 'people'].map((id) => {
      return id === 'people' && i === 11 ? null : Math.round(1000 * random()) / 10
    })
  })
  return {
    ...VALUES,
    indicators: [quantity('tax'), quantity('land'), quantity('people', 'less')],
    zones: zones.map((id, i) => ({ id, name: `区${id}`, type: i % 2 === 0 ? '制造' : '服务' })),
    values,
    missing: [{ zone: 'z12', indicator: 'people', reason: 'not-reported', fields: ['people'] }],
  }
}

/** Equal weights on all three of {@link manyZones}. */
export const THREE = ['tax', 'land', 'people'].map((id) => ({ id, weight: 1 }))
