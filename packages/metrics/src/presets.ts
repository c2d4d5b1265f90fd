import type { Method, MethodCriterion, Preset } from './method.ts'
import { betterInPreset } from './preset-direction.ts'

function criteria(weights: Readonly<Record<string, number>>): MethodCriterion[] {
  return Object.entries(weights).map(([indicator, weight]) => {
    return { indicator, weight, better: betterInPreset(indicator) }
  })
}

/** Ready choices of criteria; the weights of `per-mu-performance` are those of Huangyan for large firms. */
export const PRESETS: readonly Preset[] = [
  {
    id: 'equal',
    name: { zh: '等权', en: 'Equal weights' },
    criteria: criteria({
      'investment-intensity': 1,
      'tax-per-land': 1,
      'output-per-land': 1,
      'value-added-per-land': 1,
    }),
  },
  {
    id: 'per-mu-performance',
    name: { zh: '亩均效益', en: 'Per-mu performance' },
    criteria: criteria({
      'tax-per-land': 30,
      'value-added-per-land': 20,
      'energy-productivity': 20,
      'emission-productivity': 10,
      'labour-productivity': 10,
      'rd-intensity': 10,
    }),
  },
  {
    id: 'tax-only',
    name: { zh: '仅税收', en: 'Tax only' },
    criteria: criteria({ 'tax-per-land': 1 }),
  },
  {
    id: 'dual-linkage',
    name: { zh: '双挂钩', en: 'Dual linkage' },
    criteria: criteria({
      'investment-intensity': 1,
      'tax-per-land': 1,
      'land-price-recovery': 1,
      'land-entitlement': 1,
    }),
  },
  {
    id: 'starter-zone',
    name: { zh: '起步区', en: 'Starter zone' },
    criteria: criteria({
      'starter-zone-output': 2,
      'starter-zone-build-out': 1,
      'starter-zone-size': 1,
    }),
  },
]

/**
 * The method before anybody chooses one: investment and tax per unit of land (the dual linkage of the
 * speech), equal weights, min–max, and no rank for a zone that lacks one of them.
 */
export const DEFAULT_METHOD: Method = {
  criteria: criteria({ 'investment-intensity': 1, 'tax-per-land': 1 }),
  normalise: 'min-max',
  aggregate: 'arithmetic',
  missing: 'exclude',
}
