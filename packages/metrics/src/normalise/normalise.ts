import { ladderOf, placeOf } from '../compare/competition.ts'
import { at, isFlat, mapPresent, spanOf, sumOf } from '../statistics/array.ts'
import { mean, sampleDeviation } from '../statistics/moments.ts'
import type { Groups } from '../treat/impute.ts'
import { normFor } from './norm.ts'
import type { NormaliseFault, NormaliseRule } from './rule.ts'

/** What is normalised: values (NaN = missing), whether more (1) or less (−1) is good, the group of each zone. */
export interface Normalisable {
  readonly values: Float64Array
  readonly sign: 1 | -1
  readonly groups?: Groups
}

/** Values of which more is better (NaN stays NaN); `flat`: all are equal and discriminate nothing. */
export interface NormalisedColumn {
  readonly values: Float64Array
  readonly flat: boolean
}

type Kind = NormaliseRule['kind']
type RuleOf<K extends Kind> = NormaliseRule & { readonly kind: K }
type Span = ReturnType<typeof spanOf>
type Scales = {
  readonly [K in Kind]: (
    from: Normalisable,
    rule: RuleOf<K>,
    span: Span,
  ) => Float64Array | NormaliseFault
}

const HUNDRED = [0, 100] as const
const WHOLE = { kind: 'min-max', to: [0, 1] } as const

/**
 * Puts a criterion on a scale on which more is better; where all values are equal, flagged, and on the
 * neutral middle of the scale if the rule has no number for them. A fault where the rule is not defined for the values. OECD/JRC,
 * Handbook, 2008, step 5; `vector`, `sum`, `linear`, `max`: Jahan & Edwards, 2015.
 */
export function normaliseColumn(
  from: Normalisable,
  rule: NormaliseRule = { kind: 'min-max' },
): NormalisedColumn | NormaliseFault {
  const span = spanOf(from.values)
  const flat = isFlat(span)
  const neutral = flat ? neutralOf(rule, span) : null
  if (neutral !== null) return { values: mapPresent(from.values, () => neutral), flat }
  const scale = SCALES[rule.kind] as (
    from: Normalisable,
    rule: NormaliseRule,
    span: Span,
  ) => Float64Array | NormaliseFault
  const values = scale(from, rule, span)
  return 'error' in values ? values : { values, flat }
}

