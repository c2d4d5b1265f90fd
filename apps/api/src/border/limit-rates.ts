import type { MiddlewareHandler } from 'hono'
import type { Env } from '../env.ts'
import { answerFault } from '../problem.ts'
import { kindOf } from './kind.ts'
import type { Verdict } from './rates.ts'

const SIGN_IN = '/api/auth/sign-in/email'

/** The account that a sign-in is about; a body that says none is the route's to refuse. */
async function accountOf(request: Request): Promise<string | null> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null)
  const email: unknown = typeof body === 'object' && body ? Reflect.get(body, 'email') : null
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 320) : null
}

const refusal = ({ wait }: Verdict) => ({
  code: 'too-many' as const,
  detail: `Too many requests in a short time; try again in ${String(wait)} s.`,
})

/** Refuses who asks too often: by person or key where it is known, else by address. */
export const limitRates: MiddlewareHandler<Env> = async (c, next) => {
  const { rates, actor, metrics } = c.get('deps')
  const kind = kindOf(c.req.method, c.req.path)
  if (kind === null) return next()
  const told = (verdict: Verdict) => {
    for (const [name, value] of Object.entries(verdict.headers)) c.header(name, value)
    if (verdict.ok) return null
    metrics.refused(kind)
    return answerFault(c, refusal(verdict))
  }
  const refused = told(rates.check(kind, c.get('client'), actor))
  if (refused) return refused
  const isGuess = c.req.method === 'POST' && c.req.path === SIGN_IN
  const account = isGuess ? await accountOf(c.req.raw) : null
  return (account === null ? null : told(rates.guess(account, c.get('client')))) ?? next()
}
