import Sqlite from 'better-sqlite3'
import { parse } from 'csv-parse'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { MEASURES, TEXTS } from './panel.ts'
import { readPeak } from './server.ts'

/** What a script of ten lines does: csv-parse and a prepared insert for each row, in one transaction. */

const [path = '', encoding = 'utf-8'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'permu-script-'))
const columns = [
  ...TEXTS.map((name) => `"${name}" TEXT`),
  ...MEASURES.map((name) => `"${name}" REAL`),
]

async function* texts() {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    yield decoder.decode(chunk as Uint8Array, { stream: true })
  }
  yield decoder.decode()
}

const began = performance.now()
const database = new Sqlite(join(folder, 'peer.db'))
database.exec(`CREATE TABLE t(${columns.join(', ')})`)
const insert = database.prepare(`INSERT INTO t VALUES (${columns.map(() => '?').join(', ')})`)
database.exec('BEGIN')
const records = Readable.from(texts(), { objectMode: false }).pipe(parse({ from: 2 }))
let rows = 0
for await (const record of records) {
  insert.run(record as string[])
  rows++
}
database.exec('COMMIT')
const seconds = (performance.now() - began) / 1000
database.close()
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify({ seconds, peak: readPeak('self'), rows }))
