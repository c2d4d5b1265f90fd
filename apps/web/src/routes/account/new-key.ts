import type { KeyScope, NewKey } from '@permu/api/client'
import { textOf } from '#lib/account/form.ts'

/** For how many days a key may be valid, as the form offers them; null is for ever. */
export const LIVES = [30, 90, 365, null] as const
const DAY = 86_400_000

const isScope = (value: FormDataEntryValue): value is KeyScope =>
  value === 'data:read' || value === 'ingest:write'

/** The key that a form asks for, or which field is wrong. */
export function keyOf(form: FormData, now: Date): NewKey | 'name' | 'scopes' | 'days' {
  const name = textOf(form, 'name')
  const scopes = form.getAll('scope').filter(isScope)
  const days = textOf(form, 'days')
  const life = LIVES.find((one) => (one === null ? '' : String(one)) === days)
  if (name === '') return 'name'
  if (scopes.length === 0) return 'scopes'
  if (life === undefined) return 'days'
  const expiresAt = life === null ? null : new Date(now.getTime() + life * DAY).toISOString()
  return { name, scopes, expiresAt }
}
