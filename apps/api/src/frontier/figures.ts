import type { Column } from '@permu/metrics'
import type { Quantity } from '../contract.ts'
import { splitList, unquote } from '../data/choose.ts'
import type { PeriodTable } from '../data/period-table.ts'
import { columnOf, findQuantities, narrow, toQuantity, type Measured } from '../data/quantities.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { done, failed, type Outcome } from '../problem.ts'

/** Inputs and outputs that a question names. */
export interface Sides {
  readonly inputs: readonly Measured[]
  readonly outputs: readonly Measured[]
}

/** The quantities of a list parameter, in its order. */
export function listed(
  snapshot: Snapshot,
  at: string,
  names: string | undefined,
): Outcome<Measured[]> {
  const found = findQuantities(snapshot, splitList(names).map(unquote))
  if (found.ok) return found
  const { code, detail } = found.fault
  return failed(code, `${at}: ${detail}`, [{ pointer: `/${at}`, message: detail }])
}

const MOST = 20

/** Both sides; nothing may stand in two places. */
export function sidesOf(
  snapshot: Snapshot,
  query: { inputs: string; outputs: string },
): Outcome<Sides> {
  const inputs = listed(snapshot, 'inputs', query.inputs)
  if (!inputs.ok) return inputs
  const outputs = listed(snapshot, 'outputs', query.outputs)
  if (!outputs.ok) return outputs
  const all = [...inputs.value, ...outputs.value]
  const twice = all.find(({ id }, i) => all.findIndex((other) => other.id === id) < i)
  if (twice) {
    const message = `“${twice.id}” stands there twice; an input is no output.`
    return failed('invalid', message, [{ pointer: '/outputs', message }])
  }
  if (all.length > MOST) {
    const message = `At most ${String(MOST)} inputs and outputs together.`
    return failed('invalid', message, [{ pointer: '/inputs', message }])
  }
  return done({ inputs: inputs.value, outputs: outputs.value })
}

/** The columns of one period for the zones that are compared. */
export const columnsOf = (
  measured: readonly Measured[],
  table: PeriodTable,
  zones: readonly number[],
): Column[] => measured.map((m) => narrow(columnOf(m, table), zones))

export const quantitiesOf = (
  measured: readonly Measured[],
  columns: readonly Column[],
): Quantity[] => measured.map((m, i) => toQuantity(m, columns[i]))
