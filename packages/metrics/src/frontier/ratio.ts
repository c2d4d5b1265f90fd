import type { Basis } from './basis.ts'
import { at, indexAt } from './entries.ts'
import { firstArtificial, type Program } from './program.ts'
import type { Rule } from './pricing.ts'

// Directions smaller than this share of the largest are rounding: no pivot for them.
const PIVOT = 1e-11

/** The place of the basic column that leaves when `basis.direction` enters; −1 = none stops it. */
export function leavingRow(program: Program, basis: Basis, rule: Rule): number {
  const least = PIVOT * largest(basis)
  const held = rule.phaseOne ? -1 : heldRow(program, basis, least)
  return held >= 0 ? held : smallestRatio(basis, least, rule.bland)
}

/** Whether the column with this code has to stay at 0 once the program is feasible. */
export function isHeld(program: Program, code: number): boolean {
  if (code >= firstArtificial(program)) return true
  return program.fixed >= 0 && code === program.pool.size + program.fixed
}

function largest({ rows, direction }: Basis): number {
  let most = 0
  for (let i = 0; i < rows; i++) most = Math.max(most, Math.abs(at(direction, i)))
  return most
}

// A basic column that is held at 0 leaves before it could move, in either direction.
function heldRow(program: Program, { rows, codes, direction }: Basis, least: number): number {
  let row = -1
  let most = least
  for (let i = 0; i < rows; i++) {
    const size = Math.abs(at(direction, i))
    if (size <= most || !isHeld(program, indexAt(codes, i))) continue
    most = size
    row = i
  }
  return row
}

// Among equal ratios the largest pivot wins; by Bland's rule, the smallest code.
function smallestRatio(basis: Basis, least: number, bland: boolean): number {
  const { rows, values, direction } = basis
  let row = -1
  let lowest = Infinity
  for (let i = 0; i < rows; i++) {
    const slope = at(direction, i)
    if (slope <= least) continue
    const ratio = Math.max(at(values, i), 0) / slope
    if (ratio > lowest || (ratio === lowest && !winsTie(basis, { i, row, bland }))) continue
    lowest = ratio
    row = i
  }
  return row
}

function winsTie(
  { codes, direction }: Basis,
  { i, row, bland }: { i: number; row: number; bland: boolean },
): boolean {
  if (row < 0) return true
  if (bland) return indexAt(codes, i) < indexAt(codes, row)
  return at(direction, i) > at(direction, row)
}
