import { afterEach, beforeEach, expect, test } from 'vitest'
import { problems } from '../database/schema.ts'
import { WORKSPACE } from '../database/store.ts'
import { openApi, type Api } from '../testing.ts'

// Of a database that this process has alone: elsewhere another one may be receiving the file.
let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

test('what was staged for an upload that never came is cleared at start', async () => {
  await api.deps.store.stage(async (db) => {
    const row = { workspace: WORKSPACE, upload: 'stray', seq: 0 }
    await db.insert(problems).values({ ...row, code: 'no-rows', severity: 'error' })
  })
  await api.deps.intake.resume()
  expect(await api.deps.store.read.$count(problems)).toBe(0)
})
