import { redirect } from '@sveltejs/kit'
import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks'
import { API_URL } from '$app/env/private'
import { isLocale } from '#lib/i18n/index.ts'
import { isTheme, localeFromHeader, withoutPreferences } from '#lib/preferences.ts'
import { upgradedAddress } from '#lib/state-version.ts'

// Preferences are no secret, and the product also runs on plain http inside an office network.
const KEEP = { path: '/', maxAge: 31_536_000, sameSite: 'lax', secure: false } as const

export const handle: Handle = ({ event, resolve }) => {
  const { url, cookies, locals, request } = event
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
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%permu.lang%', tongue).replace('%permu.theme%', locals.theme),
  })
}

/**
 * While a page is rendered, the API is asked in this process, for whoever asked for the page; where the
 * dashboard runs by itself, at the address of the API.
 */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const url = new URL(request.url)
  if (url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) return fetch(request)
  const ask = event.platform?.req[Symbol.for('permu.ask')]
  const target = ask === undefined ? new URL(url.pathname + url.search, API_URL) : url
  const asked = new Request(target, request)
  // The API refuses writes from foreign origins; the page's own request has been looked at before.
  asked.headers.delete('origin')
  const cookie = event.request.headers.get('cookie')
  if (cookie !== null) asked.headers.set('cookie', cookie)
  return ask === undefined ? fetch(asked) : ask(asked)
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
