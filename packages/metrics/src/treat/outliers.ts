import { at, isFlat, mapPresent, presentOf, spanOf } from '../statistics/array.ts'
import { kurtosis, skewness } from '../statistics/moments.ts'

/** When a distribution is too skewed, and what is done then; what is left out has the value of the JRC. */
export interface TreatRule {
  /** |G1| below this passes; 2. */
  readonly skewness?: number
  /** G2 below this passes; 3.5. */
  readonly kurtosis?: number
  /** How many values may be moved to their neighbour before the logarithm is tried; 5. */
  readonly points?: number
  /** Whether the logarithm is tried at all; true. */
  readonly log?: boolean
}

/** The shape of a distribution and whether it passes. */
export interface ShapeCheck {
  readonly skewness: number | null
  readonly kurtosis: number | null
  readonly pass: boolean
}

/**
 * An indicator before and after. `points` are the zones whose value was moved; `method` is `log` when
 * all values were replaced; `too-few`: fewer than four values, or all equal, and nothing was tested.
 */
export interface Treated {
  readonly values: Float64Array
  readonly method: 'none' | 'winsorised' | 'log' | 'too-few'
  readonly points: readonly number[]
  readonly before: ShapeCheck
  readonly after: ShapeCheck
}

/** Whether a distribution (NaN = missing) passes: |G1| < 2 or G2 < 3.5; it passes where neither is defined. */
export function checkShape(values: Float64Array, rule: TreatRule = {}): ShapeCheck {
  const [skew, kurt] = [skewness(values), kurtosis(values)]
  const pass =
    skew === null ||
    kurt === null ||
    Math.abs(skew) < (rule.skewness ?? 2) ||
    kurt < (rule.kurtosis ?? 3.5)
  return { skewness: skew, kurtosis: kurt, pass }
}

/**
 * Moves the most extreme values (NaN = missing) to the next one until the distribution passes, ties
 * together; where that takes more than the allowed points, takes the logarithm of the values instead.
 * The test and the order of means: Becker et al., COIN Tool User Guide, JRC, 2019.
 */
export function treatOutliers(values: Float64Array, rule: TreatRule = {}): Treated {
  const before = checkShape(values, rule)
  const untouched = { values, points: [], before, after: before }
  if (presentOf(values).length < 4 || isFlat(spanOf(values))) {
    return { ...untouched, method: 'too-few' }
  }
  if (before.pass) return { ...untouched, method: 'none' }
  const moved = winsorise(values, rule)
  const after = checkShape(moved.values, rule)
  if (after.pass || rule.log === false) return { ...moved, method: 'winsorised', before, after }
  const logged = logarithm(values, (before.skewness ?? 0) >= 0)
  const shape = checkShape(logged, rule)
  return { values: logged, method: 'log', points: [], before, after: shape }
}

function winsorise(
  values: Float64Array,
  rule: TreatRule,
): { values: Float64Array; points: number[] } {
  const moved = values.slice()
  const points = new Set<number>()
  for (;;) {
    const shape = checkShape(moved, rule)
    if (shape.pass || points.size >= (rule.points ?? 5)) break
    for (const i of moveExtreme(moved, (shape.skewness ?? 0) >= 0)) points.add(i)
  }
  return { values: moved, points: [...points].sort((a, b) => a - b) }
}

// Sets all values at the upper (or lower) end to the next one, and says which.
function moveExtreme(values: Float64Array, upper: boolean): number[] {
  const { min, max } = spanOf(values)
  const extreme = upper ? max : min
  let next = upper ? -Infinity : Infinity
  const found: number[] = []
  values.forEach((value, i) => {
    if (value === extreme) found.push(i)
    else if (!Number.isNaN(value)) next = upper ? Math.max(next, value) : Math.min(next, value)
  })
  for (const i of found) values[i] = next
  return found
}

// A hundredth of the range keeps the smallest value away from ln 0; a left tail is turned over and back.
function logarithm(values: Float64Array, rightTail: boolean): Float64Array {
  const { min, max } = spanOf(values)
  const shift = 0.01 * (max - min)
  return mapPresent(values, (value) =>
    rightTail ? Math.log(value - min + shift) : -Math.log(max + shift - value),
  )
}

/** A cell that treatment changed. */
export interface TreatedCell {
  readonly zone: number
  readonly criterion: number
  readonly before: number
  readonly after: number
  readonly why: 'winsorised' | 'log'
}

/** The cells of a criterion that a treatment changed, in the order of zones. */
export function treatedCells(
  criterion: number,
  before: Float64Array,
  { values, method }: Treated,
): TreatedCell[] {
  if (method !== 'winsorised' && method !== 'log') return []
  return [...before.keys()].flatMap((zone) => {
    const [from, to] = [at(before, zone), at(values, zone)]
    if (Number.isNaN(from) || from === to) return []
    return [{ zone, criterion, before: from, after: to, why: method }]
  })
}
