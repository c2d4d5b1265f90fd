import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAudit } from '../audit/verify.ts'
import type { AuditVerification } from '../contract.ts'
import { execute } from '../database/store.ts'
import { openApi, type Api } from '../testing.ts'

let api: Api
beforeAll(async () => {
  api = await openApi()
  for (const tax of ['1', '2', '3']) {
    await api.send(`园区,年份,税收(万元)\n甲园区,2024,${tax}\n`, `name=${tax}.csv`)
  }
})
afterAll(() => api.close())

test('an end of the audit log that was cut off shows by what a backup knows', async () => {
  const made = await api.request('/backups', { method: 'POST' })
  expect(made.status).toBe(201)
  const verification = () => api.get<AuditVerification>('/audit/verification')
  const { entries: before } = await verification()
  await api.deps.store.stage(async (db) => {
    await execute(db, 'drop trigger audit_is_never_deleted')
    await execute(db, `delete from audit where seq >= ${String(before - 1)}`)
  })
  expect(await verifyAudit(api.deps.store.read)).toMatchObject({ ok: true })
  expect(await verification()).toMatchObject({ ok: false, firstBroken: before - 1 })
})
