import { NUMBER, sameDimension, timesDimension, type Dimension } from './dimension.ts'
import { fieldById } from './fields/catalogue.ts'
import { formulaChildren, type Formula } from './formula.ts'

/**
 * The dimension that follows from a formula and the units of the built-in fields. Throws on an
 * unknown field, and where terms that are added have different dimensions: both are a programmer's errors.
 */
export function formulaUnitDimension(formula: Formula): Dimension {
  if (formula.kind === 'field') return fieldDimension(formula.field)
  const children = formulaChildren(formula).map(formulaUnitDimension)
  switch (formula.kind) {
    case 'constant':
      return NUMBER
    case 'divide':
      return children.reduce((above, below) => timesDimension(above, below, -1))
    case 'multiply':
      return children.reduce((product, factor) => timesDimension(product, factor))
    case 'sum':
    case 'subtract':
      return common(children)
    case 'entropy':
    case 'coordination':
    case 'rescale':
      common(children)
      return NUMBER
  }
}

function fieldDimension(id: string): Dimension {
  const unit = fieldById(id)?.unit
  if (!unit) throw new Error(`No built-in field ${id}`)
  return unit.dimension
}

function common(dimensions: readonly Dimension[]): Dimension {
  const [first = NUMBER, ...rest] = dimensions
  if (!rest.every((other) => sameDimension(first, other))) {
    throw new Error('A sum of different dimensions')
  }
  return first
}
