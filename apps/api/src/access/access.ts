import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { limitRates } from '../border/limit-rates.ts'
import type { Deps, Env } from '../env.ts'
import { LOCAL_PERSON } from '../database/store.ts'
import { answerFault, FaultError, type Fault } from '../problem.ts'
import { findUpload } from '../uploads/queries.ts'
import { RULES, type Rule } from './rules.ts'
import { anonymous, ANONYMOUS, smallestRole, type Visitor } from './visitor.ts'
import type { Found } from './visitors.ts'

/** The one place that decides whether a request reaches its route. */

/** What every handler that could answer this request needs; empty where there is none, or no rule. */
function rulesOf(c: Context<Env>): Rule[] {
  const routes = matchedRoutes(c).filter(({ method }) => method !== 'ALL')
  const rules = routes.map(({ method, path }) => RULES[`${method} ${path}`])
  return rules.every((rule) => rule !== undefined) ? rules : []
}

/** Whether a route is for whoever may read, without regard to who they are. */
export function isForReaders(c: Context<Env>): boolean {
  const rules = rulesOf(c)
  return rules.length > 0 && rules.every((rule) => rule === 'read')
}

async function isOwnUpload(c: Context<Env>, { person, can }: Visitor): Promise<boolean> {
  if (person === null || !can.has('upload')) return false
  const id = c.req.path.split('/')[4] ?? ''
  return (await findUpload(c.get('deps').store.read, id))?.by === person.id
}

async function isAllowed(c: Context<Env>, rule: Rule, visitor: Visitor): Promise<boolean> {
  const { can, kind } = visitor
  switch (rule) {
    case 'anyone':
      return true
    case 'signed-in':
      return kind === 'session'
    case 'member':
      return kind === 'session' && can.has('read')
    case 'watch':
      return visitor.watches
    case 'own-upload':
      return can.has('read') || (await isOwnUpload(c, visitor))
    default:
      return can.has(rule)
  }
}

const NOT_ALLOWED = 'Your account may not do this.'

/** Which role would be enough, where a role is what is lacking. */
function lacking(rule: Rule): Fault {
  const role = smallestRole(rule)
  const errors = role === null ? [] : [{ pointer: 'role', message: role }]
  return { code: 'forbidden', detail: NOT_ALLOWED, errors }
}

function refusal({ person }: Visitor, rule: Rule): Fault {
  if (person === null) return { code: 'unauthorized', detail: 'Sign in to do this.' }
  if (person.mustChangePassword) {
    return { code: 'forbidden', detail: 'Choose another password first.' }
  }
  return lacking(rule)
}

/** Whom a visitor counts as, in histories, quotas and the log. */
export const actorId = ({ person, kind }: Visitor) =>
  person?.id ?? (kind === 'local' ? LOCAL_PERSON : ANONYMOUS)

function actingAs(deps: Deps, { visitor, standing }: Found): Deps {
  const actor = { ...deps.actor, id: actorId(visitor), can: visitor.can }
  return { ...deps, actor, nameOf: (known) => standing.names.get(known) ?? known }
}

/** Finds out who asks. Whether the process lives and is ready is answered whatever the store says. */
export const identify: MiddlewareHandler<Env> = async (c, next) => {
  if (!c.req.path.startsWith('/api/')) {
    c.set('visitor', anonymous(false))
    return next()
  }
  const deps = c.get('deps')
  const found = await deps.visitors.find(c.req.raw, c.get('client'))
  if (!found.ok) {
    // A key that does not hold is a guess, and counts for the address it comes from.
    const tooMany = await limitRates(c, () => Promise.resolve())
    return tooMany instanceof Response ? tooMany : answerFault(c, found.fault)
  }
  c.set('visitor', found.value.visitor)
  c.set('deps', actingAs(deps, found.value))
  await next()
  for (const cookie of found.value.cookies) c.res.headers.append('set-cookie', cookie)
  return undefined
}

/** Lets a request through only where a rule says so. */
export const authorise: MiddlewareHandler<Env> = async (c, next) => {
  const rules = rulesOf(c)
  if (rules.length === 0) {
    return answerFault(c, { code: 'not-found', detail: 'There is nothing at this address.' })
  }
  const visitor = c.get('visitor')
  for (const rule of rules) {
    if (!(await isAllowed(c, rule, visitor))) return answerFault(c, refusal(visitor, rule))
  }
  return next()
}

/** Refuses what a route as such allows, but not all that can be asked of it. */
export function need({ actor }: Pick<Deps, 'actor'>, permission: 'edit'): void {
  if (actor.can.has(permission)) return
  throw new FaultError(lacking(permission))
}
