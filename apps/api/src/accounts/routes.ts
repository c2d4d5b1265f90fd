import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { createRoutes } from '../http/routes.ts'
import { failed, unwrap } from '../problem.ts'
import * as contract from './contract.ts'
import { addKey, endKey, keysShown } from './keys.ts'
import { describeMe, rename } from './me.ts'
import * as people from './people.ts'
import { changeSettings, readSettings } from './settings.ts'
import { isSetupOpen, setUp } from './setup.ts'
import { signIn } from './sign-in.ts'

const NO_STORE = 'no-store'

/** Who asks now: after a change somebody else than at the beginning of the request, or more. */
async function meAgain(c: Context<Env>, cookies: readonly string[] = []) {
  const deps = c.get('deps')
  const headers = new Headers(c.req.raw.headers)
  if (cookies.length > 0) headers.set('cookie', cookies.map((one) => one.split(';')[0]).join('; '))
  const found = await deps.visitors.find(new Request(c.req.url, { headers }))
  return describeMe(deps, unwrap(found).visitor)
}

export const accountRoutes = createRoutes()
  .openapi(contract.getMe, async (c) => {
    c.header('cache-control', NO_STORE)
    return c.json(await describeMe(c.get('deps'), c.get('visitor')), 200)
  })
  .openapi(contract.changeMe, async (c) => {
    await rename(c.get('deps'), c.req.valid('json').name)
    return c.json(await meAgain(c), 200)
  })
  .openapi(contract.checkSetup, async (c) => {
    const isOpen = await isSetupOpen(c.get('deps'), c.req.valid('query').token)
    if (!isOpen) return unwrap<never>(failed('not-found', 'There is nothing at this address.'))
    return c.body(null, 204)
  })
  .openapi(contract.runSetup, async (c) => {
    const deps = c.get('deps')
    const asked = c.req.valid('json')
    unwrap(await setUp(deps, asked))
    const cookies = unwrap(await signIn(deps, asked))
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
    return c.json(await meAgain(c, cookies), 201)
  })
  .openapi(contract.listPeople, async (c) => c.json(await people.listPeople(c.get('deps')), 200))
  .openapi(contract.addPerson, async (c) => {
    c.header('cache-control', NO_STORE)
    return c.json(unwrap(await people.addPerson(c.get('deps'), c.req.valid('json'))), 201)
  })
  .openapi(contract.changePerson, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(unwrap(await people.changePerson(c.get('deps'), id, c.req.valid('json'))), 200)
  })
  .openapi(contract.removePerson, async (c) => {
    unwrap(await people.removePerson(c.get('deps'), c.req.valid('param').id))
    return c.body(null, 204)
  })
  .openapi(contract.resetPassword, async (c) => {
    c.header('cache-control', NO_STORE)
    return c.json(unwrap(await people.resetPassword(c.get('deps'), c.req.valid('param').id)), 200)
  })
  .openapi(contract.listKeys, async (c) => c.json(await keysShown(c.get('deps')), 200))
  .openapi(contract.addKey, async (c) => {
    c.header('cache-control', NO_STORE)
    return c.json(unwrap(await addKey(c.get('deps'), c.req.valid('json'))), 201)
  })
  .openapi(contract.endKey, async (c) => {
    unwrap(await endKey(c.get('deps'), c.req.valid('param').id))
    return c.body(null, 204)
  })
  .openapi(contract.getSettings, async (c) =>
    c.json(await readSettings(c.get('deps').store.read), 200),
  )
  .openapi(contract.putSettings, async (c) => {
    return c.json(await changeSettings(c.get('deps'), c.req.valid('json')), 200)
  })
