import Sqlite from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPeak } from './server.ts'

/**
 * As fast as one writer can store rows of two ids and ten numbers that are in memory already: the
 * limit of every path that keeps a row a row.
 */

const ROWS = Number(process.argv[2] ?? 1_000_000)
const WIDTH = 12
const TOGETHER = 16

const values = Float64Array.from({ length: 4096 * WIDTH }, (_, i) => ((i * 7919) % 100_003) / 100)
const folder = mkdtempSync(join(tmpdir(), 'permu-insert-'))
const database = new Sqlite(join(folder, 'peer.db'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = NORMAL')
const columns = Array.from(
  { length: WIDTH },
  (_, i) => `c${String(i)} ${i < 2 ? 'INTEGER' : 'REAL'}`,
)
database.exec(`CREATE TABLE t(${columns.join(', ')})`)
const places = `(${columns.map(() => '?').join(', ')})`
const insert = database.prepare(`INSERT INTO t VALUES ${Array(TOGETHER).fill(places).join(', ')}`)

const began = performance.now()
const cells: number[] = []
database.exec('BEGIN')
for (let row = 0; row < ROWS; row += TOGETHER) {
  const from = (row % 4096) * WIDTH
  for (let i = 0; i < TOGETHER * WIDTH; i++) cells[i] = values[from + i] ?? 0
  for (let i = 0; i < TOGETHER; i++) {
    cells[i * WIDTH] = Math.floor((row + i) / 40)
    cells[i * WIDTH + 1] = (row + i) % 40
  }
  insert.run(cells)
}
database.exec('COMMIT')
database.pragma('wal_checkpoint(TRUNCATE)')
const seconds = (performance.now() - began) / 1000
database.close()
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify({ seconds, peak: readPeak('self') }))
