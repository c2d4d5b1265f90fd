import type { RequestEvent } from '@sveltejs/kit'
import { API_URL } from '$app/env/private'

// Whose question it is, and whether it came through a proxy.
const PASSED_ON = ['cookie', 'x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

/**
 * Asks the API in this process for whoever asked for the page; where the dashboard runs by itself, at
 * the address of the API.
 */
export async function askApi(
  event: RequestEvent,
  request: Request,
  fetch: (asked: Request) => Promise<Response>,
): Promise<Response> {
  const url = new URL(request.url)
  const inProcess = event.platform?.req[Symbol.for('permu.ask')]
  const target = inProcess === undefined ? new URL(url.pathname + url.search, API_URL) : url
  const { method } = request
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer()
  const asked = new Request(target, { method, headers: request.headers, body })
  // The API refuses writes from foreign origins; that the page's own is none has been seen to.
  asked.headers.set('origin', target.origin)
  asked.headers.set('host', target.host)
  for (const name of PASSED_ON) {
    const value = event.request.headers.get(name)
    if (value !== null) asked.headers.set(name, value)
  }
  const answer = await (inProcess === undefined ? fetch(asked) : inProcess(asked))
  event.locals.cookies.push(...answer.headers.getSetCookie())
  return answer
}
