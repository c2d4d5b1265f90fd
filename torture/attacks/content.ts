import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ask } from '../client.ts'
import type { Attack } from './attacks.ts'
import type { Town } from './people.ts'
import { sendRaw } from './raw.ts'

const SCRIPT = '<script>alert(1)</script>'
const IMAGE = '<img src=x onerror=alert(2)>'
const FORMULA = '=HYPERLINK("http://evil.example")'

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** Sends a file as the administrator. */
async function sendFile({ server, people }: Town, name: string, text: string) {
  const query = new URLSearchParams({ name, mode: 'commit' }).toString()
  const { headers } = people.administrator
  return ask<{ id: string; status: string }>(`${server.url}/api/v1/uploads?${query}`, {
    method: 'POST',
    headers: { ...headers, prefer: 'wait=60', 'content-type': 'text/csv' },
    body: text,
  })
}

const get = ({ server, people }: Town, path: string) =>
  fetch(server.url + path, { headers: people.administrator.headers })

/** Names that are markup, in a file, on every page that shows them. */
const markup: Attack = async (town) => {
  const rows = [SCRIPT, IMAGE, '</script><script>alert(3)</script>'].map(
    (name) => `${quoted(name)},2023,5`,
  )
  await sendFile(town, `${SCRIPT}.csv`, `园区,年份,税收(万元)\n${rows.join('\n')}\n`)
  for (const path of ['/', '/data', '/rank?period=2023', '/coverage', '/zones']) {
    const response = await get(town, path)
    const html = await response.text()
    if (/<script>alert|<img src=x>/u.test(html)) return `${path} holds live markup`
    const policy = response.headers.get('content-security-policy') ?? ''
    const scripts = /script-src([^;]*)/u.exec(policy)?.[1] ?? "'unsafe-inline'"
    if (scripts.includes('unsafe-inline') || scripts.includes('*'))
      return `${path}: weak policy ${policy}`
  }
  return null
}

const reflected: Attack = async (town) => {
  for (const path of [
    `/rank?period=${encodeURIComponent(SCRIPT)}`,
    `/${encodeURIComponent(SCRIPT)}`,
  ]) {
    const html = await (await get(town, path)).text()
    if (html.includes(SCRIPT)) return `${path} reflects a script`
  }
  return null
}