const SCALES: Scales = {
  'min-max': ({ values, sign }, { to = HUNDRED }, { min, max }) => {
    // Halved, the range of two huge values of opposite sign stays finite.
    const range = max / 2 - min / 2
    const [low, high] = to
    return sign === 1
      ? mapPresent(values, (x) => low + ((high - low) * (x / 2 - min / 2)) / range)
      : mapPresent(values, (x) => low + ((high - low) * (max / 2 - x / 2)) / range)
  },
  'z-score': ({ values, sign }, { mean: centre = 0, deviation = 1 }) => {
    if (!(deviation > 0)) return { error: 'base-invalid' }
    const [middle, spread] = [mean(values) ?? 0, sampleDeviation(values) ?? 1]
    return mapPresent(values, (x) => centre + (deviation * sign * (x - middle)) / spread)
  },
  percentile: (from, { to = HUNDRED }, { count }) =>
    mapPresent(places(from), (place) => to[0] + ((to[1] - to[0]) * place) / (count - 1)),
  rank: (from) => mapPresent(places(from), (place) => place + 1),
  borda: (from) => places(from),
  goalposts: ({ values, sign }, { low, high, to = HUNDRED }) => {
    if (!(low < high)) return { error: 'base-invalid' }
    return mapPresent(values, (x) => {
      const way = sign === 1 ? (x - low) / (high - low) : (high - x) / (high - low)
      return to[0] + (to[1] - to[0]) * Math.min(1, Math.max(0, way))
    })
  },
  target: ({ values, sign }, { target, cap = false }, { min, max }) => {
    const whole = sign === 1 ? target - min : max - target
    if (!(whole > 0)) return { error: 'base-invalid' }
    return mapPresent(values, (x) => {
      const way = (sign === 1 ? x - min : max - x) / whole
      return cap ? Math.min(1, way) : way
    })
  },
  best: (from, _, span) => SCALES['min-max'](from, WHOLE, span),
  max: ({ values, sign }, _, { min, max }) => {
    if (min < 0) return { error: 'negative-values' }
    return mapPresent(values, (x) => (sign === 1 ? x / max : 1 - x / max))
  },
  vector: ({ values, sign }, _, { min, max }) => {
    // Divided by the largest first, the squares neither overflow nor vanish.
    const largest = Math.max(Math.abs(min), Math.abs(max))
    const norm = Math.sqrt(sumOf(values.map((x) => (x / largest) ** 2)))
    return mapPresent(values, (x) => (sign === 1 ? x / largest / norm : 1 - x / largest / norm))
  },
  sum: ({ values, sign }, _, { min }) => {
    if (min < 0) return { error: 'negative-values' }
    if (sign === -1 && min === 0) return { error: 'zero-values' }
    const shares = sign === 1 ? values : mapPresent(values, (x) => 1 / x)
    const total = sumOf(shares)
    return mapPresent(shares, (x) => x / total)
  },
  linear: ({ values, sign }, _, { min, max }) => {
    if (min < 0) return { error: 'negative-values' }
    if (sign === -1 && min === 0) return { error: 'zero-values' }
    return mapPresent(values, (x) => (sign === 1 ? x / max : min / x))
  },
  base: ({ values, sign }, { base, cap = Infinity }, { min }) => {
    if (!(base > 0 && cap > 0)) return { error: 'base-invalid' }
    if (sign === -1 && min <= 0) return { error: min < 0 ? 'negative-values' : 'zero-values' }
    return mapPresent(values, (x) => 100 * Math.min(cap, sign === 1 ? x / base : base / x))
  },
  norm: ({ values, sign, groups }, { centre }, { min }) => {
    if (!groups) return { error: 'no-groups' }
    if (min < 0) return { error: 'negative-values' }
    if (sign === -1 && min === 0) return { error: 'zero-values' }
    const norms = normFor(values, groups, centre)
    return mapPresent(values, (x, zone) => {
      const ratio = sign === 1 ? x / at(norms, zone) : at(norms, zone) / x
      return Number.isFinite(ratio) ? 100 * ratio : NaN
    })
  },
}

// Places from 0 (worst); ties share the lowest of their places.
function places({ values, sign }: Normalisable): Float64Array {
  const turned = sign === 1 ? values : mapPresent(values, (x) => -x)
  const ladder = ladderOf(turned, (low, high) => (isFlat({ min: low, max: high }) ? Infinity : 0))
  return mapPresent(turned, (x) => ladder.first[placeOf(ladder, x)] ?? NaN)
}

// The middle of the scale; null where a rule means something even for equal values.
function neutralOf(rule: NormaliseRule, { count, min, max }: Span): number | null {
  switch (rule.kind) {
    case 'min-max':
    case 'percentile': {
      const [low, high] = rule.to ?? HUNDRED
      return (low + high) / 2
    }
    case 'z-score':
      return rule.mean ?? 0
    default:
      return NEUTRAL[rule.kind]({ count, zero: min === 0 && max === 0 })
  }
}

interface Flat {
  readonly count: number
  /** All are 0, and nothing can be divided by them. */
  readonly zero: boolean
}

const NEUTRAL: Readonly<
  Record<Exclude<Kind, 'min-max' | 'percentile' | 'z-score'>, (flat: Flat) => number | null>
> = {
  rank: ({ count }) => (count + 1) / 2,
  borda: ({ count }) => (count - 1) / 2,
  sum: ({ count }) => 1 / count,
  target: () => 0.5,
  best: () => 0.5,
  max: ({ zero }) => (zero ? 0.5 : null),
  vector: ({ zero }) => (zero ? 0.5 : null),
  linear: ({ zero }) => (zero ? 0.5 : null),
  goalposts: () => null,
  base: () => null,
  norm: () => null,
}
