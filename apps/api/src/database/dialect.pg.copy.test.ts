import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseFor } from '#test-database'
import type { Upload } from '../contract.ts'
import { openApi } from '../testing.ts'
import { runDbCommand } from './command.ts'

/** Everything of a file at a server: the same figures, the same history, the same log, or nothing. */

const FILL = fileURLToPath(new URL('fill-file.child.ts', import.meta.url))

interface Told {
  values: unknown
  history: unknown
  uploads: Upload[]
}

let folder: string
let told: Told
let database: Awaited<ReturnType<typeof databaseFor>>
let said: string[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'permu-copy-'))
  // Another process, for this one has no other engine.
  const { stdout, stderr } = spawnSync(process.execPath, [FILL, folder], { encoding: 'utf8' })
  expect(stderr).toBe('')
  told = JSON.parse(stdout) as Told
  database = await databaseFor(undefined)
  said = []
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const copy = () =>
  runDbCommand({ data: folder, database: database.address }, ['copy'], (line) => said.push(line))

test('what was in the file is what the server then answers, traces and proves', async () => {
  expect(await copy()).toBe(0)
  expect(said.some((line) => /^blocks +\d+ {2}[\da-f]{16}$/u.test(line))).toBe(true)
  const api = await openApi({ PERMU_DATA: folder, PERMU_DATABASE: database.address })
  expect(await api.get('/values?period=2023')).toEqual(told.values)
  expect(await api.get('/history')).toEqual(told.history)
  expect(await api.get('/audit/verification')).toMatchObject({ ok: true })
  const { items } = await api.get<{ items: Upload[] }>('/uploads')
  expect(items).toEqual(told.uploads)
  await api.request(`/uploads/${items[0]?.id ?? ''}`, { method: 'DELETE' })
  expect(await api.get('/values?period=2023')).not.toEqual(told.values)
  await api.stop()
})

test('a database that holds something is refused, and stays as it was', async () => {
  expect(await copy()).toBe(0)
  said = []
  expect(await copy()).toBe(1)
  expect(said.join('\n')).toMatch(/workspaces|uploads|zones/u)
})
