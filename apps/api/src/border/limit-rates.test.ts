import { afterEach, describe, expect, test } from 'vitest'
import { openApi, type Api } from '../testing.ts'
import { LOCAL_CLIENT, type Client } from './client.ts'

let api: Api
afterEach(() => api.close())

const from = (address: string): Client => ({ address, isHttps: false, isLocal: false })

const ask = (path: string, client: Client, init: RequestInit = {}) =>
  api.app.request(`http://localhost${path}`, init, { client })

async function statuses(count: number, path: string, client: Client): Promise<number[]> {
  const all: number[] = []
  for (let i = 0; i < count; i++) all.push((await ask(path, client)).status)
  return all
}

describe('quotas', () => {
  test('one address is refused with what to do, another is not', async () => {
    api = await openApi({ PERMU_RATE_READ: '3/min' })
    expect(await statuses(3, '/api/v1/zones', from('192.0.2.1'))).toEqual([200, 200, 200])
    const refused = await ask('/api/v1/zones', from('192.0.2.1'))
    expect(refused.status).toBe(429)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(refused.headers.get('retry-after')).toBe('20')
    expect(refused.headers.get('ratelimit-policy')).toBe('"read";q=3;w=60')
    expect(refused.headers.get('ratelimit')).toMatch(/^"read";r=0;t=\d+$/u)
    expect(await refused.json()).toMatchObject({ code: 'too-many', status: 429 })
    expect((await ask('/api/v1/zones', from('192.0.2.2'))).status).toBe(200)
  })

  test('addresses of one IPv6 customer are one', async () => {
    api = await openApi({ PERMU_RATE_READ: '1/min' })
    expect((await ask('/api/v1/zones', from('2001:db8::1'))).status).toBe(200)
    expect((await ask('/api/v1/zones', from('2001:db8::ffff:2'))).status).toBe(429)
    expect((await ask('/api/v1/zones', from('2001:db8:0:1::1'))).status).toBe(200)
  })

  test('computing runs out while reading goes on', async () => {
    api = await openApi({ PERMU_RATE_COMPUTE: '1/min' })
    const client = from('192.0.2.1')
    await ask('/api/v1/rankings', client)
    expect((await ask('/api/v1/rankings', client)).status).toBe(429)
    expect((await ask('/api/v1/rankings.csv', client)).status).toBe(429)
    expect((await ask('/api/v1/zones', client)).status).toBe(200)
  })

  test('a program on this machine reads as it likes, but does not guess', async () => {
    api = await openApi({ PERMU_RATE_READ: '1/min', PERMU_RATE_SIGN_IN: '2/min' })
    expect(new Set(await statuses(50, '/api/v1/zones', LOCAL_CLIENT))).toEqual(new Set([200]))
    const tries = await statuses(3, '/api/v1/setup?token=x', LOCAL_CLIENT)
    expect(tries[2]).toBe(429)
  })

  test('the state of the process is told to whoever asks', async () => {
    api = await openApi({ PERMU_RATE_READ: '1/min', PERMU_MIN_FREE_MB: '0' })
    expect(new Set(await statuses(20, '/livez', from('192.0.2.1')))).toEqual(new Set([200]))
  })

  test('keys that do not hold run out for the address that tries them', async () => {
    api = await openApi({ PERMU_RATE_READ: '3/min' })
    const tried: number[] = []
    for (let i = 0; i < 5; i++) {
      const headers = { authorization: `Bearer permu_guess${String(i)}` }
      tried.push((await ask('/api/v1/zones', from('192.0.2.1'), { headers })).status)
    }
    expect(tried).toEqual([401, 401, 401, 429, 429])
    expect((await ask('/api/v1/zones', from('192.0.2.2'))).status).toBe(200)
  })

  test('“off” counts nothing', async () => {
    api = await openApi({ PERMU_RATE_READ: 'off' })
    const answer = await ask('/api/v1/zones', from('192.0.2.1'))
    expect(answer.headers.get('ratelimit')).toBeNull()
  })
})

describe('guesses at one account', () => {
  const signIn = (email: string, address: string) =>
    ask('/api/auth/sign-in/email', from(address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'guess' }),
    })

  test('are counted however the name is written, and others may go on', async () => {
    api = await openApi({ PERMU_RATE_SIGN_IN: '1000/min' })
    for (let i = 0; i < 10; i++) {
      const email = i % 2 === 0 ? 'Somebody@example.org' : ' somebody@example.org'
      expect((await signIn(email, '192.0.2.1')).status).not.toBe(429)
    }
    expect((await signIn('somebody@example.org', '192.0.2.1')).status).toBe(429)
    expect((await signIn('other@example.org', '192.0.2.1')).status).not.toBe(429)
    expect((await signIn('somebody@example.org', '192.0.2.2')).status).not.toBe(429)
  })

  test('from many addresses together run out too', async () => {
    api = await openApi({ PERMU_RATE_SIGN_IN: '1000/min' })
    const all: number[] = []
    // Some of the quota comes back where passwords are checked slowly.
    for (let i = 0; i < 110 && all.at(-1) !== 429; i++) {
      all.push((await signIn('somebody@example.org', `198.51.100.${String(i)}`)).status)
    }
    expect(all.at(-1)).toBe(429)
    expect(all.length).toBeGreaterThan(100)
  })
})
