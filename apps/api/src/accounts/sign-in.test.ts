import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditPage, Me, ProblemBody } from '../contract.ts'
import { credentials } from '../database/schema.ts'
import { endSessions, everybody, updatePerson } from './queries.ts'
import { setupToken, TOKEN_FILE } from './setup.ts'
import { pathHome } from './sign-in.ts'
import { ADMIN, cookiesOf, openAccounts, PASSWORD, type AccountsApi } from './testing.ts'

let api: AccountsApi
let admin: string
beforeAll(async () => {
  api = await openAccounts()
})
afterAll(() => api.close())

const me = async (cookie?: string) => (await (await api.ask('GET', '/me', { cookie })).json()) as Me

describe('the first administrator', () => {
  test('until then one person on this machine may do everything', async () => {
    const all = ['read', 'upload', 'edit', 'administer']
    expect(await me()).toMatchObject({ person: null, local: true, can: all, reading: 'open' })
  })

  test('is made by a token that stands in a file of the owner alone', async () => {
    const token = setupToken(api.deps)
    const path = join(api.folder, TOKEN_FILE)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(token.length).toBeGreaterThanOrEqual(43)
    for (const wrong of ['', '?token=', '?token=guess', `?token=${token}x`]) {
      expect((await api.ask('GET', `/setup${wrong}`)).status).toBe(404)
    }
    expect((await api.ask('GET', `/setup?token=${token}`)).status).toBe(204)
    const guess = { token: 'guess', ...ADMIN }
    expect((await api.ask('POST', '/setup', { body: guess })).status).toBe(404)
    const short = { token, ...ADMIN, password: 'only eleven' }
    expect((await api.ask('POST', '/setup', { body: short })).status).toBe(400)

    const both = await Promise.all(
      [1, 2].map(() => api.ask('POST', '/setup', { body: { token, ...ADMIN } })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404])
    const made = both.find(({ status }) => status === 201)
    admin = made ? cookiesOf(made) : ''
    expect(await everybody(api.deps.store.read)).toHaveLength(1)

    expect(existsSync(path)).toBe(false)
    expect((await api.ask('GET', `/setup?token=${token}`)).status).toBe(404)
    expect((await api.ask('POST', '/setup', { body: { token, ...ADMIN } })).status).toBe(404)
  })

  test('is signed in at once; others may only read', async () => {
    expect(await me(admin)).toMatchObject({ local: false, person: { email: ADMIN.email } })
    expect(await me()).toMatchObject({ person: null, local: false, can: ['read'] })
    expect((await api.ask('POST', '/uploads')).status).toBe(401)
  })
})

describe('signing in', () => {
  test('sets a cookie that scripts and other sites do not get', async () => {
    const response = await api.signIn(' Admin@Example.org'.trim(), PASSWORD)
    expect(response.status).toBe(200)
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(
      /^permu\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/u,
    )
    expect(await response.text()).not.toContain(cookie.slice(21, 40))
  })

  test('says the same of an unknown address, a wrong password and a disabled account', async () => {
    const { person, password } = await api.join(admin, 'viewer')
    await api.ask('PATCH', `/people/${person.id}`, { cookie: admin, body: { disabled: true } })
    const tried = await Promise.all([
      api.signIn('nobody@example.org', PASSWORD),
      api.signIn(ADMIN.email, 'wrong horse battery'),
      api.signIn(person.email, password),
    ])
    const told = await Promise.all(tried.map(async (one) => (await one.json()) as ProblemBody))
    expect(told.map(({ status, code, detail }) => [status, code, detail])).toEqual(
      told.map(() => [401, 'unauthorized', told[0]?.detail]),
    )
  })

  test('never takes over a session of before, but ends it', async () => {
    const before = cookiesOf(await api.signIn(ADMIN.email, PASSWORD))
    const after = cookiesOf(await api.signIn(ADMIN.email, PASSWORD, before))
    expect(after).not.toBe(before)
    expect((await me(before)).person).toBeNull()
    expect((await me(after)).person).not.toBeNull()
    const planted = 'permu.session_token=planted.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D'
    const fresh = cookiesOf(await api.signIn(ADMIN.email, PASSWORD, planted))
    expect(fresh).not.toContain('planted')
    expect((await me(planted)).person).toBeNull()
  })

  test('a token without our signature is no session', async () => {
    const cookie = cookiesOf(await api.signIn(ADMIN.email, PASSWORD))
    const bare = cookie.replace(/\.[^.]*$/u, '')
    expect((await me(bare)).person).toBeNull()
    expect((await me(`${bare}.${'A'.repeat(43)}%3D`)).person).toBeNull()
  })

  test('ends by signing out', async () => {
    const cookie = cookiesOf(await api.signIn(ADMIN.email, PASSWORD))
    const out = await api.ask('POST', '/api/auth/sign-out', { cookie })
    expect(out.headers.getSetCookie().join()).toMatch(/session_token=;.*Max-Age=0/iu)
    expect((await me(cookie)).person).toBeNull()
  })

  test.each([
    ['/api/auth/sign-up/email', 'POST'],
    ['/api/auth/get-session', 'GET'],
    ['/api/auth/list-sessions', 'GET'],
    ['/api/auth/update-user', 'POST'],
    ['/api/auth/request-password-reset', 'POST'],
    ['/api/auth/sign-in/social', 'POST'],
    ['/api/auth/callback/google', 'GET'],
  ])('%s of the library is not reached', async (path, method) => {
    const body =
      method === 'POST' ? { ...ADMIN, email: 'x@example.org', role: 'administrator' } : undefined
    expect((await api.ask(method, path, { cookie: admin, body })).status).toBe(404)
  })
})

