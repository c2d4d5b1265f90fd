import type { Me, Permission, PersonRole } from '@permu/api/client'

/** What a control needs beyond reading. */
export type Need = Exclude<Permission, 'read'>

/** Why someone may not: nobody is signed in, or their role is too small. */
export type Refusal = 'sign-in' | 'role'

/** The smallest role that may do something. */
export const ROLE_FOR: Readonly<Record<Need, PersonRole>> = {
  upload: 'uploader',
  edit: 'editor',
  administer: 'administrator',
}

type Known = Pick<Me, 'can' | 'person'>

/** Why this may not be done; null where it may. The API decides: this only spares a vain attempt. */
export function refusalOf(account: Known | undefined, need: Need): Refusal | null {
  if (!account || account.can.includes(need)) return null
  return account.person ? 'role' : 'sign-in'
}

export const may = (account: Known | undefined, need: Need): boolean =>
  refusalOf(account, need) === null
