import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADMIN, cookiesOf, openAccounts, PASSWORD } from '../../accounts/testing.ts'
import { verifyAudit } from '../../audit/verify.ts'
import type { AuditPage, ChangePage, Me, Trace, Upload, Values } from '../../contract.ts'
import { openApi, reopenApi, type Api } from '../../testing.ts'

const OLD = '园区,年份,税收（万元）,占地面积（亩）\n甲园区,2024,10,100\n乙园区,2024,20,150\n'
const NEW = '园区,年份,税收（万元）,占地面积（亩）\n甲园区,2024,11,100\n丙园区,2024,30,200\n'

describe('from a file to its figures and back', () => {
  let api: Api
  let newer: Upload
  beforeAll(async () => {
    api = await openApi()
    await api.send(OLD, 'name=old.csv')
    newer = (await api.send(NEW, 'name=new.csv')).upload
  })
  afterAll(() => api.close())

  const taxes = async () => {
    const { zones, values } = await api.get<Values>('/values?indicators=tax')
    return Object.fromEntries(zones.map((zone, i) => [zone.name, values[i]?.[0] ?? null]))
  }
  const act = (method: string, path: string) => api.request(path, { method })
  const LAID = { 甲园区: 11, 乙园区: 20, 丙园区: 30 }

  test('the newest layer wins, and each number leads to its cell', async () => {
    expect(newer.counts).toMatchObject({ added: 2, changed: 1, zonesAdded: 1 })
    expect(await taxes()).toEqual(LAID)
    const zone = encodeURIComponent('乙园区')
    const trace = await api.get<Trace>(`/trace?zone=${zone}&indicator=tax`)
    expect(trace.inputs[0]?.source).toMatchObject({ row: 3, column: 3, text: '20' })
  })

  test('a layer is withdrawn and comes back to its place', async () => {
    expect((await act('DELETE', `/uploads/${newer.id}`)).status).toBe(200)
    expect(await taxes()).toEqual({ 甲园区: 10, 乙园区: 20 })
    expect((await act('POST', `/uploads/${newer.id}/restore`)).status).toBe(200)
    expect(await taxes()).toEqual(LAID)
    const { items } = await api.get<ChangePage>('/history')
    expect(items.map(({ kind }) => kind)).toEqual(['restore', 'withdraw', 'commit', 'commit'])
  })

  test('the same bytes are told, not kept twice', async () => {
    const again = await api.send(NEW, 'name=new.csv')
    expect([again.status, again.upload.id]).toEqual([200, newer.id])
  })

  test('a thousand problems are kept in their order', async () => {
    const lines = Array.from({ length: 1200 }, (_, i) => `园${String(i)},2024,x${String(i)},5\n`)
    const { upload } = await api.send(
      `园区,年份,税收（万元）,占地面积（亩）\n${lines.join('')}`,
      'name=bad.csv&mode=preview',
    )
    const { problems } = await api.get<Upload>(`/uploads/${upload.id}`)
    expect(problems.errors).toBe(1200)
    expect(problems.items.slice(0, 3).map(({ text }) => text)).toEqual(['x0', 'x1', 'x2'])
  })

  test('the audit log tells all of it and is whole, also after the server was stopped', async () => {
    await api.stop()
    api = await reopenApi(api)
    const { items } = await api.get<AuditPage>('/audit')
    const actions = items.map(({ action }) => action)
    expect(actions).toContain('DELETE /uploads/{id}')
    expect(actions).toContain('POST /uploads/{id}/restore')
    expect(await verifyAudit(api.deps.store.read)).toMatchObject({ ok: true })
    expect(await taxes()).toEqual(LAID)
  })
})

test('people sign in, are told apart, and what they change is entered as theirs', async () => {
  const api = await openAccounts()
  const admin = await api.setUp()
  const { person, password } = await api.addPerson(admin, 'editor')
  const me = async (cookie: string) =>
    (await (await api.ask('GET', '/me', { cookie })).json()) as Me
  expect((await me(admin)).person).toMatchObject({ email: ADMIN.email, role: 'administrator' })
  const signed = cookiesOf(await api.signIn(person.email, password))
  expect((await me(signed)).person).toMatchObject({ id: person.id })
  expect((await api.signIn(ADMIN.email, `${PASSWORD}!`)).status).toBe(401)
  const gone = await api.ask('DELETE', `/people/${person.id}`, { cookie: admin })
  expect(gone.status).toBe(204)
  expect((await me(signed)).person).toBeNull()
  const page = (await (await api.ask('GET', '/audit', { cookie: admin })).json()) as AuditPage
  const [removal] = page.items
  expect(removal).toMatchObject({ action: 'DELETE /people/{id}', subject: `people/${person.id}` })
  expect([removal?.before, removal?.after].map((hash) => hash?.length)).toEqual([64, 64])
  await api.close()
})