const formula: Attack = async (town) => {
  const names = [FORMULA, '+1+1', '@SUM(A1)', '-2+3', '＝1+1', '\t=1']
  const rows = names.map((name) => `${quoted(name)},2022,-5`)
  await sendFile(town, 'formula.csv', `园区,年份,税收(万元)\n${rows.join('\n')}\n`)
  const csv = await (await get(town, '/api/v1/values.csv?period=2022')).text()
  const live = csv
    .split(/\r?\n/u)
    .flatMap((line) => line.split(','))
    .map((cell) => cell.replace(/^"/u, ''))
    .filter((cell) => /^[=+@＝\t]/u.test(cell) || /^-\D/u.test(cell) || cell === '-2+3')
  if (live.length > 0) return `a live formula: ${live.join(' ')}`
  return csv.includes('-5') ? null : 'a negative number was changed'
}

const DROP = "'; DROP TABLE uploads; --"
const OR = "' OR '1'='1"

const sql: Attack = async (town) => {
  const before = await (await get(town, '/api/v1/uploads')).text()
  const nothing = [
    `/api/v1/uploads/${encodeURIComponent(OR)}`,
    `/api/v1/zones/${encodeURIComponent(OR)}`,
  ]
  for (const path of nothing) {
    const { status } = await get(town, path)
    if (status !== 404 && status !== 400) return `${path} answers ${String(status)}`
  }
  for (const text of [DROP, OR, '\\', '\0', '%', '_']) {
    const q = encodeURIComponent(text)
    for (const path of [
      `/api/v1/values?zones=${q}`,
      `/api/v1/uploads?cursor=${q}`,
      `/api/v1/history?cursor=${q}`,
      `/api/v1/audit?person=${q}&action=${q}`,
    ]) {
      const { status } = await get(town, path)
      if (status >= 500) return `${path} answers ${String(status)}`
    }
  }
  return (await (await get(town, '/api/v1/uploads')).text()) === before
    ? null
    : 'the uploads have changed'
}

const OUTSIDE = [
  '../../../../etc/passwd',
  '..%2f..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/etc/passwd',
  '..%5c..%5cpackage.json',
]
const PLACES = [
  '/api/v1/backups/',
  '/api/v1/uploads/',
  '/api/docs/',
  '/_app/',
  '/',
  '/api/v1/views/',
]

const paths: Attack = async (town) => {
  const { host } = new URL(town.server.url)
  const { cookie = '' } = town.people.administrator.headers
  for (const place of PLACES) {
    for (const outside of OUTSIDE) {
      const request = `GET ${place}${outside}${place.includes('backups') ? '/file' : ''} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`
      const answer = await sendRaw(town.server.url, request)
      if (/root:.*:0:0|"name": "permu"/u.test(answer)) return `${place}${outside} shows a file`
    }
  }
  return null
}

const fileNames: Attack = async (town) => {
  const around = dirname(town.data)
  const before = readdirSync(around).length
  await sendFile(town, '../../escaped.csv', '园区,年份,税收(万元)\n丙园,2021,1\n')
  await sendFile(town, '/etc/escaped.csv', '园区,年份,税收(万元)\n丁园,2021,1\n')
  const escaped = existsSync(join(around, 'escaped.csv')) || existsSync('/etc/escaped.csv')
  return escaped || readdirSync(around).length !== before ? 'a file name led outside' : null
}

const headerLines: Attack = async (town) => {
  const name = 'a\r\nSet-Cookie: stolen=1\r\n\r\n<script>.csv'
  const { body } = await sendFile(town, name, '园区,年份,税收(万元)\n戊园,2020,1\n')
  const response = await get(town, `/api/v1/uploads/${body.id}/file`)
  if (response.headers.get('set-cookie')?.includes('stolen')) return 'a name made a header'
  const { host } = new URL(town.server.url)
  const answer = await sendRaw(
    town.server.url,
    `GET /livez HTTP/1.1\r\nHost: ${host}\r\nX-Request-Id: aaaaaaaa%0d%0aSet-Cookie:stolen=1\r\nConnection: close\r\n\r\n`,
  )
  return /^set-cookie/imu.test(answer) ? 'a request id made a header' : null
}

const openRedirect: Attack = async ({ server }) => {
  for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    for (const path of [
      `/sign-in?from=${encodeURIComponent(to)}`,
      `/?lang=en&from=${encodeURIComponent(to)}`,
      `/${to}?lang=en`,
    ]) {
      const response = await fetch(server.url + path, { redirect: 'manual' }).catch(() => null)
      const location = response?.headers.get('location') ?? ''
      if (/^(https?:)?[/\\]{2}evil/u.test(location)) return `${path} leads to ${location}`
    }
  }
  return null
}

const SLOW = 3_000

/** Texts that make careless patterns go back and forth without end. */
const patterns: Attack = async (town) => {
  const hostile = [
    '('.repeat(20_000),
    'a'.repeat(19_000) + '!',
    '1,'.repeat(9_000),
    '"'.repeat(19_000),
    `${' '.repeat(15_000)}x`,
  ]
  for (const text of hostile) {
    const q = encodeURIComponent(text)
    for (const path of [`/api/v1/values?zones=${q}`, `/api/v1/rankings?by=${q}`]) {
      const began = performance.now()
      const { status } = await fetch(town.server.url + path, {
        headers: town.people.viewer.headers,
      })
      const took = performance.now() - began
      if (status >= 500 || took > SLOW)
        return `${path.slice(0, 60)}: ${String(status)} in ${took.toFixed(0)} ms`
    }
    const began = performance.now()
    await sendFile(town, 'slow.csv', `园区,年份,${text.replaceAll(/[",]/gu, '(')}\n甲园,2023,1\n`)
    if (performance.now() - began > SLOW * 3) return 'a header takes too long to read'
  }
  return null
}

const largeBody: Attack = async ({ server, people }) => {
  const body = `{"name":"${'x'.repeat(40 * 1024 * 1024)}"}`
  const headers = { ...people.editor.headers, 'content-type': 'application/json' }
  const response = await fetch(`${server.url}/api/v1/views`, {
    method: 'POST',
    headers,
    body,
  }).catch(() => null)
  return response === null || response.status === 413
    ? null
    : `40 MB are answered ${String(response.status)}`
}

const pollution: Attack = async ({ server, people }) => {
  const headers = { ...people.editor.headers, 'content-type': 'application/json' }
  const body =
    '{"__proto__":{"can":["administer"]},"constructor":{"prototype":{"role":"administrator"}}}'
  await fetch(`${server.url}/api/v1/views`, { method: 'POST', headers, body })
  const { status } = await fetch(`${server.url}/api/v1/people`, { headers: people.viewer.headers })
  return status === 403 ? null : `a viewer sees people: ${String(status)}`
}

export const CONTENT: Record<string, Attack> = {
  'XSS: markup in a file': markup,
  'XSS: reflected': reflected,
  'formulas in an export': formula,
  'SQL in what is asked': sql,
  'paths that lead outside': paths,
  'file names that lead outside': fileNames,
  'lines in headers': headerLines,
  'open redirects': openRedirect,
  ReDoS: patterns,
  'a body of 40 MB': largeBody,
  'prototypes in JSON': pollution,
}
