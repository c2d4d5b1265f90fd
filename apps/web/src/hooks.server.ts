import { redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks'
import { askApi } from '#lib/ask-api.ts'
import { isLocale } from '#lib/i18n/index.ts'
import { createMaking, type Ask } from '#lib/kept/made-of.ts'
import { createKeptPages } from '#lib/kept/pages.ts'
import { paintFirst } from '#lib/paint-first.ts'
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

/** Keeps what an address sets, and leads to the address without it. */
function keepPreferences({ url, cookies }: RequestEvent): void {
  const lang = url.searchParams.get('lang')
  const theme = url.searchParams.get('theme')
  if (isLocale(lang)) cookies.set('lang', lang, KEEP)
  if (isTheme(theme)) cookies.set('theme', theme, KEEP)
  if (lang !== null || theme !== null) redirect(303, withoutPreferences(url))
}

function readPreferences({ cookies, locals, request }: RequestEvent): void {
  const known = cookies.get('lang')
  const chosen = cookies.get('theme')
  locals.locale = isLocale(known) ? known : localeFromHeader(request.headers.get('accept-language'))
  locals.theme = isTheme(chosen) ? chosen : 'auto'
}

const keptPages = createKeptPages()

/** Whether a page may be given to others who would see the same; what is not asked for by GET acts. */
const mayBeKept = ({ request, route, url, isDataRequest, isSubRequest }: RequestEvent) =>
  request.method === 'GET' &&
  route.id !== null &&
  !(isDataRequest || isSubRequest || PRIVATE.test(url.pathname))

/** A page that was rendered before, or a new one. */
async function kept(event: RequestEvent, render: () => Promise<Response>): Promise<Response> {
  const { url, locals, request } = event
  const ask: Ask = (path, tag) => {
    const headers = tag === null ? {} : { 'if-none-match': tag }
    return askApi(event, new Request(new URL(path, url), { headers }), fetch)
  }
  // Who asks, and what they may: nobody is given a page that was made for others than that.
  const me = await ask('/api/v1/me', null)
  const key = [url.href, locals.locale, locals.theme, await me.text()].join('\n')
  const encodings = request.headers.get('accept-encoding') ?? ''
  return keptPages.answer({ key, ask, encodings, render, madeOf: locals.making.questions })
}

export const handle: Handle = async ({ event, resolve }) => {
  const { url, locals, request } = event
  if (isForeignWrite(request)) return new Response('Another site may not write here.\n', FORBIDDEN)
  locals.cookies = []
  locals.making = createMaking()
  keepPreferences(event)
  const today = request.method === 'GET' ? upgradedAddress(url) : null
  if (today !== null) redirect(303, today)
  readPreferences(event)
  const tongue = locals.locale === 'zh' ? 'zh-CN' : 'en'
  const render = async () =>
    resolve(event, {
      transformPageChunk: ({ html }) =>
        paintFirst(html).replace('%permu.lang%', tongue).replace('%permu.theme%', locals.theme),
    })
  return finish(mayBeKept(event) ? await kept(event, render) : await render(), event)
}

/** While a page is rendered, the API is asked for whoever asked for the page. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url)
  if (url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) return fetch(request)
  const answer = await askApi(event, request, fetch)
  await event.locals.making.note(request, answer)
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
