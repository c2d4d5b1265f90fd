import { ladderOf, placeOf } from './competition.ts'

/** How the values of a criterion become comparable with those of another. */
export const NORMALISATIONS = ['min-max', 'percentile', 'z-score', 'rank', 'vector'] as const

/** One of {@link NORMALISATIONS}. */
export type Normalisation = (typeof NORMALISATIONS)[number]

export interface Normalised {
  /** More is better; NaN stays NaN. */
  readonly values: Float64Array
  /** Whether all values are equal: they are then neutral and discriminate nothing. */
  readonly flat: boolean
}

// Values that differ by rounding of the last digits only are equal: min–max would spread them over 0–1.
const ROUNDING = 1e-12

/** Scores of min–max, percentile and vector run to 100; those of z-score and rank keep their own scale. */
export function scoreScale(normalisation: Normalisation): number {
  return normalisation === 'z-score' || normalisation === 'rank' ? 1 : 100
}

/** Puts values on a common scale; `sign` −1 turns them over first. Zero range gives the neutral value. */
export function normalise(
  values: Float64Array,
  sign: 1 | -1,
  normalisation: Normalisation,
): Normalised {
  const span = spanOf(values)
  if (span.max - span.min <= rounding(span.min, span.max)) {
    const neutral = neutralOf(normalisation, span.count)
    return { values: mapped(values, () => neutral), flat: true }
  }
  return { values: SCALES[normalisation](values, sign, span), flat: false }
}

function rounding(low: number, high: number): number {
  return ROUNDING * Math.max(Math.abs(low), Math.abs(high))
}

interface Span {
  readonly min: number
  readonly max: number
  readonly count: number
}

type Rescale = (values: Float64Array, sign: 1 | -1, span: Span) => Float64Array

const SCALES: Readonly<Record<Normalisation, Rescale>> = {
  'min-max': (values, sign, { min, max }) => {
    // Halved, the range of two huge values of opposite sign stays finite.
    const range = max / 2 - min / 2
    return sign === 1
      ? mapped(values, (value) => (value / 2 - min / 2) / range)
      : mapped(values, (value) => (max / 2 - value / 2) / range)
  },
  percentile: (values, sign, { count }) => {
    return mapped(places(values, sign), (place) => place / (count - 1))
  },
  rank: (values, sign) => mapped(places(values, sign), (place) => place + 1),
  'z-score': (values, sign, span) => {
    const mean = meanOf(values, span.count)
    const squares = sum(values, (value) => (value - mean) ** 2)
    const deviation = Math.sqrt(squares / (span.count - 1))
    return mapped(values, (value) => (sign * (value - mean)) / deviation)
  },
  vector: (values, sign) => {
    const norm = Math.sqrt(sum(values, (value) => value ** 2))
    return mapped(values, (value) => (sign === 1 ? value / norm : 1 - value / norm))
  },
}

// Places from 0 (worst); ties share the lowest of their places.
function places(values: Float64Array, sign: 1 | -1): Float64Array {
  const turned = sign === 1 ? values : mapped(values, (value) => -value)
  const ladder = ladderOf(turned, rounding)
  return mapped(turned, (value) => ladder.first[placeOf(ladder, value)] ?? NaN)
}

function mapped(values: Float64Array, change: (value: number) => number): Float64Array {
  const result = new Float64Array(values.length)
  for (let i = 0; i < result.length; i++) {
    const value = values[i] ?? NaN
    result[i] = Number.isNaN(value) ? NaN : change(value)
  }
  return result
}

function neutralOf(normalisation: Normalisation, count: number): number {
  if (normalisation === 'z-score') return 0
  return normalisation === 'rank' ? (count + 1) / 2 : 0.5
}

function spanOf(values: Float64Array): Span {
  let min = Infinity
  let max = -Infinity
  let count = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    if (value < min) min = value
    if (value > max) max = value
    count++
  }
  return count === 0 ? { min: 0, max: 0, count } : { min, max, count }
}

function meanOf(values: Float64Array, count: number): number {
  return sum(values, (value) => value / count)
}

function sum(values: Float64Array, term: (value: number) => number): number {
  let total = 0
  for (const value of values) if (!Number.isNaN(value)) total += term(value)
  return total
}
