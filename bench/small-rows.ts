import { parseArgs } from 'node:util'
import { connect } from '../apps/api/src/database/dialect.pg.pool.ts'
import type { Lease } from '../apps/api/src/database/dialect.pg.connection.ts'
import { openStore, WORKSPACE } from '../apps/api/src/database/store.ts'
import { insertProblems, type ProblemRow } from '../apps/api/src/uploads/queries.ts'

/**
 * How long one transaction takes that stores many small rows: ours, whichever engine the conditions
 * choose, or as one writes it at PostgreSQL. Everything is done once before it is timed.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { way: { type: 'string', default: 'ours' }, rows: { type: 'string', default: '25000' } },
})
const [place = ''] = positionals

const rowsOf = (upload: string): ProblemRow[] =>
  Array.from({ length: Number(values.rows) }, (_, seq) => ({
    ...{ workspace: WORKSPACE, upload, seq, code: 'not-a-number', severity: 'error' },
    ...{ row: seq + 2, column: seq % 16, header: '税收收入(万元)', text: `约 ${String(seq)} 万` },
    ...{ byte: null, params: null },
  }))

const COLUMNS = [
  ...(['workspace', 'upload', 'seq', 'code', 'severity', 'row', 'column', 'header'] as const),
  ...(['text', 'byte', 'params'] as const),
]
const WHOLE = new Set(['seq', 'row', 'column', 'byte'])
const INTO = `insert into problems (${COLUMNS.map((name) => `"${name}"`).join(', ')})`

/** Rows of one statement: there are at most 65,535 places. */
const TOGETHER = 1000

/** A list of places for each row. */
async function byPlaces({ query }: Lease, rows: readonly ProblemRow[]) {
  for (let from = 0; from < rows.length; from += TOGETHER) {
    const some = rows.slice(from, from + TOGETHER)
    const cells = some.flatMap((row) => COLUMNS.map((name) => row[name]))
    const places = some.map((_, i) => {
      return `(${COLUMNS.map((_name, j) => `$${String(i * COLUMNS.length + j + 1)}`).join(', ')})`
    })
    await query(`${INTO} values ${places.join(', ')} on conflict do nothing`, cells)
  }
}

/** A list of values for each column. */
async function byLists({ query }: Lease, rows: readonly ProblemRow[]) {
  const lists = COLUMNS.map((name) => rows.map((row) => row[name]))
  const places = COLUMNS.map((name, i) => {
    return `$${String(i + 1)}::${WHOLE.has(name) ? 'bigint' : 'text'}[]`
  })
  await query(`${INTO} select * from unnest(${places.join(', ')}) on conflict do nothing`, lists)
}

const PEERS: Record<string, typeof byLists> = { places: byPlaces, lists: byLists }

async function ours(rows: readonly ProblemRow[]) {
  const store = await openStore(place)
  const began = performance.now()
  await store.stage((db) => insertProblems(db, rows))
  const seconds = (performance.now() - began) / 1000
  await store.close()
  return seconds
}

async function peers(work: typeof byLists, rows: readonly ProblemRow[]) {
  const connections = connect(place)
  const lease = await connections.lease()
  const began = performance.now()
  await lease.execute('begin; set local synchronous_commit = off')
  await work(lease, rows)
  await lease.execute('commit')
  const seconds = (performance.now() - began) / 1000
  lease.release(false)
  await connections.close()
  return seconds
}

const peer = PEERS[values.way]
const once = (upload: string) =>
  peer === undefined ? ours(rowsOf(upload)) : peers(peer, rowsOf(upload))

await once(`${values.way}-before`)
console.log(JSON.stringify({ seconds: await once(`${values.way}-timed`) }))
