import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Me } from '../contract.ts'
import { runAdminCommand } from './command.ts'
import { cookiesOf, openAccounts, type AccountsApi } from './testing.ts'

let api: AccountsApi
beforeAll(async () => {
  api = await openAccounts()
})
afterAll(() => api.close())

async function run(words: string[], named: Record<string, string> = {}) {
  const lines: string[] = []
  const options = Object.entries(named).flatMap(([name, value]) => [`--${name}`, value])
  const code = await runAdminCommand(api.deps.config, [...words, ...options], (line) =>
    lines.push(line),
  )
  return { ok: code === 0, lines }
}
const passwordIn = (lines: string[]) =>
  lines.map((line) => /^one-time password: (\S+)$/u.exec(line)?.[1]).find(Boolean) ?? ''

const boss = { email: 'Boss@Example.org', name: '主任' }

test('the first account is an administrator’s, and the running server knows it at once', async () => {
  expect((await run(['create'], { ...boss, role: 'viewer' })).lines.join()).toContain(
    'first account',
  )
  const me = async () => (await (await api.ask('GET', '/me')).json()) as Me
  expect((await me()).local).toBe(true)
  const made = await run(['create'], boss)
  expect(made.ok).toBe(true)
  expect((await me()).local).toBe(false)
  const signed = await api.signIn('boss@example.org', passwordIn(made.lines))
  expect(signed.status).toBe(200)
  expect((await api.ask('GET', '/setup?token=')).status).toBe(404)
})

test('a reset ends sessions, and the new password is good', async () => {
  const first = await run(['reset', 'boss@example.org'])
  const cookie = cookiesOf(await api.signIn('boss@example.org', passwordIn(first.lines)))
  const again = await run(['reset', 'BOSS@example.org'])
  const me = (await (await api.ask('GET', '/me', { cookie })).json()) as Me
  expect(me.person).toBeNull()
  expect((await api.signIn('boss@example.org', passwordIn(first.lines))).status).toBe(401)
  expect((await api.signIn('boss@example.org', passwordIn(again.lines))).status).toBe(200)
})

test('roles, disabling and removing; the last administrator stays', async () => {
  for (const words of [['role', 'viewer'], ['disable'], ['remove']]) {
    const [command = '', role] = words
    const told = await run([command, 'boss@example.org', ...(role ? [role] : [])])
    expect(told).toMatchObject({ ok: false, lines: ['This is the last administrator.'] })
  }
  await run(['create'], { email: 'li@example.org', name: '李', role: 'uploader' })
  expect((await run(['role', 'li@example.org', 'editor'])).lines.join()).toContain('editor')
  expect((await run(['disable', 'li@example.org'])).lines.join()).toContain('disabled')
  expect((await run(['list'])).lines).toHaveLength(2)
  expect((await run(['remove', 'li@example.org'])).ok).toBe(true)
  expect((await run(['list'])).lines).toHaveLength(1)
})

test('what is asked wrongly is told', async () => {
  expect((await run(['create'], { email: 'no address', name: 'x' })).lines.join()).toContain(
    '--email',
  )
  expect((await run(['create'], { ...boss })).lines.join()).toContain('already')
  expect((await run(['role', 'boss@example.org', 'king'])).ok).toBe(false)
  expect((await run(['reset', 'nobody@example.org'])).ok).toBe(false)
  expect((await run(['reset'])).lines.join()).toContain('npm run admin')
  expect((await run([])).lines.join()).toContain('npm run admin')
})
