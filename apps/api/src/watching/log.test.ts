import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog, withoutSecrets } from './log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = ''
  const to = new Writable({
    write(chunk: Buffer, _encoding, next) {
      text += chunk.toString()
      next()
    },
  })
  write(createLog('info', to))
  return text
}

test('names of secrets are hidden, at whatever depth they come', () => {
  const secrets = { authorization: 'S-1', cookie: 'S-2', password: 'S-3', token: 'S-4', key: 'S-5' }
  const headers = { ...secrets, 'set-cookie': 'S-6', 'x-api-key': 'S-7' }
  const text = logged((log) => {
    log.info(secrets, 'at the top')
    log.info({ headers }, 'one below')
    log.info({ request: { headers } }, 'two below')
  })
  expect(text.split('\n').filter(Boolean)).toHaveLength(3)
  expect(text).not.toMatch(/S-\d/u)
  expect(text).toContain('[hidden]')
})

test('an error keeps its place in the code and loses what a query was given', () => {
  const error = Object.assign(
    new Error('Failed query: select 1 where x = ?\nparams: S-hash,somebody@example.org'),
    { query: 'select', params: ['S-hash'], code: 'SQLITE_BUSY' },
  )
  const text = logged((log) => log.error({ err: error }, 'unexpected error'))
  expect(text).not.toMatch(/S-hash|somebody@/u)
  expect(text).toContain('Failed query: select 1')
  expect(text).toContain('log.test.ts')
  expect(text).toContain('SQLITE_BUSY')
})

test('the cause of an error is told by the same rule', () => {
  const cause = new Error('at /x?token=S-9 with Authorization: Bearer S-10')
  const text = logged((log) => log.error({ err: new Error('outer', { cause }) }))
  expect(text).toContain('outer')
  expect(text).not.toMatch(/S-\d/u)
})

test.each([
  ['GET /setup?token=abc&next=1', 'GET /setup?token=[hidden]&next=1'],
  ['https://x/cb?code=1234&state=zz', 'https://x/cb?code=[hidden]&state=[hidden]'],
  ['Authorization: Bearer a.b-c_d', 'Authorization: Bearer [hidden]'],
  ['key izm_AbC-1_2 was used', 'key [hidden] was used'],
  ['a plain text', 'a plain text'],
])('%s', (text, expected) => {
  expect(withoutSecrets(text)).toBe(expected)
})
