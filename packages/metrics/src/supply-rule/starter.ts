import type { SupplyRule } from './rule.ts'

/**
 * Where a planner begins (本项目口径): 350 万元/亩 is what one parcel's notice in Chengdu asked for in
 * 2020; the steps begin at taxes per mu that notices of other places ask for (8 and 20 万元/亩).
 * Factors and rates are the project's own.
 */
export const STARTER_SUPPLY_RULE: SupplyRule = {
  intensity: { unit: '万元/亩', otherwise: 350, industries: [] },
  area: { cap: null, least: 0, step: 1 },
  price: {
    unit: '万元/亩·年',
    steps: [
      { from: 0, factor: 1 },
      { from: 8, factor: 0.95 },
      { from: 20, factor: 0.9 },
    ],
  },
  penalty: { investmentRate: 0.1, taxRate: 1, tolerance: 0.1 },
}