describe('a password', () => {
  test('that an administrator made is good for choosing another one only', async () => {
    const { person, password } = await api.addPerson(admin, 'editor')
    expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/u)
    const cookie = cookiesOf(await api.signIn(person.email, password))
    expect(await me(cookie)).toMatchObject({ can: [], person: { mustChangePassword: true } })
    expect((await api.ask('GET', '/zones', { cookie })).status).toBe(403)
    expect((await api.ask('POST', '/keys', { cookie, body: {} })).status).toBe(403)
    const change = (currentPassword: string, newPassword: string) =>
      api.ask('POST', '/api/auth/change-password', {
        cookie,
        body: { currentPassword, newPassword },
      })
    expect((await change(password, password)).status).toBe(400)
    expect((await change(password, 'short')).status).toBe(400)
    const wrong = (await (await change('not it at all', PASSWORD)).json()) as ProblemBody
    expect(wrong).toMatchObject({ status: 400, errors: [{ pointer: '/currentPassword' }] })
    const changed = await change(password, PASSWORD)
    expect(changed.status).toBe(200)
    expect(await me(cookiesOf(changed))).toMatchObject({
      can: ['read', 'upload', 'edit'],
      person: { mustChangePassword: false },
    })
    expect((await me(cookie)).person).toBeNull()
  })

  test('that was chosen anew ends all other sessions', async () => {
    const { person, cookie, password } = await api.join(admin, 'viewer')
    const other = cookiesOf(await api.signIn(person.email, password))
    const body = { currentPassword: password, newPassword: 'another horse battery' }
    await api.ask('POST', '/api/auth/change-password', { cookie, body })
    expect((await me(other)).person).toBeNull()
    expect((await api.signIn(person.email, password)).status).toBe(401)
  })

  test('is kept as a hash', async () => {
    const kept = await api.deps.store.read.select().from(credentials)
    expect(JSON.stringify(kept)).not.toContain('horse')
    expect(kept.length).toBeGreaterThan(0)
  })
})

test('what somebody may do is looked up anew after every change', async () => {
  const { person, cookie } = await api.join(admin, 'editor')
  expect((await me(cookie)).can).toContain('edit')
  await api.deps.store.write((db) => updatePerson(db, person.id, { role: 'viewer' }))
  expect((await me(cookie)).can).toEqual(['read'])
  await api.deps.store.write((db) => endSessions(db, person.id))
  expect((await me(cookie)).person).toBeNull()
})

test.each([
  ['/rank?v=1#a', '/rank?v=1#a'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/..//elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['', '/'],
])('from %j the way leads back to %s', (from, to) => {
  expect(pathHome(from)).toBe(to)
})

test('signing in, in vain too, and out stand in the audit log', async () => {
  const cookie = cookiesOf(await api.signIn(ADMIN.email, PASSWORD))
  await api.signIn('guessed@example.org', 'wrong horse battery')
  await api.ask('POST', '/api/auth/sign-out', { cookie })
  const page = await api.ask('GET', '/audit?limit=3', { cookie: admin })
  const { items } = (await page.json()) as AuditPage
  expect(items.map(({ action, subject }) => [action, subject?.split('/')[0]])).toEqual([
    ['sign-out', 'people'],
    ['sign-in-failed', 'people'],
    ['sign-in', 'people'],
  ])
  expect(items[1]?.subject).toBe('people/guessed@example.org')
  expect(JSON.stringify(items)).not.toMatch(/horse|izm_/u)
})
