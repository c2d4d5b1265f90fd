import type { MadeKey, MadePerson, NewKey, PersonRole } from '../contract.ts'
import { openApi } from '../testing.ts'
import { setupToken } from './setup.ts'

export const PASSWORD = 'correct horse battery'
export const ADMIN = { name: '管理员', email: 'admin@example.org', password: PASSWORD }

interface Asking {
  cookie?: string | undefined
  key?: string | undefined
  body?: unknown
  headers?: Record<string, string>
}

/** The cookies of an answer as a browser sends them back. */
export const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** An API whose accounts can be made and used. */
export async function openAccounts(settings: Record<string, string> = {}) {
  const api = await openApi({ PERMU_RATE_SIGN_IN: 'off', ...settings })

  function ask(method: string, path: string, { cookie, key, body, headers }: Asking = {}) {
    const address = path.startsWith('/api/') ? path : `/api/v1${path}`
    return api.app.request(`http://localhost${address}`, {
      method,
      headers: {
        origin: 'http://localhost',
        host: 'localhost',
        ...(cookie && { cookie }),
        ...(key && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }

  const signIn = (email: string, password: string, cookie?: string) =>
    ask('POST', '/api/auth/sign-in/email', { cookie, body: { email, password } })

  /** Makes the first administrator; answers their cookie. */
  async function setUp() {
    const response = await ask('POST', '/setup', {
      body: { token: setupToken(api.deps), ...ADMIN },
    })
    if (response.status !== 201) throw new Error(await response.text())
    return cookiesOf(response)
  }

  async function addPerson(admin: string, role: PersonRole, zones: string[] | null = null) {
    const email = `${role}-${crypto.randomUUID()}@example.org`
    const body = { name: `${role} 某`, email, role, zones }
    const response = await ask('POST', '/people', { cookie: admin, body })
    if (response.status !== 201) throw new Error(await response.text())
    return (await response.json()) as MadePerson
  }

  /** Somebody of a role who has chosen a password of their own. */
  async function join(admin: string, role: PersonRole, zones: string[] | null = null) {
    const { person, password } = await addPerson(admin, role, zones)
    const first = cookiesOf(await signIn(person.email, password))
    const body = { currentPassword: password, newPassword: `${PASSWORD} ${role}` }
    const changed = await ask('POST', '/api/auth/change-password', { cookie: first, body })
    return { person, cookie: cookiesOf(changed), password: body.newPassword }
  }

  async function addKey(cookie: string, scopes: NewKey['scopes'], expiresAt: string | null = null) {
    const body = { name: '脚本', scopes, expiresAt }
    const response = await ask('POST', '/keys', { cookie, body })
    if (response.status !== 201) throw new Error(await response.text())
    return (await response.json()) as MadeKey
  }

  return { ...api, ask, signIn, setUp, addPerson, join, addKey }
}

export type AccountsApi = Awaited<ReturnType<typeof openAccounts>>
