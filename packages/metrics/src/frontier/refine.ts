import { clean, type Basis } from './basis.ts'
import { at } from './entries.ts'
import type { Program } from './program.ts'

/**
 * One step of iterative refinement of values and duals after the basis has been inverted: what the
 * inverse leaves of the equations is solved for once more. It wins back the digits that nearly equal
 * columns cost.
 */
export function refine({ rhs }: Program, basis: Basis): void {
  const { rows, columns, inverse, values, duals, costs, direction: gap } = basis
  for (let i = 0; i < rows; i++) {
    let left = at(rhs, i)
    for (let k = 0; k < rows; k++) left -= at(columns, i * rows + k) * at(values, k)
    gap[i] = left
  }
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < rows; k++) {
      values[i] = at(values, i) + at(inverse, i * rows + k) * at(gap, k)
    }
  }
  for (let k = 0; k < rows; k++) {
    let left = at(costs, k)
    for (let i = 0; i < rows; i++) left -= at(duals, i) * at(columns, i * rows + k)
    gap[k] = left
  }
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < rows; k++) {
      duals[i] = at(duals, i) + at(gap, k) * at(inverse, k * rows + i)
    }
  }
  clean(duals)
}
