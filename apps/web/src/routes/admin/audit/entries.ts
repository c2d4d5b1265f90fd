import type { AuditEntry, Person } from '@permu/api/client'
import { uploadHref } from '#lib/links.ts'
import type { Locale } from '#lib/i18n/index.ts'
import { messages } from './messages.ts'

const OTHERS = ['local', 'server', 'command', 'anonymous'] as const

/** Who acted, by name; an id that nobody has belongs to somebody who was deleted. */
export function actorText(
  actor: string,
  people: readonly Pick<Person, 'id' | 'name'>[],
  locale: Locale,
): string {
  const t = messages[locale]
  const other = OTHERS.find((one) => one === actor)
  if (other) return t[other]
  return people.find(({ id }) => id === actor)?.name ?? t.gone(actor.slice(0, 8))
}

/** The page of what an entry is about; null where it has none. */
export function subjectHref(
  subject: string,
  people: readonly Pick<Person, 'id'>[],
): string | null {
  const [kind, id] = subject.split('/')
  if (id === undefined || id === '') return null
  if (kind === 'uploads') return uploadHref(id)
  const isPerson = kind === 'people' && people.some((person) => person.id === id)
  return isPerson ? `/admin/people/${encodeURIComponent(id)}` : null
}

/** A state as it fits into a column: a data version whole, a hash by its beginning. */
export function stateText(state: AuditEntry['before']): string {
  if (state === null) return '–'
  return state.startsWith('v') ? state : `${state.slice(0, 8)}…`
}

interface Asked {
  readonly person: string
  readonly action: string
}

/** The address of a page of entries. */
export function auditHref({ person, action }: Asked, more: Readonly<Record<string, string>> = {}) {
  const params = new URLSearchParams(more)
  if (person !== '') params.set('person', person)
  if (action !== '') params.set('action', action)
  const query = params.toString()
  return query === '' ? '/admin/audit' : `/admin/audit?${query}`
}
