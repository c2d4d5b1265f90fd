import type { PasswordChange, SignIn } from '../contract.ts'
import type { Deps } from '../env.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { OIDC_PROVIDER, SIGN_IN_PAGE } from './auth.ts'
import { updatePerson } from './queries.ts'

/** Signing in and out by the library; its answers become ours, and no token stands in a body. */

type SignInDeps = Pick<Deps, 'accounts' | 'store' | 'now'>

/** The cookies of an answer, for the browser. */
export type Cookies = readonly string[]

interface Asked {
  path: string
  cookie?: string | undefined
  body?: object
}

const ORIGIN = 'http://localhost'
const FAILED = `${SIGN_IN_PAGE}?error=oidc`

function ask({ accounts, store }: SignInDeps, { path, cookie, body = {} }: Asked) {
  const headers = { 'content-type': 'application/json', ...(cookie !== undefined && { cookie }) }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return accounts.answer(new Request(`${ORIGIN}/api/auth${path}`, init), store)
}

function refuseUnexpected(response: Response) {
  if (response.status >= 500) throw new Error(`signing in answered ${String(response.status)}`)
}

/** Begins a session, always a new one; the one of before ends. */
export async function signIn(
  deps: SignInDeps,
  { email, password }: SignIn,
  cookie?: string,
): Promise<Outcome<Cookies>> {
  const response = await ask(deps, { path: '/sign-in/email', body: { email, password } })
  refuseUnexpected(response)
  if (!response.ok) {
    // The same whether the address is unknown, the password wrong or the account disabled.
    return failed('unauthorized', 'The e-mail address or the password is not right.')
  }
  if (cookie !== undefined) await signOut(deps, cookie)
  return done(response.headers.getSetCookie())
}

export async function signOut(deps: SignInDeps, cookie: string | undefined): Promise<Cookies> {
  const response = await ask(deps, { path: '/sign-out', cookie })
  refuseUnexpected(response)
  return response.headers.getSetCookie()
}

function passwordFault(code: unknown) {
  if (code === 'CREDENTIAL_ACCOUNT_NOT_FOUND') {
    return failed('conflict', 'This account has no password; it signs in by a provider.')
  }
  const message = 'This is not the present password.'
  return failed('invalid', message, [{ pointer: '/currentPassword', message }])
}

/** Chooses another password: all other sessions end, and this one goes on under a new token. */
export async function changePassword(
  deps: SignInDeps,
  { currentPassword, newPassword }: PasswordChange,
  { person, cookie }: { person: string; cookie: string | undefined },
): Promise<Outcome<Cookies>> {
  if (newPassword === currentPassword) {
    const message = 'This is the present password; choose another one.'
    return failed('invalid', message, [{ pointer: '/newPassword', message }])
  }
  const body = { currentPassword, newPassword, revokeOtherSessions: true }
  const response = await ask(deps, { path: '/change-password', cookie, body })
  refuseUnexpected(response)
  if (!response.ok) return passwordFault(((await response.json()) as { code?: unknown }).code)
  const change = { mustChangePassword: false, updatedAt: deps.now().toISOString() }
  await deps.store.write((db) => updatePerson(db, person, change))
  return done(response.headers.getSetCookie())
}

/** A path of this product; anything else, such as another site’s address, is home. */
export function pathHome(from: string): string {
  if (!from.startsWith('/') || !URL.canParse(from, ORIGIN)) return '/'
  const { origin, pathname, search, hash } = new URL(from, ORIGIN)
  return origin === ORIGIN && !pathname.startsWith('//') ? pathname + search + hash : '/'
}

interface Redirect {
  to: string
  cookies: Cookies
}

/** Where a provider is asked who it is; back to the page for signing in where it cannot be reached. */
export async function startOidc(deps: SignInDeps, from: string): Promise<Redirect> {
  const body = {
    provider: OIDC_PROVIDER,
    callbackURL: pathHome(from),
    errorCallbackURL: FAILED,
    disableRedirect: true,
  }
  const response = await ask(deps, { path: '/sign-in/social', body })
  if (!response.ok) return { to: FAILED, cookies: [] }
  const { url } = (await response.json()) as { url: string }
  return { to: url, cookies: response.headers.getSetCookie() }
}

/** What a provider said of somebody: a session and the page asked for, or the page for signing in. */
export async function finishOidc(deps: SignInDeps, request: Request): Promise<Redirect> {
  const { search } = new URL(request.url)
  const headers = { cookie: request.headers.get('cookie') ?? '' }
  const address = `${ORIGIN}/api/auth/callback/${OIDC_PROVIDER}${search}`
  const response = await deps.accounts.answer(new Request(address, { headers }), deps.store)
  const cookies = response.headers.getSetCookie()
  const to = response.headers.get('location') ?? FAILED
  const isIn = !URL.canParse(to) && !to.startsWith(SIGN_IN_PAGE)
  return { to: isIn ? to : FAILED, cookies }
}
