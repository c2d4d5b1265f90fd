import { CONCENTRATION } from '@permu/metrics'

/** How weights are drawn for the intervals; the same address gives the same intervals. */
export interface DrawState {
  readonly draws: number
  readonly seed: number
  /** How closely the drawn weights keep to the chosen ones; `any`: all weights are equally likely. */
  readonly concentration: number | 'any'
}

export const DEFAULT_DRAWS: DrawState = { draws: 1000, seed: 1, concentration: CONCENTRATION }

/** The numbers of draws and concentrations that the page offers. */
export const DRAW_COUNTS = [200, 1000, 2000] as const
export const CONCENTRATIONS = [10, 30, 100, 'any'] as const

const LARGEST_SEED = 2 ** 31 - 1

interface Reader {
  get(name: string): string | null
}

/** Reads `draws`, `seed` and `conc`; what is unknown counts as left out. */
export function readDraws(params: Reader): DrawState {
  const wanted = params.get('conc')
  return {
    draws: DRAW_COUNTS.find((n) => String(n) === params.get('draws')) ?? DEFAULT_DRAWS.draws,
    seed: readSeed(params.get('seed')),
    concentration: CONCENTRATIONS.find((c) => String(c) === wanted) ?? DEFAULT_DRAWS.concentration,
  }
}

function readSeed(text: string | null): number {
  const seed = Number(text === null || text === '' ? NaN : text)
  return Number.isInteger(seed) && seed >= 0 && seed <= LARGEST_SEED ? seed : DEFAULT_DRAWS.seed
}

/** What differs from the default, as parameters. */
export function printDraws(state: DrawState): [string, string | null][] {
  const keys = { draws: 'draws', seed: 'seed', concentration: 'conc' } as const
  return (['draws', 'seed', 'concentration'] as const).map((key) => {
    return [keys[key], state[key] === DEFAULT_DRAWS[key] ? null : String(state[key])]
  })
}
