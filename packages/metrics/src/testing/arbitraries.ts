import * as fc from 'fast-check'
import { columnOf, type Column } from '../column.ts'
import type { Criterion } from '../compare/composite.ts'
import { NORMALISATIONS } from '../compare/normalise.ts'
import { MISSING_RULES } from '../compare/missing.ts'
import { MISSING_REASONS } from '../measure.ts'
import { makeUnit, type Unit, type UnitTerm } from '../unit.ts'
import { ATOMS } from '../units/catalogue.ts'

const writtenScales = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** Any unit that the catalogue can write: one atom, or one over one or two others. */
export const unit: fc.Arbitrary<Unit> = fc
  .tuple(term(1), fc.array(term(-1), { maxLength: 2 }), fc.boolean())
  .map(([above, below, yearly]) =>
    makeUnit([above, ...below.filter(({ atom }) => atom !== '1')], yearly),
  )
  .filter((made) => made !== null)

/** Two units of the same dimension. */
export const comparableUnits: fc.Arbitrary<readonly [Unit, Unit]> = fc
  .tuple(unit, fc.array(fc.constantFrom(...writtenScales), { minLength: 3, maxLength: 3 }))
  .chain(([first, scales]) => {
    const others = first.terms.map((old, k) => sibling(old, scales[k] ?? 0))
    return fc.tuple(...others).map((terms) => [first, makeUnit(terms, first.yearly)] as const)
  })
  .filter((pair): pair is readonly [Unit, Unit] => pair[1] !== null)

/** A quantity as zones report it: not negative, no smaller than a millionth. */
export const quantity = fc.oneof(
  fc.constant(0),
  fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
  fc.integer({ min: 0, max: 50 }),
)

/** A cell that may be missing, for any reason. */
export const cell = fc.oneof(
  { weight: 5, arbitrary: quantity },
  { weight: 1, arbitrary: fc.constantFrom(...MISSING_REASONS) },
)

export function column(size: number, unitOfColumn: Unit | null = null): fc.Arbitrary<Column> {
  return cells(size).map((values) => columnOf(values, unitOfColumn))
}

export function cells(size: number) {
  return fc.array(cell, { minLength: size, maxLength: size })
}

const better = fc.oneof(
  fc.constantFrom('more' as const, 'less' as const),
  fc.constant({ target: [1, 20] as const }),
)

/** One to five criteria over the same zones, with at least one weight above 0. */
export const criteria: fc.Arbitrary<readonly Criterion[]> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }))
  .chain(([zones, count]) =>
    fc.array(
      fc.record({
        id: fc.uuid(),
        weight: fc.integer({ min: 0, max: 100 }),
        better,
        column: column(zones),
      }),
      { minLength: count, maxLength: count },
    ),
  )
  .filter((list) => list.some(({ weight }) => weight > 0))

export const rankOptions = fc.record({
  normalise: fc.constantFrom(...NORMALISATIONS),
  missing: fc.constantFrom(...MISSING_RULES),
})

function term(power: 1 | -1): fc.Arbitrary<UnitTerm> {
  return fc.record({
    atom: fc.constantFrom(...ATOMS.map(({ id }) => id)),
    scale: fc.constantFrom(...writtenScales),
    power: fc.constant(power),
  })
}

function sibling(old: UnitTerm, scale: number): fc.Arbitrary<UnitTerm> {
  const dimension = JSON.stringify(ATOMS.find(({ id }) => id === old.atom)?.dimension)
  const same = ATOMS.filter((atom) => JSON.stringify(atom.dimension) === dimension)
  return fc.constantFrom(...same.map(({ id }) => ({ atom: id, scale, power: old.power })))
}
