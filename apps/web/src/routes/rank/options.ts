import {
  GRADE_RULES,
  type Aggregation,
  type GapRule,
  type GradeRule,
  type NormaliseRule,
  type Weighing,
} from '@permu/metrics'

/** How the address writes each rule of normalisation; figures that are no numbers here stand beside it. */
export const NORMALISE_CODES = {
  mm: { kind: 'min-max' },
  mm1: { kind: 'min-max', to: [1, 100] },
  pct: { kind: 'percentile' },
  z: { kind: 'z-score' },
  rank: { kind: 'rank' },
  borda: { kind: 'borda' },
  best: { kind: 'best' },
  max: { kind: 'max' },
  vec: { kind: 'vector' },
  sum: { kind: 'sum' },
  lin: { kind: 'linear' },
  norm: { kind: 'norm', centre: 'group-mean' },
  normd: { kind: 'norm', centre: 'group-median' },
  goal: { kind: 'goalposts', low: NaN, high: NaN },
  target: { kind: 'target', target: NaN },
  base: { kind: 'base', base: NaN },
} as const satisfies Readonly<Record<string, NormaliseRule>>

export const AGGREGATE_CODES = {
  arith: { kind: 'arithmetic' },
  geo: { kind: 'geometric' },
  harm: { kind: 'harmonic' },
  pow: { kind: 'power', p: NaN },
  copeland: { kind: 'copeland' },
  mpi: { kind: 'mazziotta-pareto' },
  topsis: { kind: 'topsis' },
  coupling: { kind: 'coupling' },
} as const satisfies Readonly<Record<string, Aggregation>>

export const WEIGH_CODES = {
  given: 'given',
  equal: 'equal',
  entropy: 'entropy',
  entraw: 'entropy-raw',
  entmm: 'entropy-min-max',
  critic: 'critic',
  sd: 'deviation',
  sdraw: 'deviation-raw',
  merec: 'merec',
  pca: 'pca',
} as const satisfies Readonly<Record<string, Weighing>>

export const GAP_CODES = {
  exclude: 'exclude',
  reweight: 'reweight',
  mean: 'mean',
  median: 'median',
  gmean: 'group-mean',
  gmedian: 'group-median',
} as const satisfies Readonly<Record<string, GapRule>>

export const TREAT_CODES = { no: null, jrc: {} } as const

export const GRADE_CODES = {
  no: null,
  quarters: GRADE_RULES.quarters,
  fifths: GRADE_RULES.fifths,
} as const satisfies Readonly<Record<string, GradeRule | null>>

/** The choices of the method in the order in which they are applied, by their name in the address. */
export const CHOICE_CODES = {
  treat: TREAT_CODES,
  miss: GAP_CODES,
  n: NORMALISE_CODES,
  wt: WEIGH_CODES,
  agg: AGGREGATE_CODES,
  grade: GRADE_CODES,
} as const

export type ChoiceKey = keyof typeof CHOICE_CODES
export type CodeOf<K extends ChoiceKey> = keyof (typeof CHOICE_CODES)[K] & string

/** What is chosen of the method; null = as the preset says, or the first of the list without one. */
export type MethodChoices = { readonly [K in ChoiceKey]: CodeOf<K> | null }

/** The names of the choices. */
export const CHOICE_KEYS = ['treat', 'miss', 'n', 'wt', 'agg', 'grade'] as const

/** What holds where nothing is chosen and there is no preset. */
export const USUAL_CODES = {
  treat: 'no',
  miss: 'exclude',
  n: 'mm',
  wt: 'given',
  agg: 'arith',
  grade: 'no',
} as const satisfies MethodChoices

/** The codes of one choice. */
export const codesOf = <K extends ChoiceKey>(key: K) => Object.keys(CHOICE_CODES[key])

/** A code of the address, or null where it is unknown; `usual` codes count as left out without a preset. */
export function readCode<K extends ChoiceKey>(
  key: K,
  text: string | null,
  preset: string | null,
): CodeOf<K> | null {
  const codes: object = CHOICE_CODES[key]
  const isCode = (code: string): code is CodeOf<K> => Object.hasOwn(codes, code)
  if (text === null || !isCode(text)) return null
  const usual: string = USUAL_CODES[key]
  return preset === null && text === usual ? null : text
}
