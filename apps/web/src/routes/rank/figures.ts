import type { Aggregation, NormaliseRule } from '@permu/metrics'

/** A figure that a rule takes; null where nothing, or nothing that is a number, was written. */
export type Figure = number | null

/** The figures of a rule in the order in which its fields stand. */
export type Figures = readonly [Figure, Figure]

export const NO_FIGURES: Figures = [null, null]

/** How a field of a rule is filled in. */
export type FieldKind = 'number' | 'optional' | 'flag'

/** The figures that each code takes, by the name of their field; codes without any are not listed. */
export const FIELDS = {
  goal: [
    ['low', 'number'],
    ['high', 'number'],
  ],
  target: [
    ['aim', 'number'],
    ['cut', 'flag'],
  ],
  base: [
    ['base', 'number'],
    ['cap', 'optional'],
  ],
  z: [
    ['mean', 'optional'],
    ['deviation', 'optional'],
  ],
  pow: [['p', 'number']],
} as const satisfies Readonly<Record<string, readonly (readonly [string, FieldKind])[]>>

export type FigureCode = keyof typeof FIELDS

/** Whether a code takes figures. */
export function takesFigures(code: string | null): code is FigureCode {
  return code !== null && Object.hasOwn(FIELDS, code)
}

/** What is wrong with the figures of a code; null where they can be used. */
export type FigureFault = 'bounds' | 'aim' | 'base' | 'cap' | 'deviation' | 'exponent'

// As the API takes them.
const LARGEST_EXPONENT = 100

const CHECKS: Readonly<Record<FigureCode, (figures: Figures) => FigureFault | null>> = {
  goal: ([low, high]) => (low !== null && high !== null && low < high ? null : 'bounds'),
  target: ([aim]) => (aim === null ? 'aim' : null),
  base: ([base, cap]) => {
    if (base === null || base <= 0) return 'base'
    return cap !== null && cap <= 0 ? 'cap' : null
  },
  z: ([, deviation]) => (deviation !== null && deviation <= 0 ? 'deviation' : null),
  pow: ([p]) => (p === null || p === 0 || Math.abs(p) > LARGEST_EXPONENT ? 'exponent' : null),
}

/** Checks the figures of a code by themselves; whether they fit the data shows in the ranking. */
export function figureFault(code: string | null, figures: Figures): FigureFault | null {
  return takesFigures(code) ? CHECKS[code](figures) : null
}

/** A rule of normalisation with its figures; one that lacks them is not a number there. */
export function withFigures(rule: NormaliseRule, [first, second]: Figures): NormaliseRule {
  switch (rule.kind) {
    case 'goalposts':
      return { ...rule, low: first ?? NaN, high: second ?? NaN }
    case 'target':
      return { ...rule, target: first ?? NaN, ...(second === 1 && { cap: true }) }
    case 'base':
      return { ...rule, base: first ?? NaN, ...capOf(second) }
    case 'z-score':
      return { ...rule, ...zFigures([first, second]) }
    default:
      return rule
  }
}

const capOf = (cap: Figure) => (cap === null ? {} : { cap })

const zFigures = ([mean, deviation]: Figures) => ({
  ...(mean !== null && { mean }),
  ...(deviation !== null && { deviation }),
})

/** An aggregation with its exponent. */
export function withExponent(rule: Aggregation, p: Figure): Aggregation {
  return rule.kind === 'power' ? { ...rule, p: p ?? NaN } : rule
}

/** A figure as it was typed: null where it is empty or no number. */
export function readFigure(text: string | null | undefined): Figure {
  const trimmed = text?.trim() ?? ''
  const number = trimmed === '' ? NaN : Number(trimmed)
  return Number.isFinite(number) ? number : null
}

export const printFigure = (figure: Figure): string => (figure === null ? '' : String(figure))
