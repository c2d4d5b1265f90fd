import { redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks'
import { API_URL } from '$app/env/private'
import { isLocale } from '#lib/i18n/index.ts'
import { isTheme, localeFromHeader, withoutPreferences } from '#lib/preferences.ts'
import { isForeignWrite } from '#lib/same-site.ts'
import { upgradedAddress } from '#lib/state-version.ts'

// Preferences are no secret, and the product also runs on plain http inside an office network.
const KEEP = { path: '/', maxAge: 31_536_000, sameSite: 'lax', secure: false } as const
const FORBIDDEN = { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } }

// What these show is for one person and one moment.
const PRIVATE = /^\/(?:setup|sign-in|account|admin)(?:\/|$)/u

/** Cookies that the API set while the page was made are the browser's. */
function finish(response: Response, { locals, url }: RequestEvent): Response {
  for (const cookie of locals.cookies) response.headers.append('set-cookie', cookie)
  if (PRIVATE.test(url.pathname)) response.headers.set('cache-control', 'no-store')
  return response
}

export const handle: Handle = async ({ event, resolve }) => {
  const { url, cookies, locals, request } = event
  if (isForeignWrite(request)) return new Response('Another site may not write here.\n', FORBIDDEN)
  locals.cookies = []
  const lang = url.searchParams.get('lang')
  const theme = url.searchParams.get('theme')
  if (isLocale(lang)) cookies.set('lang', lang, KEEP)
  if (isTheme(theme)) cookies.set('theme', theme, KEEP)
  if (lang !== null || theme !== null) redirect(303, withoutPreferences(url))
  const today = request.method === 'GET' ? upgradedAddress(url) : null
  if (today !== null) redirect(303, today)

  const known = cookies.get('lang')
  const chosen = cookies.get('theme')
  locals.locale = isLocale(known) ? known : localeFromHeader(request.headers.get('accept-language'))
  locals.theme = isTheme(chosen) ? chosen : 'auto'
  const tongue = locals.locale === 'zh' ? 'zh-CN' : 'en'
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%permu.lang%', tongue).replace('%permu.theme%', locals.theme),
  })
  return finish(response, event)
}

// Whose question it is, and whether it came through a proxy.
const PASSED_ON = ['cookie', 'x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

/**
 * While a page is rendered, the API is asked in this process, for whoever asked for the page; where the
 * dashboard runs by itself, at the address of the API.
 */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url)
  if (url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) return fetch(request)
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

/** Expected errors keep what the API said of them; anything else gets an id and goes to the log. */
export const handleError: HandleServerError = (caught) => {
  if (caught.kind === 'app') {
    const { code, requestId } = caught.error
    return { code, requestId }
  }
  const framework = caught.kind === 'framework'
  const requestId = framework ? '' : crypto.randomUUID()
  if (!framework) process.stderr.write(`${requestId} ${describe(caught.error)}\n`)
  return { code: framework ? 'not-found' : 'internal', requestId }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
