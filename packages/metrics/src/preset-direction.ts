import type { Better } from './indicator.ts'

// Said once more than in the catalogue, which a page that ranks then need not load whole.
const TARGETS: Readonly<Record<string, Better>> = {
  'land-entitlement': { target: [1, Infinity] },
  'starter-zone-size': { target: [1, 1] },
}

/** What is good in an indicator of a ready method, as its definition has it. */
export const betterInPreset = (indicator: string): Better => TARGETS[indicator] ?? 'more'
