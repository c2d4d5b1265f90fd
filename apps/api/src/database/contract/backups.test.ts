import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runBackupCommand } from '../../backup/command.ts'
import type { BackupList, Health, ProblemBody } from '../../contract.ts'
import { openApi, type Api } from '../../testing.ts'

let api: Api
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

/** Whether the database is a file of ours, to be copied by us. */
const isOurs = () => api.deps.store.kind === 'sqlite'

test('the list says whose backups are', async () => {
  const { by, next } = await api.get<BackupList>('/backups')
  expect([by, next === null]).toEqual(isOurs() ? ['permu', false] : ['server', true])
})

test('one is made, or it is told who has to make it', async () => {
  const made = await api.request('/backups', { method: 'POST' })
  const body = (await made.json()) as Partial<ProblemBody>
  expect(made.status).toBe(isOurs() ? 201 : 409)
  if (!isOurs()) expect(body.detail).toContain('pg_dump')
  const said: string[] = []
  const code = await runBackupCommand(api.deps.config, ['list'], (line) => said.push(line))
  expect([code, said.join().includes('pg_dump')]).toEqual(isOurs() ? [0, false] : [1, true])
})

test('the data folder holds a database only where there is no server', () => {
  expect(existsSync(join(api.folder, 'permu.db'))).toBe(isOurs())
})

test('health names the engine, and what is the server’s own has no figure', async () => {
  const { database, ready } = await api.get<Health>('/health')
  expect(ready).toBe(true)
  expect(database.engine).toBe(api.deps.store.kind)
  expect(database.wal === null).toBe(!isOurs())
  expect(database.schema.done).toBe(database.schema.known)
  expect(database.size).toBeGreaterThan(10_000)
  expect(['ok', 'unknown']).toContain(database.integrity)
})
