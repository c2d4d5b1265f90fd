import { randomBytes, randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { CredentialRow } from './queries.ts'

// No letters that are mistaken for others when read aloud.
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP = 5

/** A password to be handed over once: a hundred bits, easy to read aloud. */
export function oneTimePassword(): string {
  const letters = [...randomBytes(GROUPS * GROUP)].map((byte) => LETTERS[byte % LETTERS.length])
  return Array.from({ length: GROUPS }, (_, i) =>
    letters.slice(i * GROUP, (i + 1) * GROUP).join(''),
  ).join('-')
}

export type NewCredential = Pick<
  CredentialRow,
  'id' | 'userId' | 'password' | 'createdAt' | 'updatedAt'
>

/** A password as it is kept: hashed, outside of any transaction, since that takes its time. */
export async function credentialOf(
  person: string,
  password: string,
  at: string,
): Promise<NewCredential> {
  return {
    id: randomUUID(),
    userId: person,
    password: await hashPassword(password),
    createdAt: at,
    updatedAt: at,
  }
}
