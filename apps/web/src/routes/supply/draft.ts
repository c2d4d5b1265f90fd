import type { SupplyRule } from '@permu/api/client'

/** A rule while it is edited: numbers as they are typed. */
export interface Draft {
  unit: string
  otherwise: number | null
  industries: { industry: string; required: number | null }[]
  cap: number | null
  least: number | null
  step: number | null
  priceUnit: string
  steps: { from: number | null; factor: number | null }[]
  investmentRate: number | null
  taxRate: number | null
  tolerance: number | null
}

/** A rule as its form shows it. */
export function draftOf({ intensity, area, price, penalty }: SupplyRule): Draft {
  return {
    unit: intensity.unit,
    otherwise: intensity.otherwise,
    industries: intensity.industries.map((one) => ({ ...one })),
    ...area,
    priceUnit: price.unit,
    steps: price.steps.map((one) => ({ ...one })),
    ...penalty,
  }
}

// A field that is left empty is no number; the API says which one.
const number = (value: number | null) => value ?? Number.NaN

/** The rule that a form says; what is empty becomes NaN, which no rule accepts, but for the cap. */
export function ruleOf(draft: Draft): SupplyRule {
  const { unit, otherwise, industries, cap, least, step, priceUnit, steps } = draft
  return {
    intensity: {
      unit: unit.trim(),
      otherwise: number(otherwise),
      industries: industries
        .filter(({ industry, required }) => industry.trim() !== '' || required !== null)
        .map(({ industry, required }) => ({
          industry: industry.trim(),
          required: number(required),
        })),
    },
    area: { cap, least: number(least), step: number(step) },
    price: {
      unit: priceUnit,
      steps: steps
        .map(({ from, factor }) => ({ from: number(from), factor: number(factor) }))
        .toSorted((a, b) => a.from - b.from),
    },
    penalty: {
      investmentRate: number(draft.investmentRate),
      taxRate: number(draft.taxRate),
      tolerance: number(draft.tolerance),
    },
  }
}

/** The rule in an exported file; null where the text is none. */
export function importedRule(text: string): { rule: unknown; note: string } | null {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null || !('rule' in body)) return null
    const note = 'note' in body && typeof body.note === 'string' ? body.note : ''
    return { rule: body.rule, note }
  } catch {
    return null
  }
}
