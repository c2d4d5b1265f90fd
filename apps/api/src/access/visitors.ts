import type { Logger } from 'pino'
import type { Auth } from '../accounts/auth.ts'
import { findPerson, isActive, type PersonRow } from '../accounts/queries.ts'
import type { Client } from '../border/client.ts'
import type { Config } from '../config.ts'
import type { Store } from '../database/store.ts'
import { isLoopbackName } from '../http/own-name.ts'
import { done, type Outcome } from '../problem.ts'
import { hashOf, keyIn, visitorByKey } from './by-key.ts'
import { createStandings, keep, type Standing } from './standing.ts'
import { anonymous, bySession, LOCAL, type Visitor } from './visitor.ts'

/** A visitor, and the cookies that prolong their session. */
export interface Found {
  visitor: Visitor
  cookies: readonly string[]
  standing: Standing
}

export interface Visitors {
  /** From now on others than this machine can reach the server: nobody is taken for its one person. */
  expose(): void
  find(request: Pick<Request, 'headers' | 'url'>, client: Client): Promise<Outcome<Found>>
}

export interface VisitorDeps {
  config: Config
  store: Store
  auth: Auth
  log: Logger
  now: () => Date
}

const MINUTE = 60_000
const NONE: readonly string[] = []

interface Signed {
  person: PersonRow
  cookies: readonly string[]
}

async function signedIn(
  { auth, store, now }: VisitorDeps,
  standing: Standing,
  headers: Headers,
): Promise<Signed | null> {
  const name = hashOf(headers.get('cookie') ?? '')
  const held = standing.sessions.get(name)
  if (held && held.until > now().getTime()) return { person: held.person, cookies: NONE }
  const session = await auth.session(headers)
  const person = session === null ? null : await findPerson(store.read, session.person)
  if (session === null || person === null || !isActive(person)) return null
  const until = Math.min(session.expiresAt.getTime(), now().getTime() + MINUTE)
  keep(standing.sessions, name, { person, until })
  return { person, cookies: session.cookies }
}

/** Whether a program on this machine asks for itself, by a name that only this machine has. */
function isLocal({ headers, url }: Pick<Request, 'headers' | 'url'>, client: Client): boolean {
  return client.isLocal && isLoopbackName(headers.get('host') ?? new URL(url).host)
}

/** Who sends requests: a program by its key, a person by their session, or nobody in particular. */
export function createVisitors(deps: VisitorDeps): Visitors {
  const standings = createStandings(deps.store)
  let isExposed = false
  return {
    expose: () => {
      isExposed = true
    },
    find: async (request, client) => {
      const standing = await standings()
      const found = { cookies: NONE, standing }
      const secret = keyIn(request.headers)
      if (secret !== null) {
        const named = await visitorByKey(deps, standing, secret)
        return named.ok ? done({ ...found, visitor: named.value }) : named
      }
      if (deps.auth.hasCookie(request.headers)) {
        const signed = await signedIn(deps, standing, request.headers)
        const cookies = signed?.cookies ?? NONE
        if (signed) return done({ standing, cookies, visitor: bySession(signed.person) })
      }
      const isAlone = !isExposed && !standing.hasAccounts && isLocal(request, client)
      const visitor = isAlone ? LOCAL : anonymous(standing.settings.reading === 'open')
      return done({ ...found, visitor })
    },
  }
}
