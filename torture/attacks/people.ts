import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '../client.ts'
import type { Server } from '../server.ts'

/** Somebody who sends requests: what stands in their headers. */
export interface Visitor {
  name: string
  headers: Record<string, string>
}

export const ROLES = ['viewer', 'uploader', 'editor', 'administrator'] as const
export type Role = (typeof ROLES)[number]

export interface Town {
  server: Server
  data: string
  people: Record<Role | 'nobody' | 'reader', Visitor>
  emails: Record<Role, string>
  passwords: Record<Role, string>
}

const PASSWORD = 'correct horse battery 7'

const post = (url: string, headers: Record<string, string>, body: unknown, method = 'POST') =>
  fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

export const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ')

export const signIn = (url: string, email: string, password: string, headers = {}) =>
  post(`${url}/api/auth/sign-in/email`, { origin: url, ...headers }, { email, password })

async function visitorOf(url: string, name: string, email: string, password: string) {
  const response = await signIn(url, email, password)
  if (!response.ok) throw new Error(`${name} cannot sign in: ${String(response.status)}`)
  return { name, headers: { cookie: cookieOf(response), origin: url } }
}

const mail = (role: Role) => `${role}@example.org`

async function addPerson(url: string, admin: Visitor, role: Role): Promise<Visitor> {
  const person = { name: role, email: mail(role), role, zones: role === 'uploader' ? [] : null }
  const made = await post(`${url}/api/v1/people`, admin.headers, person)
  const { password } = (await made.json()) as { password: string }
  const first = await visitorOf(url, role, mail(role), password)
  const change = { currentPassword: password, newPassword: PASSWORD }
  const changed = await post(`${url}/api/auth/change-password`, first.headers, change)
  if (!changed.ok) throw new Error(`${role} cannot change the password: ${await changed.text()}`)
  return visitorOf(url, role, mail(role), PASSWORD)
}

/** A server with one person of each role, closed to everybody else. */
export async function settle(server: Server, data: string): Promise<Town> {
  const { url } = server
  await fetch(`${url}/api/v1/setup?token=none`)
  const token = readFileSync(join(data, 'setup-token'), 'utf8').trim()
  const email = mail('administrator')
  const first = { token, name: 'administrator', email, password: PASSWORD }
  const made = await post(`${url}/api/v1/setup`, { origin: url }, first)
  if (made.status !== 201) throw new Error(`no administrator: ${await made.text()}`)
  const administrator = await visitorOf(url, 'administrator', email, PASSWORD)
  await post(`${url}/api/v1/settings`, administrator.headers, { reading: 'closed' }, 'PUT')
  const viewer = await addPerson(url, administrator, 'viewer')
  const uploader = await addPerson(url, administrator, 'uploader')
  const editor = await addPerson(url, administrator, 'editor')
  const asked = { name: 'reader', scopes: ['data:read'], expiresAt: null }
  const key = await ask<{ key: string }>(`${url}/api/v1/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...viewer.headers },
    body: JSON.stringify(asked),
  })
  const reader = { name: 'a key to read', headers: { authorization: `Bearer ${key.body.key}` } }
  const nobody = { name: 'nobody', headers: {} }
  const passwords = Object.fromEntries(ROLES.map((role) => [role, PASSWORD])) as Town['passwords']
  const emails = Object.fromEntries(ROLES.map((role) => [role, mail(role)])) as Town['emails']
  return {
    server,
    data,
    passwords,
    emails,
    people: { nobody, viewer, uploader, editor, administrator, reader },
  }
}
