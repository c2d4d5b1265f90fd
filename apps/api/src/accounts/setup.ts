import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Setup } from '../contract.ts'
import type { Deps } from '../env.ts'
import { isSameSecret } from '../http/own-name.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { credentialOf } from './password.ts'
import { newPerson } from './people.ts'
import { hasAdministrator, hasAnybody, insertPerson, putPassword } from './queries.ts'
import { keepSecret } from './secret.ts'

export const TOKEN_FILE = 'setup-token'

type SetupDeps = Pick<Deps, 'config' | 'store' | 'now'>

const nothing = () => failed('not-found', 'There is nothing at this address.')

/** The token by which the first administrator is made; it stays the same until that is done. */
export const setupToken = ({ config }: Pick<Deps, 'config'>) => keepSecret(config.data, TOKEN_FILE)

/** Whether a token opens the set-up: never once there is an administrator. */
export async function isSetupOpen(deps: SetupDeps, token: string): Promise<boolean> {
  if (await hasAdministrator(deps.store.read)) return false
  return isSameSecret(token, setupToken(deps))
}

/** Makes the first administrator; of two at once only one is. */
export async function setUp(
  deps: SetupDeps,
  { token, name, email, password }: Setup,
): Promise<Outcome<null>> {
  if (!(await isSetupOpen(deps, token))) return nothing()
  const at = deps.now().toISOString()
  const asked = { name, email, role: 'administrator', zones: null } as const
  const person = newPerson(asked, { at, mustChangePassword: false })
  const credential = await credentialOf(person.id, password, at)
  const outcome = await deps.store.write(async (db): Promise<Outcome<null>> => {
    if (await hasAnybody(db)) return nothing()
    await insertPerson(db, person)
    await putPassword(db, credential)
    return done(null)
  })
  if (outcome.ok) forgetToken(deps)
  return outcome
}

/** Takes the token away once it is of no use. */
export function forgetToken({ config }: Pick<Deps, 'config'>) {
  rmSync(join(config.data, TOKEN_FILE), { force: true })
}
