import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { openProduct } from './product.ts'

type Product = Awaited<ReturnType<typeof openProduct>>

export const ADMINISTRATOR = {
  name: '张三',
  email: 'zhang@example.org',
  password: 'correct horse battery',
} as const

/** The token of a server that has no account yet. */
export const setupToken = ({ data }: Product): string =>
  readFileSync(join(data, 'setup-token'), 'utf8').trim()

/** Sends JSON as a browser of this product does, with the cookies of a session. */
export function send(
  product: Product,
  path: string,
  init: { cookie?: string; json?: unknown; method?: string },
) {
  return fetch(product.url + path, {
    method: init.method ?? 'POST',
    headers: {
      origin: product.url,
      'content-type': 'application/json',
      ...(init.cookie && { cookie: init.cookie }),
    },
    ...(init.json !== undefined && { body: JSON.stringify(init.json) }),
  })
}

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ')

/** Makes the first administrator; gives the cookies of their session. */
export async function setUp(product: Product): Promise<string> {
  await fetch(`${product.url}/setup`)
  const json = { ...ADMINISTRATOR, token: setupToken(product) }
  return cookieOf(await send(product, '/api/v1/setup', { json }))
}

interface Wanted {
  readonly name: string
  readonly role: string
  readonly zones?: readonly string[] | null
}

const OWN = 'a password of my own'

/** Makes a person who has chosen another password already; gives their e-mail and id. */
export async function addPerson(product: Product, cookie: string, wanted: Wanted) {
  const email = `${wanted.role}-${crypto.randomUUID().slice(0, 8)}@example.org`
  const json = { zones: null, ...wanted, email }
  const made = await send(product, '/api/v1/people', { cookie, json })
  const { person, password } = (await made.json()) as { person: { id: string }; password: string }
  const entered = await send(product, '/api/auth/sign-in/email', { json: { email, password } })
  await send(product, '/api/auth/change-password', {
    cookie: cookieOf(entered),
    json: { currentPassword: password, newPassword: OWN },
  })
  return { id: person.id, email, password: OWN }
}

/** Signs in by the form that stands on the page. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}
