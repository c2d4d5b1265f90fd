import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { App } from './app.ts'
import { clientOf, type Client } from './border/client.ts'
import { secure } from './border/headers.ts'
import type { Deps } from './env.ts'
import { compressed } from './http/compress.ts'
import { isOwnName } from './http/own-name.ts'
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

/** While it renders a page, the dashboard asks the API in this process, for whoever asked for the page. */
function connect(app: App, { request, client }: Visit, id: string) {
  request.headers[PROTOCOL] = client.isHttps ? 'https' : 'http'
  const ask = (asked: Request) => {
    asked.headers.set('x-request-id', id)
    return app.fetch(asked, { client })
  }
  Object.assign(request, { [ASK]: ask })
}

export function createFront(app: App, deps: Deps, web: Promise<WebHandler>): Front {
  const api = getRequestListener(app.fetch)

  async function page(visit: Visit) {
    const id = randomUUID()
    visit.response.setHeader('x-request-id', id)
    measure(deps, visit, id)
    if (!admits(deps, visit)) return
    connect(app, visit, id)
    try {
      const handler = await web
      await handler(visit.request, visit.response)
    } catch (error) {
      deps.log.error({ err: error, requestId: id }, 'a page could not be answered')
      if (!visit.response.headersSent) refuse(visit, 500, `出错了 Something went wrong here: ${id}`)
      else visit.response.destroy()
    }
  }

  return (request, response) => {
    const client = clientOf(request, deps.config.trustProxy)
    const isApi = isApiPath(request.url ?? '/')
    secure(response, { isApi, isHttps: client.isHttps })
    if (deps.life.isDraining) response.setHeader('connection', 'close')
    compressed(request, response, () => {
      if (isApi) void api(request, response)
      else void page({ request, response, client })
    })
  }
}
