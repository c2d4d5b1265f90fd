import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import type { Logger } from 'pino'
import type { Config, Oidc } from '../config.ts'
import { PASSWORD_LENGTH } from '../contract.ts'
import type { Store } from '../database/store.ts'
import type { PersonRole } from '../database/vocabulary.ts'
import { createAuthDatabase } from './auth-adapter.ts'
import { findPerson, isActive } from './queries.ts'
import { keepSecret } from './secret.ts'

const DAY = 86_400
/** Part of the cookie's name; over https more stands before it. */
export const SESSION_COOKIE = 'permu.session_token'
export const OIDC_PROVIDER = 'oidc'
export const SIGN_IN_PAGE = '/sign-in'

/** The role that the groups of a provider give to somebody who comes for the first time. */
function roleOf(oidc: Oidc, profile: Record<string, unknown>): PersonRole {
  const claimed = profile[oidc.roleClaim]
  const groups: unknown[] = Array.isArray(claimed) ? claimed : [claimed]
  return oidc.roles.find(({ group }) => groups.includes(group))?.role ?? 'viewer'
}

const providers = (oidc: Oidc | null) =>
  oidc === null
    ? []
    : [
        genericOAuth({
          config: [
            {
              providerId: OIDC_PROVIDER,
              name: oidc.name,
              discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
              clientId: oidc.clientId,
              clientSecret: oidc.clientSecret,
              scopes: ['openid', 'email', 'profile'],
              requireIdTokenVerification: true,
              mapProfileToUser: (profile) => ({ role: roleOf(oidc, profile) }),
            },
          ],
        }),
      ]

/** Refuses a session to those who may no longer sign in, as if the password were wrong. */
const refuseInactive = (store: Store) => async (session: { userId: string }) => {
  const person = await findPerson(store.read, session.userId)
  if (person === null || !isActive(person)) throw new APIError('UNAUTHORIZED')
}

interface SessionSource {
  api: {
    getSession(asked: { headers: Headers; returnHeaders: true }): Promise<{
      headers: Headers
      response: { session: { expiresAt: Date; userId: string } } | null
    }>
  }
}

/** Whose session a cookie is; one that has got old is prolonged by the cookies of the answer. */
async function sessionOf({ api }: SessionSource, headers: Headers) {
  const { response, headers: answered } = await api.getSession({ headers, returnHeaders: true })
  if (response === null) return null
  const { expiresAt, userId: person } = response.session
  return { person, expiresAt, cookies: answered.getSetCookie() }
}

/** The library for signing in: passwords, sessions and a provider, over the store. */
export function createAuth({ config, store, log }: { config: Config; store: Store; log: Logger }) {
  const { database, on } = createAuthDatabase(store)
  const address = config.address ?? `http://localhost:${String(config.port)}`
  const auth = betterAuth({
    appName: 'permu',
    baseURL: address,
    basePath: '/api/auth',
    secret: config.secret ?? keepSecret(config.data, 'secret'),
    database,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    user: { additionalFields: { role: { type: 'string', required: false } } },
    session: { expiresIn: 7 * DAY, updateAge: DAY },
    plugins: providers(config.oidc),
    databaseHooks: { session: { create: { before: refuseInactive(store) } } },
    onAPIError: { errorURL: `${address}${SIGN_IN_PAGE}?error=oidc` },
    // Both are done for every route of the API, by the address a browser knows this server by.
    rateLimit: { enabled: false },
    advanced: {
      disableCSRFCheck: true,
      cookiePrefix: 'permu',
      useSecureCookies: address.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message) => log.warn({ part: 'sign-in' }, message),
    },
  })
  return {
    /** Answers a request of signing in; what it writes is written by the store of the request. */
    answer: (request: Request, own: Store) => on(own, () => auth.handler(request)),
    hasCookie: (headers: Headers) => (headers.get('cookie') ?? '').includes(SESSION_COOKIE),
    session: (headers: Headers) => sessionOf(auth, headers),
  }
}

export type Auth = ReturnType<typeof createAuth>
