import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Me } from '../contract.ts'
import { sessions } from '../database/schema.ts'
import { cookiesOf, openAccounts, PASSWORD, ADMIN, type AccountsApi } from './testing.ts'

let api: AccountsApi
beforeAll(async () => {
  api = await openAccounts()
  await api.setUp()
})
afterAll(() => api.close())

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `园${String(i)},${String(i + 1)},${String(i * 3)}`)

test('people sign in and out while a file is stored; neither disturbs the other', async () => {
  const before = await api.deps.snapshots.version()
  const upload = api.app.request('http://localhost/api/v1/uploads?name=big.csv&period=2024', {
    method: 'POST',
    body: ['园区,土地面积（亩）,税收（万元）', ...rows(20_000)].join('\n'),
    headers: {
      cookie: cookiesOf(await api.signIn(ADMIN.email, PASSWORD)),
      ...{ origin: 'http://localhost', host: 'localhost', prefer: 'wait=60' },
    },
  })
  const people = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const cookie = cookiesOf(await api.signIn(ADMIN.email, PASSWORD))
      const me = (await (await api.ask('GET', '/me', { cookie })).json()) as Me
      await api.ask('POST', '/api/auth/sign-out', { cookie })
      const after = (await (await api.ask('GET', '/me', { cookie })).json()) as Me
      return [me.person?.email, after.person]
    }),
  )
  expect(people).toEqual(people.map(() => [ADMIN.email, null]))
  expect((await upload).status).toBe(201)
  expect(await api.deps.snapshots.version()).toBe(before + 1)
})

test('what is written in a turn that fails leaves no session, and the next goes on', async () => {
  const { store } = api.deps
  const kept = async () => store.read.$count(sessions)
  const count = await kept()
  const failing = store.write(async (db) => {
    await db.delete(sessions)
    // Asked for in the middle of a turn: has to wait for the next one.
    const later = api.signIn(ADMIN.email, PASSWORD)
    await new Promise((resolve) => setTimeout(resolve, 400))
    throw Object.assign(new Error('no'), { later })
  })
  const error = await failing.catch((caught: unknown) => caught)
  const later = (error as { later: Promise<Response> }).later
  expect((await later).status).toBe(200)
  expect(await kept()).toBe(count + 1)
})
