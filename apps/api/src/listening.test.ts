import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { afterEach, expect, test } from 'vitest'
import { runAdminCommand } from './accounts/command.ts'
import { TOKEN_FILE } from './accounts/setup.ts'
import { createApp } from './app.ts'
import type { Me } from './contract.ts'
import { openDoor } from './listening.ts'
import { openApi, type Api } from './testing.ts'

let api: Api
let close: () => void
afterEach(async () => {
  close()
  await api.close()
})

async function open(settings: Record<string, string>) {
  api = await openApi({ PORT: '0', ...settings })
  const opened: string[] = []
  const listener = getRequestListener(createApp(api.deps).fetch)
  const make = () => createServer((request, response) => void listener(request, response))
  const door = await openDoor({ make, deps: api.deps, opened: (url) => opened.push(url) })
  close = () => door.end().forEach((server) => server.close().closeAllConnections())
  return { door, opened, port: new URL(door.url).port }
}

/** Of this machine, but not loopback; loopback by another number where there is none. */
const outer = () =>
  Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address ?? '127.0.0.2'

const me = async (base: string) => (await (await fetch(`${base}/api/v1/me`)).json()) as Me
const reaches = (base: string) =>
  fetch(`${base}/livez`).then(
    () => true,
    () => false,
  )

test('on this machine nothing is asked', async () => {
  const { door } = await open({})
  expect(door.setup).toBeNull()
  expect((await me(door.url)).local).toBe(true)
  expect(existsSync(join(api.folder, TOKEN_FILE))).toBe(true)
})

test('beyond it only with an administrator: until then this machine alone reaches the server', async () => {
  const { door, opened, port } = await open({ HOST: '0.0.0.0' })
  const outside = `http://${outer()}:${port}`
  expect(door.url).toBe(`http://127.0.0.1:${port}`)
  expect(door.setup).toMatch(/\/setup\?token=[\w-]{43}$/u)
  expect(await reaches(outside)).toBe(false)
  expect((await me(door.url)).local).toBe(true)

  const words = ['create', '--email', 'a@example.org', '--name', 'A']
  expect(await runAdminCommand(api.deps.config, words, () => undefined)).toBe(0)
  for (let i = 0; i < 60 && opened.length === 0; i++) await sleep(100)
  expect(opened).toEqual([`http://0.0.0.0:${port}`])
  expect(await reaches(outside)).toBe(true)
  expect(existsSync(join(api.folder, TOKEN_FILE))).toBe(false)
  expect(await me(outside)).toMatchObject({ local: false, can: ['read'] })
})

test('who pretends to be this machine is nobody there, even if all accounts are gone', async () => {
  const { door } = await open({ HOST: '0.0.0.0' })
  api.deps.visitors.expose()
  expect(await me(door.url)).toMatchObject({ local: false, can: ['read'] })
})

test('behind a proxy nobody is the one person of this machine', async () => {
  const { door } = await open({})
  const headers = { 'x-forwarded-for': '203.0.113.7' }
  const answer = await fetch(`${door.url}/api/v1/me`, { headers })
  expect(await answer.json()).toMatchObject({ local: false, can: ['read'] })
})
