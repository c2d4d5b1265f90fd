/** A formula as data. `rescale` is relative to the set of zones: min–max over those that have a value. */
export type Formula =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'divide'; readonly numerator: Formula; readonly denominator: Formula }
  | { readonly kind: 'multiply'; readonly factors: readonly Formula[] }
  | { readonly kind: 'sum'; readonly terms: readonly Formula[] }
  | { readonly kind: 'subtract'; readonly from: Formula; readonly minus: Formula }
  | { readonly kind: 'entropy'; readonly parts: readonly Formula[] }
  | { readonly kind: 'coordination'; readonly parts: readonly Formula[] }
  | { readonly kind: 'rescale'; readonly of: Formula; readonly into: readonly [number, number] }

export function field(id: string): Formula {
  return { kind: 'field', field: id }
}

export function divide(numerator: Formula, denominator: Formula): Formula {
  return { kind: 'divide', numerator, denominator }
}

export function share(part: string, whole: string): Formula {
  return divide(field(part), field(whole))
}

export function formulaChildren(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'field':
    case 'constant':
      return []
    case 'divide':
      return [formula.numerator, formula.denominator]
    case 'multiply':
      return formula.factors
    case 'sum':
      return formula.terms
    case 'subtract':
      return [formula.from, formula.minus]
    case 'entropy':
    case 'coordination':
      return formula.parts
    case 'rescale':
      return [formula.of]
  }
}

/** The ids of the fields in a formula, in reading order, each once. */
export function formulaFields(formula: Formula): string[] {
  if (formula.kind === 'field') return [formula.field]
  return [...new Set(formulaChildren(formula).flatMap(formulaFields))]
}

/** Whether a formula needs the other zones: its value for one zone alone is `not-applicable`. */
export function isSetRelative(formula: Formula): boolean {
  return formula.kind === 'rescale' || formulaChildren(formula).some(isSetRelative)
}
