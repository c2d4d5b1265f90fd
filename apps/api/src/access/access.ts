import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Deps, Env } from '../env.ts'
import { LOCAL_PERSON } from '../database/store.ts'
import { answerFault, failed, FaultError, type Fault } from '../problem.ts'
import { findUpload } from '../uploads/queries.ts'
import { RULES, type Rule } from './rules.ts'
import type { Visitor } from './visitor.ts'
import type { Found } from './visitors.ts'

/** The one place that decides whether a request reaches its route. */

/** What every handler that could answer this request needs; empty where there is none, or no rule. */
function rulesOf(c: Context<Env>): Rule[] {
  const routes = matchedRoutes(c).filter(({ method }) => method !== 'ALL')
  const rules = routes.map(({ method, path }) => RULES[`${method} ${path}`])
  return rules.every((rule) => rule !== undefined) ? rules : []
}

async function isOwnUpload(c: Context<Env>, { person, can }: Visitor): Promise<boolean> {
  if (person === null || !can.has('upload')) return false
  const id = c.req.path.split('/')[4] ?? ''
  return (await findUpload(c.get('deps').store.read, id))?.by === person.id
}

async function isAllowed(c: Context<Env>, rule: Rule, visitor: Visitor): Promise<boolean> {
  const { can, kind, person } = visitor
  switch (rule) {
    case 'anyone':
      return true
    case 'signed-in':
      return kind === 'session'
    case 'member':
      return kind === 'session' && can.has('read')
    case 'own-upload':
      return can.has('read') || (await isOwnUpload(c, visitor))
    default:
      return can.has(rule) && (person === null || !person.disabled)
  }
}

function refusal({ person }: Visitor): Fault {
  if (person === null) return { code: 'unauthorized', detail: 'Sign in to do this.' }
  if (person.mustChangePassword) {
    return { code: 'forbidden', detail: 'Choose another password first.' }
  }
  return { code: 'forbidden', detail: 'Your account may not do this.' }
}

function actingAs(deps: Deps, { visitor, standing }: Found): Deps {
  const id = visitor.person?.id ?? (visitor.kind === 'local' ? LOCAL_PERSON : 'nobody')
  const actor = { ...deps.actor, id, can: visitor.can }
  return { ...deps, actor, nameOf: (known) => standing.names.get(known) ?? known }
}

/** Finds out who asks, and lets a request through only where a rule says so. */
export const access: MiddlewareHandler<Env> = async (c, next) => {
  const rules = rulesOf(c)
  if (rules.length === 0) {
    return answerFault(c, { code: 'not-found', detail: 'There is nothing at this address.' })
  }
  const deps = c.get('deps')
  const found = await deps.visitors.find(c.req.raw)
  if (!found.ok) return answerFault(c, found.fault)
  const { visitor, cookies } = found.value
  for (const rule of rules) {
    if (!(await isAllowed(c, rule, visitor))) return answerFault(c, refusal(visitor))
  }
  c.set('visitor', visitor)
  c.set('deps', actingAs(deps, found.value))
  await next()
  for (const cookie of cookies) c.res.headers.append('set-cookie', cookie)
  return undefined
}

/** Refuses what a route as such allows, but not all that can be asked of it. */
export function need({ actor }: Pick<Deps, 'actor'>, permission: 'edit'): void {
  if (actor.can.has(permission)) return
  throw new FaultError(failed('forbidden', 'Your account may not do this.').fault)
}
