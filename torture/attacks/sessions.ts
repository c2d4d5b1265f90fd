import { ask } from '../client.ts'
import { cookieOf, signIn, type Town } from './people.ts'
import type { Attack } from './attacks.ts'
import { sendRaw } from './raw.ts'

const json = { 'content-type': 'application/json' }
const refused = (status: number) =>
  status === 401 || status === 403 ? null : `answered ${String(status)}`

async function meOf({ server }: Town, cookie: string): Promise<unknown> {
  const { body } = await ask<{ person: unknown }>(`${server.url}/api/v1/me`, {
    headers: { cookie },
  })
  return body.person
}

const again = (town: Town) => signIn(town.server.url, town.emails.viewer, town.passwords.viewer)

/** A name that the attacker has chosen must never become a session. */
const fixation: Attack = async (town) => {
  const mine = cookieOf(await again(town))
  const [name = ''] = mine.split('=')
  const planted = `${name}=planted.by-an-attacker`
  const { url } = town.server
  const response = await signIn(url, town.emails.viewer, town.passwords.viewer, { cookie: planted })
  if (cookieOf(response).includes('planted')) return 'the planted session was taken'
  const reused = cookieOf(
    await signIn(url, town.emails.viewer, town.passwords.viewer, { cookie: mine }),
  )
  if (reused === mine) return 'signing in again keeps the session that was there before'
  return (await meOf(town, planted)) === null ? null : 'the planted cookie is signed in'
}

const signedOut: Attack = async (town) => {
  const cookie = cookieOf(await again(town))
  const headers = { cookie, origin: town.server.url }
  await fetch(`${town.server.url}/api/auth/sign-out`, {
    method: 'POST',
    headers: { ...headers, ...json },
    body: '{}',
  })
  return (await meOf(town, cookie)) === null ? null : 'the session lives on after signing out'
}

const write = (town: Town, headers: Record<string, string>) => {
  const { cookie = '' } = town.people.editor.headers
  const body = JSON.stringify({ path: '/rank', query: 'a=1', name: 'forged', note: '' })
  return fetch(`${town.server.url}/api/v1/views`, {
    method: 'POST',
    headers: { ...json, cookie, ...headers },
    body,
  })
}

const forged =
  (headers: Record<string, string>): Attack =>
  async (town) =>
    refused((await write(town, headers)).status)

const forgedForm: Attack = async (town) => {
  const { cookie = '' } = town.people.administrator.headers
  const { host } = new URL(town.server.url)
  const body = 'mode=commit'
  const answer = await sendRaw(
    town.server.url,
    `POST /data HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nOrigin: http://evil.example\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${String(body.length)}\r\nConnection: close\r\n\r\n${body}`,
  )
  return /^HTTP\/1\.1 (401|403)/u.test(answer)
    ? null
    : `a foreign form is answered ${answer.slice(0, 40)}`
}

const rebound: Attack = async ({ server }) => {
  const answer = await sendRaw(
    server.url,
    'GET /api/v1/me HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n',
  )
  return /^HTTP\/1\.1 (401|403|421)/u.test(answer) ? null : answer.slice(0, 60)
}

const escalation: Attack = async (town) => {
  const headers = { ...town.people.viewer.headers, ...json }
  const body = JSON.stringify({ name: 'viewer', role: 'administrator', can: ['administer'] })
  await fetch(`${town.server.url}/api/v1/me`, { method: 'PATCH', headers, body })
  const { body: me } = await ask<{ person: { role: string } }>(`${town.server.url}/api/v1/me`, {
    headers,
  })
  return me.person.role === 'viewer' ? null : `a viewer is ${me.person.role} now`
}

const setupAgain: Attack = async ({ server }) => {
  const body = JSON.stringify({
    token: '',
    name: 'a',
    email: 'a@example.org',
    password: 'x'.repeat(20),
  })
  const origin = server.url
  const post = { method: 'POST', headers: { ...json, origin }, body }
  const { status } = await fetch(`${server.url}/api/v1/setup`, post)
  return status === 404 || status === 429 ? null : `set-up answers ${String(status)} to anybody`
}

const defaults: Attack = async ({ server }) => {
  for (const [name, password] of [
    ['admin', 'admin'],
    ['admin@example.org', 'umami'],
    ['root', ''],
  ]) {
    const { status } = await signIn(server.url, name ?? '', password ?? '')
    if (status < 400) return `${name ?? ''} is let in`
  }
  return null
}

const guessing: Attack = async ({ server, emails }) => {
  for (let i = 0; i < 60; i++) {
    const { status } = await signIn(server.url, emails.editor, `guess ${String(i)} of many`)
    if (status === 429) return null
    if (status < 400) return 'a guess was let in'
  }
  return 'sixty guesses in a row are answered'
}

const garbledKey: Attack = async ({ server }) => {
  const headers = { authorization: `Bearer izm_${'A'.repeat(43)}` }
  return refused((await fetch(`${server.url}/api/v1/zones`, { headers })).status)
}

export const SESSIONS: Record<string, Attack> = {
  'session fixation': fixation,
  'a session after signing out': signedOut,
  'CSRF: a foreign origin': forged({ origin: 'http://evil.example' }),
  'CSRF: origin null': forged({ origin: 'null' }),
  'CSRF: neither origin nor site': forged({}),
  'CSRF: cross-site': forged({ 'sec-fetch-site': 'cross-site' }),
  'CSRF: a form of another site': forgedForm,
  'DNS rebinding': rebound,
  'a role given to oneself': escalation,
  'set-up once more': setupAgain,
  'default passwords': defaults,
  'a key that nobody made': garbledKey,
  'guessing passwords': guessing,
}
