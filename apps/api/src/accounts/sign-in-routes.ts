import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { PasswordChange, SignIn } from '../contract.ts'
import type { Env } from '../env.ts'
import { createRoutes, json } from '../http/routes.ts'
import { failed, unwrap } from '../problem.ts'
import { changePassword, finishOidc, signIn, signOut, startOidc } from './sign-in.ts'

const tags = ['accounts']
const Done = z.object({ ok: z.literal(true) })
const done = { 200: json(Done, 'done; the session is in a cookie') }
const redirect = { 303: { description: 'to the page or the provider' } }
const body = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
  required: true,
})

const byPassword = createRoute({
  tags,
  method: 'post',
  path: '/sign-in/email',
  summary: 'Sign in with e-mail and password',
  request: { body: body(SignIn) },
  responses: done,
})

const out = createRoute({
  tags,
  method: 'post',
  path: '/sign-out',
  summary: 'End this session',
  responses: done,
})

const password = createRoute({
  tags,
  method: 'post',
  path: '/change-password',
  summary: 'Choose another password; all other sessions end',
  request: { body: body(PasswordChange) },
  responses: done,
})

const toProvider = createRoute({
  tags,
  method: 'get',
  path: '/oidc',
  summary: 'Sign in by the provider that is configured',
  request: { query: z.object({ from: z.string().max(8000).default('/') }) },
  responses: redirect,
})

const fromProvider = createRoute({
  tags,
  method: 'get',
  path: '/callback/oidc',
  summary: 'Where the provider sends the browser back',
  responses: redirect,
})

function setCookies(c: Context<Env>, cookies: readonly string[]) {
  c.header('cache-control', 'no-store')
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

export const signInRoutes = createRoutes()
  .openapi(byPassword, async (c) => {
    setCookies(c, unwrap(await signIn(c.get('deps'), c.req.valid('json'), c.req.header('cookie'))))
    return c.json({ ok: true } as const, 200)
  })
  .openapi(out, async (c) => {
    setCookies(c, await signOut(c.get('deps'), c.req.header('cookie')))
    return c.json({ ok: true } as const, 200)
  })
  .openapi(password, async (c) => {
    const by = { person: c.get('deps').actor.id, cookie: c.req.header('cookie') }
    setCookies(c, unwrap(await changePassword(c.get('deps'), c.req.valid('json'), by)))
    return c.json({ ok: true } as const, 200)
  })
  .openapi(toProvider, async (c) => {
    const deps = c.get('deps')
    if (deps.config.oidc === null) return unwrap<never>(failed('not-found', 'No provider is set.'))
    const { to, cookies } = await startOidc(deps, c.req.valid('query').from)
    setCookies(c, cookies)
    return c.redirect(to, 303)
  })
  .openapi(fromProvider, async (c) => {
    const deps = c.get('deps')
    if (deps.config.oidc === null) return unwrap<never>(failed('not-found', 'No provider is set.'))
    const { to, cookies } = await finishOidc(deps, c.req.raw)
    setCookies(c, cookies)
    return c.redirect(to, 303)
  })
