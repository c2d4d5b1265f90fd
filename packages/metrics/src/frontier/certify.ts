import { objectiveOf, type Basis } from './basis.ts'
import { at, indexAt } from './entries.ts'
import type { Program } from './program.ts'
import { isHeld } from './ratio.ts'

// Rows are scaled to right-hand sides of about 1, so that these are relative as well.
const RESIDUAL = 1e-9
const GAP = 1e-8

/**
 * Whether the basic solution, its values below 0 put to 0, meets every row, leaves held columns at 0
 * and has the objective of its duals. That no column improves it has been shown by pricing them all.
 */
export function isCertified(program: Program, basis: Basis): boolean {
  const { rows, codes, values } = basis
  for (let i = 0; i < rows; i++) {
    const value = Math.max(at(values, i), 0)
    if (isHeld(program, indexAt(codes, i)) && value > RESIDUAL) return false
    values[i] = value
  }
  const objective = objectiveOf(basis)
  const gap = Math.abs(objective - dualObjective(program, basis))
  return residual(program, basis) <= RESIDUAL && gap <= GAP * Math.max(1, Math.abs(objective))
}

/** Σ dual × right-hand side. */
export function dualObjective({ rhs }: Program, { rows, duals }: Basis): number {
  let sum = 0
  for (let i = 0; i < rows; i++) sum += at(rhs, i) * at(duals, i)
  return sum
}

// The largest gap between a row and its right-hand side, as a share of the terms in the row.
function residual({ rhs }: Program, { rows, columns, values }: Basis): number {
  let most = 0
  for (let i = 0; i < rows; i++) {
    let gap = at(rhs, i)
    let terms = 1
    for (let k = 0; k < rows; k++) {
      const term = at(columns, i * rows + k) * at(values, k)
      gap -= term
      terms = Math.max(terms, Math.abs(term))
    }
    most = Math.max(most, Math.abs(gap) / terms)
  }
  return most
}
