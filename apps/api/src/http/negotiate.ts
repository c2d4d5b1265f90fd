import { accepts } from 'hono/accepts'
import type { MiddlewareHandler } from 'hono'
import type { Env } from '../env.ts'
import { XLSX } from './spreadsheet.ts'

const ENDINGS: Record<string, string> = { 'text/csv': '.csv', [XLSX]: '.xlsx' }

/** Answers a question that asks for a spreadsheet by `Accept` as if its path had said so. */
export function negotiate(
  fetch: (request: Request) => Response | Promise<Response>,
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const type = accepts(c, {
      header: 'Accept',
      supports: ['application/json', ...Object.keys(ENDINGS)],
      default: 'application/json',
    })
    const ending = ENDINGS[type]
    if (c.req.method !== 'GET' || ending === undefined) {
      await next()
      c.res.headers.append('vary', 'Accept')
      return undefined
    }
    const url = new URL(c.req.url)
    url.pathname += ending
    const answer = await fetch(new Request(url, { headers: c.req.raw.headers }))
    const headers = new Headers(answer.headers)
    headers.append('vary', 'Accept')
    return new Response(answer.body, { status: answer.status, headers })
  }
}
