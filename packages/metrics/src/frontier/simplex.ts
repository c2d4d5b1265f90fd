import {
  costOf,
  exchange,
  loadColumn,
  multiply,
  objectiveOf,
  refactorise,
  updateDuals,
  type Basis,
} from './basis.ts'
import { dualObjective, isCertified } from './certify.ts'
import { at, indexAt } from './entries.ts'
import { priceAll, priceKnown, type Entering, type Rule } from './pricing.ts'
import { admit, firstArtificial, type Program, type ProgramStatus } from './program.ts'
import { leavingRow } from './ratio.ts'
import { refine } from './refine.ts'
import { repair } from './repair.ts'

const STALLED_BEFORE_BLAND = 25
const PIVOTS_BEFORE_REFACTORING = 50
const MOST_PIVOTS = 5000
const MOST_REPAIRS = 20
// What the artificial columns may leave uncovered of right-hand sides of about 1.
const FEASIBLE = 1e-9
const PROGRESS = 1e-13
// Reduced costs below these shares of their terms are rounding: of refined duals, and of others.
const REFINED = 1e-13
const ROUGH = 1e-11

interface Phase {
  readonly one: boolean
  readonly cautious: boolean
}

/**
 * Solves a program by the revised simplex method and leaves the solution in `basis`: codes, values
 * and duals. What cannot be proved optimal is solved again from scratch by Bland's rule, and is
 * `numerical` if that fails as well.
 *
 * Bland 1977, New finite pivoting rules for the simplex method; Dantzig & Orchard-Hays 1954.
 */
export function minimise(program: Program, basis: Basis): ProgramStatus {
  const first = attempt(program, basis, false)
  return first === 'optimal' || first === 'infeasible' ? first : attempt(program, basis, true)
}

/** Goes on from the basis of a program with the same columns whose solution is feasible in this one. */
export function resume(program: Program, basis: Basis): ProgramStatus {
  if (refactorise(program, basis)) {
    setCosts(program, basis, false)
    if (optimise(program, basis, false) === 'optimal') return 'optimal'
  }
  return minimise(program, basis)
}

function attempt(program: Program, basis: Basis, cautious: boolean): ProgramStatus {
  if (program.start === null) {
    const first = findFeasible(program, basis, cautious)
    if (first !== 'optimal') return first
  } else {
    basis.codes.set(program.start)
    if (!refactorise(program, basis)) return 'numerical'
  }
  setCosts(program, basis, false)
  return optimise(program, basis, cautious)
}

function optimise(program: Program, basis: Basis, cautious: boolean): ProgramStatus {
  let status = descend(program, basis, { one: false, cautious })
  for (let k = 0; k < MOST_REPAIRS && status === 'optimal' && repair(program, basis); k++) {
    status = descend(program, basis, { one: false, cautious })
  }
  return status === 'optimal' && !isCertified(program, basis) ? 'numerical' : status
}

function findFeasible(program: Program, basis: Basis, cautious: boolean): ProgramStatus {
  startFromUnits(program, basis)
  if (!refactorise(program, basis)) return 'numerical'
  setCosts(program, basis, true)
  if (objectiveOf(basis) === 0) return 'optimal'
  const status = descend(program, basis, { one: true, cautious })
  if (status !== 'optimal') return 'numerical'
  if (objectiveOf(basis) <= FEASIBLE) return 'optimal'
  // All columns have been priced: duals above 0 here separate the right-hand side from what they
  // reach (Farkas), and the duals are left in the basis as the certificate.
  return dualObjective(program, basis) > FEASIBLE ? 'infeasible' : 'numerical'
}

// A row starts with an own unit column of the right sign where there is one, else an artificial one.
function startFromUnits(program: Program, basis: Basis): void {
  const { rows, rhs } = program
  for (let i = 0; i < rows; i++) {
    basis.signs[i] = at(rhs, i) < 0 ? -1 : 1
    basis.codes[i] = firstArtificial(program) + i
  }
  for (let k = program.ownCosts.length - 1; k >= 0; k--) {
    const row = unitRow(program, k)
    if (row < 0 || k === program.fixed) continue
    const fits = at(rhs, row) === 0 || at(rhs, row) > 0 === at(program.own, k * rows + row) > 0
    if (fits) basis.codes[row] = program.pool.size + k
  }
}

function unitRow({ rows, own }: Program, k: number): number {
  let row = -1
  for (let i = 0; i < rows; i++) {
    if (at(own, k * rows + i) === 0) continue
    if (row >= 0) return -1
    row = i
  }
  return row
}

function setCosts(program: Program, { rows, codes, costs }: Basis, phaseOne: boolean): void {
  for (let i = 0; i < rows; i++) {
    const code = indexAt(codes, i)
    const artificial = code >= firstArtificial(program) ? 1 : 0
    costs[i] = phaseOne ? artificial : costOf(program, code)
  }
}

type Descent = 'optimal' | 'unbounded' | 'numerical'

function descend(program: Program, basis: Basis, phase: Phase): Descent {
  let stalled = 0
  for (let pivots = 1; pivots <= MOST_PIVOTS; pivots++) {
    const bland = phase.cautious || stalled >= STALLED_BEFORE_BLAND
    const gain = move(program, basis, { phaseOne: phase.one, bland, tolerance: ROUGH })
    if (typeof gain === 'string') return gain
    stalled = advances(basis, gain) ? 0 : stalled + 1
    const due = phase.cautious || pivots % PIVOTS_BEFORE_REFACTORING === 0
    if (due && !refactorise(program, basis)) return 'numerical'
  }
  return 'numerical'
}

// One pivot, and what it gains. That no column improves, or that nothing stops one, is said only after
// all columns have been priced by a fresh inverse and refined duals.
function move(program: Program, basis: Basis, rule: Rule): number | Descent {
  updateDuals(basis)
  const known = priceKnown(program, basis, rule)
  const gain = known.code < 0 ? null : pivot(program, basis, { entering: known, rule })
  if (gain !== null) return gain
  if (!refactorise(program, basis)) return 'numerical'
  updateDuals(basis)
  refine(program, basis)
  const tolerance = rule.bland ? ROUGH : REFINED
  const entering = priceAll(program, basis, { ...rule, tolerance })
  if (entering.code < 0) return 'optimal'
  if (entering.code < program.pool.size) admit(program.pool, entering.code)
  return pivot(program, basis, { entering, rule }) ?? 'unbounded'
}

function advances(basis: Basis, gain: number): boolean {
  return gain > PROGRESS * Math.max(1, Math.abs(objectiveOf(basis)))
}

function pivot(
  program: Program,
  basis: Basis,
  { entering, rule }: { entering: Entering; rule: Rule },
): number | null {
  loadColumn(program, basis, entering.code)
  multiply(basis, basis.column, basis.direction)
  const row = leavingRow(program, basis, rule)
  if (row < 0) return null
  const cost = rule.phaseOne ? 0 : costOf(program, entering.code)
  return -exchange(basis, row, { code: entering.code, cost }) * entering.reducedCost
}
