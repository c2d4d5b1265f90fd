import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEngine } from '#dialect'
import { expect, test } from 'vitest'
import { layerChanges } from '../history/queries.ts'
import { openStore } from './store.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

/** The migrations up to and without the one of a name. */
function migrationsBefore(tag: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'permu-migrations-'))
  cpSync(MIGRATIONS, folder, { recursive: true })
  const path = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] }
  const at = journal.entries.findIndex((entry) => entry.tag === tag)
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }))
  return folder
}

test('a store from before the history gets one: its layers, in their order', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'permu-old-')), 'permu.db')
  const old = await openEngine(path, { migrations: migrationsBefore('0001_history') })
  await old.stage(async (db) =>
    db.$client.exec(`
    insert into workspaces (id, data_version) values ('main', 4);
    insert into uploads (workspace, id, name, sha256, bytes, "by", created_at, committed_at, layer,
      status, mode, reading, periods, counts) values
      ('main', 'b', 'b.csv', 'x', 1, 'local', 't', 't2', 3, 'committed', 'commit', '{}', '[]', '{"added":2}'),
      ('main', 'a', 'a.csv', 'y', 1, 'local', 't', 't1', 1, 'committed', 'commit', '{}', '[]', '{"added":1}'),
      ('main', 'c', 'c.csv', 'z', 1, 'local', 't', 't1', 2, 'withdrawn', 'commit', '{}', '[]', '{}')`),
  )
  await old.close()
  const store = await openStore(path)
  expect(await layerChanges(store.read, 4)).toEqual([
    { kind: 'commit', upload: 'a', version: 1 },
    { kind: 'commit', upload: 'b', version: 2 },
  ])
  await store.close()
})
