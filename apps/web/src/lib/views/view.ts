import type { View } from '@permu/api/client'
import { upgradedAddress } from '#lib/state-version.ts'

/** From so many characters on an address is kept on the server, and its short link is shared. */
export const LONGEST_LINK = 1800
/** A QR code of more characters is too fine for paper. */
export const LONGEST_CODE = 300

interface Address {
  readonly pathname: string
  readonly search: string
}

/** Where a saved view leads today: views of older versions are upgraded. */
export function viewHref({ path, query }: Pick<View, 'path' | 'query'>): string {
  const search = query === '' ? '' : `?${query}`
  return upgradedAddress({ pathname: path, search }) ?? path + search
}

export const shortHref = (id: string): string => `/v/${encodeURIComponent(id)}`

/** What is kept of an address: the page and its query, as the API takes them. */
export const viewOf = ({ pathname, search }: Address): { path: string; query: string } => ({
  path: pathname,
  query: search.replace(/^\?/u, ''),
})

export const isTooLong = (link: string): boolean => link.length > LONGEST_LINK
