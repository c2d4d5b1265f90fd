import { createHash } from 'node:crypto'
import { done, failed, type Outcome } from '../problem.ts'

/** The pages that have a view, by the first part of their path. */
const PAGES = new Set([
  ...['rank', 'frontier', 'productivity', 'compare', 'linkage', 'starter'],
  ...['zones', 'indicators', 'report', 'projects', 'supply', 'map'],
])
const PART = /^[^/?#\\%\s]{1,200}$/u
// What only sets a preference of the reader is no part of a view.
const PREFERENCES = ['lang', 'theme']

/** A page of this server with its query, in the one form that is kept. */
export interface ViewAddress {
  readonly path: string
  readonly query: string
}

function isPart(part: string): boolean {
  try {
    const text = decodeURIComponent(part)
    return PART.test(text.replaceAll('%', '')) && text !== '.' && text !== '..'
  } catch {
    return false
  }
}

function isPage(path: string): boolean {
  const [root, page = '', ...rest] = path.split('/')
  return root === '' && PAGES.has(page) && rest.every(isPart)
}

/** Only a path of an own page with its query is kept: never another site, an API call or a script. */
export function viewAddress(path: string, query: string): Outcome<ViewAddress> {
  if (!isPage(path)) {
    const message = `There is no page with views at this path; there are: ${[...PAGES].join(', ')}.`
    return failed('invalid', `path: ${message}`, [{ pointer: '/path', message }])
  }
  const params = new URLSearchParams(query)
  for (const key of PREFERENCES) params.delete(key)
  return done({ path, query: params.toString() })
}

/** The content of a view as twelve hexadecimal digits. */
export const viewId = ({ path, query }: ViewAddress): string =>
  createHash('sha256').update(`${path}?${query}`).digest('hex').slice(0, 12)
