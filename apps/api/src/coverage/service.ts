import { setImmediate } from 'node:timers/promises'
import type { Coverage, FieldCoverage } from '../contract.ts'
import { reasonName, type PeriodTable } from '../data/period-table.ts'
import { findQuantity } from '../data/quantities.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { done, failed, type Outcome } from '../problem.ts'

/** How many zones a field has a number of in one period, and how many a stated gap. */
function countOf(table: PeriodTable, field: string): { values: number; missing: number } {
  const column = table.columns.get(field)
  let [values, missing] = [0, 0]
  for (let zone = 0; column && zone < table.size; zone++) {
    if (column.layer[zone] === -1) continue
    if (column.reasons[zone] === 0) values++
    else missing++
  }
  return { values, missing }
}

const kept = new WeakMap<Snapshot, Promise<Coverage>>()

/** Field × period of a snapshot; counted once a data version. */
export function coverageOf(snapshot: Snapshot): Promise<Coverage> {
  const coverage = kept.get(snapshot) ?? count(snapshot)
  kept.set(snapshot, coverage)
  return coverage
}

async function count(snapshot: Snapshot): Promise<Coverage> {
  const fields = [...snapshot.fields.values()].filter(({ hasData }) => hasData)
  const rows = fields.map(({ id, name }) => {
    return { id, name, values: [] as number[], missing: [] as number[] }
  })
  for (const period of snapshot.periods) {
    const table = await snapshot.table(period)
    for (const row of rows) {
      const { values, missing } = countOf(table, row.id)
      row.values.push(values)
      row.missing.push(missing)
    }
    await setImmediate()
  }
  const { version, periods, zones } = snapshot
  return { dataVersion: String(version), periods: [...periods], zones: zones.length, fields: rows }
}

function stateOf(table: PeriodTable, field: string, zone: number): string {
  const column = table.columns.get(field)
  if (!column || column.layer[zone] === -1) return 'none'
  return reasonName(column.reasons[zone] ?? 1) ?? 'value'
}

/** Zone × period for one field. */
export async function fieldCoverageOf(
  snapshot: Snapshot,
  name: string,
): Promise<Outcome<FieldCoverage>> {
  const found = findQuantity(snapshot, name)
  const field = found?.of === 'field' ? found : null
  if (field === null) return failed('not-found', 'There is no such field.')
  const cells: string[][] = snapshot.zones.map(() => [])
  for (const period of snapshot.periods) {
    const table = await snapshot.table(period)
    for (const [zone, row] of cells.entries()) row.push(stateOf(table, field.id, zone))
    await setImmediate()
  }
  return done({
    dataVersion: String(snapshot.version),
    field: { id: field.id, name: field.name },
    periods: [...snapshot.periods],
    zones: snapshot.zones.map(({ id, name: zone }, i) => ({
      id,
      name: zone,
      cells: cells[i] ?? [],
    })),
  })
}
