import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { App } from './app.ts'
import { clientOf, type Client } from './border/client.ts'
import { safeHeaders, secure } from './border/headers.ts'
import type { Deps } from './env.ts'
import { compressed } from './http/compress.ts'
import { isOwnName } from './http/own-name.ts'
import { createShortcut, type Again, type Asked } from './http/shortcut.ts'
import { ASK, isApiPath, PROTOCOL, type WebHandler } from './web.ts'

/** Answers a request of the server: by the API, or by the dashboard. */
export type Front = (request: IncomingMessage, response: ServerResponse) => void

interface Visit {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly client: Client
}

function refuse({ response }: Visit, status: number, text: string) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${text}\n`)
}

const FOREIGN = 'This host name is not served here; PERMU_ALLOWED_HOSTS can name it.'

const isFile = (path: string) => path.startsWith('/_app/')

/** Whether a page may be answered; the answer that says no has been given otherwise. */
function admits({ config, rates, metrics }: Deps, visit: Visit): boolean {
  const { request, response, client } = visit
  if (!isOwnName(request.headers.host ?? '', config)) {
    refuse(visit, 401, FOREIGN)
    return false
  }
  if (isFile(request.url ?? '/')) return true
  const { ok, headers, wait } = rates.check('read', client)
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (ok) return true
  metrics.refused('read')
  const seconds = String(wait)
  const text = `请求过于频繁，请在 ${seconds} 秒后重试。 Too many requests; try again in ${seconds} s.`
  refuse(visit, 429, text)
  return false
}

function measure({ metrics, log }: Deps, { request, response }: Visit, id: string) {
  const started = performance.now()
  const route = isFile(request.url ?? '/') ? '(file)' : '(page)'
  response.once('close', () => {
    const milliseconds = performance.now() - started
    const { method = 'GET' } = request
    const status = response.statusCode
    metrics.request({ method, route, status, seconds: milliseconds / 1000 })
    const ms = Math.round(milliseconds * 10) / 10
    if (log.isLevelEnabled('info')) log.info({ id, method, route, status, ms }, 'request')
  })
}

type Shortcut = ReturnType<typeof createShortcut>

const header = (value: string | string[] | undefined) =>
  value === undefined || typeof value === 'string' ? value : value.join(', ')

const askedBy = (request: IncomingMessage, client: Client): Asked => ({
  method: request.method ?? 'GET',
  path: request.url ?? '/',
  header: (name) => header(request.headers[name]),
  client,
})

const askedWithin = (request: Request, client: Client): Asked => {
  const { pathname, search } = new URL(request.url)
  const { method, headers } = request
  return {
    method,
    path: pathname + search,
    header: (name) => headers.get(name) ?? undefined,
    client,
  }
}

function toResponse({ status, headers, body }: Again): Response {
  const told = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value].flat()) told.append(name, one)
  }
  return new Response(body, { status, headers: told })
}

/** While it renders a page, the dashboard asks the API in this process, for whoever asked for the page. */
function connect(
  fetch: App['fetch'],
  shortcut: Shortcut,
  { visit, id }: { visit: Visit; id: string },
) {
  const { request, client } = visit
  request.headers[PROTOCOL] = client.isHttps ? 'https' : 'http'
  const ask = async (asked: Request) => {
    asked.headers.set('x-request-id', id)
    const again = await shortcut(askedWithin(asked, client))
    return again === null ? fetch(asked, { client }) : toResponse(again)
  }
  Object.assign(request, { [ASK]: ask })
}

/** Sends an answer that was found without the routes. */
function send({ response, client }: Visit, { status, headers, body }: Again, isDraining: boolean) {
  const { isHttps } = client
  response.writeHead(status, {
    ...safeHeaders({ isApi: true, isHttps }),
    ...headers,
    ...(body !== null && { 'content-length': String(body.byteLength) }),
    ...(isDraining && { connection: 'close' }),
  })
  response.end(body)
}

export function createFront(app: App, deps: Deps, web: Promise<WebHandler>): Front {
  const api = getRequestListener(app.fetch)
  const shortcut = createShortcut(deps)

  async function page(visit: Visit) {
    const id = randomUUID()
    visit.response.setHeader('x-request-id', id)
    measure(deps, visit, id)
    if (!admits(deps, visit)) return
    connect(app.fetch, shortcut, { visit, id })
    try {
      const handler = await web
      await handler(visit.request, visit.response)
    } catch (error) {
      deps.log.error({ err: error, requestId: id }, 'a page could not be answered')
      if (!visit.response.headersSent) refuse(visit, 500, `出错了 Something went wrong here: ${id}`)
      else visit.response.destroy()
    }
  }

  function byRoutes(visit: Visit, isApi: boolean) {
    const { request, response, client } = visit
    secure(response, { isApi, isHttps: client.isHttps })
    if (deps.life.isDraining) response.setHeader('connection', 'close')
    compressed(request, response, () => {
      if (isApi) void api(request, response)
      else void page(visit)
    })
  }

  async function answerApi(visit: Visit) {
    // What goes wrong here goes wrong there as well, where it is told.
    const again = await shortcut(askedBy(visit.request, visit.client)).catch(() => null)
    if (again === null) byRoutes(visit, true)
    else send(visit, again, deps.life.isDraining)
  }

  return (request, response) => {
    const visit = { request, response, client: clientOf(request, deps.config.trustProxy) }
    if (!isApiPath(request.url ?? '/')) byRoutes(visit, false)
    else if (request.method === 'GET') void answerApi(visit)
    else byRoutes(visit, true)
  }
}
