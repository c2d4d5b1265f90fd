import { parseArgs } from 'node:util'
import { placeOf } from '../backup/folder.ts'
import type { Config } from '../config.ts'
import { NewPerson, PersonChange, type Person } from '../contract.ts'
import { DatabaseRefused } from '../database/refusal.ts'
import { openStore, type Store } from '../database/store.ts'
import type { Outcome } from '../problem.ts'
import { addPerson, changePerson, listPeople, removePerson, resetPassword } from './people.ts'
import { forgetToken } from './setup.ts'

/** `npm run admin`: people from the command line, whether the server runs or not. */

const USAGE = `npm run admin -- create --email E --name N [--role R]   R: viewer, uploader, editor, administrator
npm run admin -- list
npm run admin -- reset E        a new one-time password; all sessions end
npm run admin -- role E R
npm run admin -- disable E      or enable E
npm run admin -- remove E`

interface Named {
  email?: string | undefined
  name?: string | undefined
  role?: string | undefined
}

interface Told {
  ok: boolean
  lines: string[]
}

type Deps = { store: Store; now: () => Date; config: Config }

const said = (...lines: string[]): Told => ({ ok: true, lines })
const refused = (...lines: string[]): Told => ({ ok: false, lines })

function tell<T>(outcome: Outcome<T>, lines: (value: T) => string[]): Told {
  if (outcome.ok) return said(...lines(outcome.value))
  const { detail, errors = [] } = outcome.fault
  return refused(detail, ...errors.map(({ message }) => message).filter((one) => one !== detail))
}

const once = (password: string) => [
  `one-time password: ${password}`,
  'It is shown only now and has to be changed at the first sign-in.',
]

async function create(deps: Deps, named: Named): Promise<Told> {
  const asked = NewPerson.safeParse({ ...named, role: named.role ?? 'administrator' })
  if (!asked.success) {
    const faults = asked.error.issues.map((one) => `--${one.path.join('.')}: ${one.message}`)
    return refused(...faults, USAGE)
  }
  const told = tell(await addPerson(deps, asked.data), ({ person, password }) => [
    `made: ${person.name} <${person.email}>, ${person.role}`,
    ...once(password),
  ])
  if (told.ok) forgetToken(deps)
  return told
}

const line = ({ email, name, role, disabled, lastSeenAt }: Person) =>
  [email, name, role, disabled ? 'disabled' : 'active', lastSeenAt ?? 'never'].join('\t')

async function withPerson(
  deps: Deps,
  email: string | undefined,
  act: (id: string) => Promise<Told>,
): Promise<Told> {
  if (email === undefined) return refused('Name an e-mail address.', USAGE)
  const wanted = email.trim().toLowerCase()
  const person = (await listPeople(deps)).find((one) => one.email === wanted)
  return person ? act(person.id) : refused(`There is no account with the address ${wanted}.`)
}

async function change(deps: Deps, email: string | undefined, given: object): Promise<Told> {
  const asked = PersonChange.safeParse(given)
  if (!asked.success) return refused('There is no such role.', USAGE)
  return withPerson(deps, email, async (id) =>
    tell(await changePerson(deps, id, asked.data), (person) => [line(person)]),
  )
}

async function act(deps: Deps, [command, email, role]: readonly string[], named: Named) {
  switch (command) {
    case 'create':
      return create(deps, named)
    case 'list':
      return said(...(await listPeople(deps)).map(line))
    case 'reset':
      return withPerson(deps, email, async (id) =>
        tell(await resetPassword(deps, id), ({ password }) => once(password)),
      )
    case 'role':
      return change(deps, email, { role })
    case 'disable':
    case 'enable':
      return change(deps, email, { disabled: command === 'disable' })
    case 'remove':
      return withPerson(deps, email, async (id) =>
        tell(await removePerson(deps, id), () => ['gone']),
      )
    default:
      return refused(USAGE)
  }
}

const isLocked = (error: unknown) => error instanceof DatabaseRefused && error.kind === 'locked'

/** Opens the store as the server does, or beside the server that has it open. */
async function openAnyway(path: string): Promise<Store> {
  try {
    return await openStore(path)
  } catch (error) {
    if (!isLocked(error)) throw error
    return openStore(path, { beside: true })
  }
}

function readWords(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    const options = { email: text, name: text, role: text }
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    return { words: positionals, named: values }
  } catch {
    return { words: [], named: {} }
  }
}

/** Runs one command; answers the exit code. */
export async function runAdminCommand(
  config: Config,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const { words, named } = readWords(args)
  const opened = await openAnyway(placeOf(config))
  const action = `npm run admin -- ${words[0] ?? ''}`
  const store = opened.as({ actor: 'command', action, requestId: null })
  try {
    const told = await act({ store, now: () => new Date(), config }, words, named)
    told.lines.forEach((line) => say(line))
    return told.ok ? 0 : 1
  } finally {
    await opened.close()
  }
}
