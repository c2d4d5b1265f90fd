import { ask } from '../client.ts'
import type { Row } from '../row.ts'
import type { Town } from './people.ts'

/** Who may do what, written down again from what the roles mean, and tried at every route there is. */

type Who = keyof Town['people']

const EVERYBODY: readonly Who[] = [
  'nobody',
  'viewer',
  'uploader',
  'editor',
  'administrator',
  'reader',
]
const READERS: readonly Who[] = ['viewer', 'uploader', 'editor', 'administrator', 'reader']
const MEMBERS: readonly Who[] = ['viewer', 'uploader', 'editor', 'administrator']
const UPLOADERS: readonly Who[] = ['uploader', 'editor', 'administrator']
const EDITORS: readonly Who[] = ['editor', 'administrator']
const ADMINISTRATORS: readonly Who[] = ['administrator']

const MEANT: [pattern: RegExp, who: readonly Who[]][] = [
  [/^GET \/me$|\/setup$/u, EVERYBODY],
  [/^\w+ \/(people|settings|backups|audit|health|metrics)\b/u, ADMINISTRATORS],
  [/^\w+ \/(me|keys)\b/u, MEMBERS],
  [/^GET |^POST \/views$/u, READERS],
  [/^\w+ \/uploads\b/u, UPLOADERS],
  [/./u, EDITORS],
]

const meantFor = (operation: string) =>
  MEANT.find(([pattern]) => pattern.test(operation))?.[1] ?? []

interface Document {
  paths: Record<string, Record<string, unknown>>
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete'])

function operationsOf({ paths }: Document): { method: string; path: string }[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => METHODS.has(method))
      .map((method) => ({ method: method.toUpperCase(), path: path.replace(/^\/api\/v1/u, '') })),
  )
}

async function isLetIn(town: Town, who: Who, { method, path }: { method: string; path: string }) {
  const address = `${town.server.url}/api/v1${path.replaceAll(/\{\w+\}/gu, 'none')}`
  const headers = { ...town.people[who].headers, 'content-type': 'application/json' }
  const body = method === 'GET' ? {} : { body: '[]' }
  const response = await fetch(address, { method, headers, ...body, redirect: 'manual' })
  const text = await response.text()
  // Described, but answered elsewhere: on a port of its own.
  if (text.includes('There is nothing at this address')) return null
  return { isIn: response.status !== 401 && response.status !== 403, status: response.status }
}

/** Every route of the API by every kind of visitor, on a server that is closed to strangers. */
export async function tryRoutes(town: Town): Promise<Row> {
  const { body } = await ask<Document>(`${town.server.url}/api/v1/openapi.json`)
  const faults: string[] = []
  let tried = 0
  const operations = operationsOf(body)
  for (const operation of operations) {
    const name = `${operation.method} ${operation.path}`
    const meant = meantFor(name)
    for (const who of EVERYBODY) {
      const answer = await isLetIn(town, who, operation)
      if (answer === null) continue
      tried++
      const { isIn, status } = answer
      if (isIn === meant.includes(who)) continue
      faults.push(`${name}: ${who} is ${isIn ? 'let in' : 'kept out'} (${String(status)})`)
    }
  }
  const figure = `${String(operations.length)} routes, ${String(tried)} tries: ${String(faults.length)} wrong`
  return { what: 'routes × roles', figure, faults }
}
