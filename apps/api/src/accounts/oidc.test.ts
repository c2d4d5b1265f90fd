import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Me } from '../contract.ts'
import { credentials } from '../database/schema.ts'
import { cookiesOf, openAccounts, type AccountsApi } from './testing.ts'

/** A provider on this machine: whoever `person` is signs in at once. */
const person = { sub: '1', email: 'wang@example.org', email_verified: true, groups: [''] }
let provider: Server
let issuer: string
let api: AccountsApi
let nonce = ''
const asked: URLSearchParams[] = []

async function openProvider() {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' }
  const answers: Record<string, () => unknown> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/jwks': () => ({ keys: [jwk] }),
    '/token': async () => ({
      token_type: 'Bearer',
      access_token: 'at-of-the-provider',
      id_token: await new SignJWT({ ...person, name: '王', nonce })
        .setProtectedHeader({ alg: 'RS256', kid: 'k' })
        .setIssuer(issuer)
        .setAudience('permu')
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey),
    }),
  }
  provider = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      if (request.url === '/token') asked.push(new URLSearchParams(body))
      const answer = answers[request.url ?? '']
      void Promise.resolve(answer?.()).then((found) => {
        response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' })
        response.end(JSON.stringify(found ?? {}))
      })
    })
  })
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${String((provider.address() as AddressInfo).port)}`
}

beforeAll(async () => {
  await openProvider()
  api = await openAccounts({
    PERMU_URL: 'http://localhost',
    PERMU_OIDC_ISSUER: issuer,
    PERMU_OIDC_CLIENT_ID: 'permu',
    PERMU_OIDC_CLIENT_SECRET: 'secret of the client',
    PERMU_OIDC_NAME: '统一登录',
    PERMU_OIDC_ROLES: 'leaders=editor,staff=uploader',
  })
})
afterAll(async () => {
  await api.close()
  provider.close()
})

const me = async (cookie: string) => (await (await api.ask('GET', '/me', { cookie })).json()) as Me

/** Goes to the provider and comes back as it sends one back. */
async function signIn(change: (back: URLSearchParams) => void = () => undefined) {
  const start = await api.ask('GET', '/api/auth/oidc?from=/rank?v=1')
  const to = new URL(start.headers.get('location') ?? '')
  nonce = to.searchParams.get('nonce') ?? ''
  const back = new URLSearchParams({ code: 'c', state: to.searchParams.get('state') ?? '' })
  change(back)
  const cookie = cookiesOf(start)
  const end = await api.ask('GET', `/api/auth/callback/oidc?${String(back)}`, { cookie })
  return { to, end, location: end.headers.get('location'), cookie: cookiesOf(end) }
}

test('who comes for the first time is a viewer, and comes back to the page', async () => {
  expect(await me('')).toMatchObject({ oidc: [{ id: 'oidc', name: '统一登录' }] })
  await api.setUp()
  const { to, end, location, cookie } = await signIn()
  expect(to.origin).toBe(issuer)
  expect(to.searchParams.get('redirect_uri')).toBe('http://localhost/api/auth/callback/oidc')
  expect(to.searchParams.get('code_challenge_method')).toBe('S256')
  expect(nonce).not.toBe('')
  expect([end.status, location]).toEqual([303, '/rank?v=1'])
  expect(asked.at(-1)?.get('code_verifier')).toBeTruthy()
  expect(await me(cookie)).toMatchObject({
    person: { name: '王', email: person.email, role: 'viewer', hasPassword: false },
    can: ['read'],
  })
  const kept = await api.deps.store.read.select().from(credentials)
  expect(JSON.stringify(kept)).not.toContain('at-of-the-provider')
})

test('groups give a role at the first sign-in only', async () => {
  Object.assign(person, { sub: '2', email: 'zhao@example.org', groups: ['staff'] })
  expect((await me((await signIn()).cookie)).person?.role).toBe('uploader')
  Object.assign(person, { groups: ['leaders'] })
  expect((await me((await signIn()).cookie)).person?.role).toBe('uploader')
})

test('whose address is not proved does not get the account of that address', async () => {
  Object.assign(person, { sub: '3', email: 'admin@example.org', email_verified: false })
  const { location, cookie } = await signIn()
  expect(location).toBe('/sign-in?error=oidc')
  expect((await me(cookie)).person).toBeNull()
  Object.assign(person, { email_verified: true })
  expect((await me((await signIn()).cookie)).person).toMatchObject({ role: 'administrator' })
})

test('a state that is not of this browser, or a token for another question, is refused', async () => {
  Object.assign(person, { sub: '1', email: 'wang@example.org' })
  const foreign = await signIn((back) => back.set('state', 'made-up'))
  const replayed = await signIn(() => (nonce = 'another'))
  for (const { location, cookie } of [foreign, replayed]) {
    expect(location).toBe('/sign-in?error=oidc')
    expect((await me(cookie)).person).toBeNull()
  }
  const cancelled = await signIn((back) => {
    back.delete('code')
    back.set('error', 'access_denied')
  })
  expect(cancelled.location).toBe('/sign-in?error=oidc')
})

test('who is disabled is not let in by the provider either', async () => {
  const { id } = (await me((await signIn()).cookie)).person ?? { id: '' }
  const admin = cookiesOf(await api.signIn('admin@example.org', 'correct horse battery'))
  await api.ask('PATCH', `/people/${id}`, { cookie: admin, body: { disabled: true } })
  const { location, cookie } = await signIn()
  expect(location).toBe('/sign-in?error=oidc')
  expect((await me(cookie)).person).toBeNull()
})
