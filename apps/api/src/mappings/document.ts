import { createHash } from 'node:crypto'
import type { ColumnOverride, InspectOptions, Plan, Replacement } from '@permu/intake'
import { fieldById } from '@permu/metrics'
import type { MappingContent } from '../database/vocabulary.ts'

/** Mapping documents without the store: their key, how they are applied, how they are made. */

/** A mapping that may be applied to a file. */
export interface KnownMapping {
  id: string
  version: number
  /** Somebody asked for it, so the headers need not be the same set. */
  asked: boolean
  content: MappingContent
}

type Choices = Omit<InspectOptions, 'matchField'>
type Applied = Pick<KnownMapping, 'content' | 'asked'>

const headerKey = (header: string) => header.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase()

/** The key of a set of headers, in whatever order they stand; null where none says anything. */
export function mappingKey(headers: readonly string[]): string | null {
  const keys = headers.map(headerKey)
  if (keys.every((key) => key === '')) return null
  return createHash('sha256').update(keys.sort().join('\u001F')).digest('hex').slice(0, 12)
}

export const headersOf = (plan: Pick<Plan, 'columns'>) => plan.columns.map(({ header }) => header)

/** The place, from 1, of a header that may stand several times; null where it does not. */
export function placeOf(
  headers: readonly string[],
  { header, occurrence }: { header: string; occurrence: number },
): number | null {
  const wanted = headerKey(header)
  const places = headers.flatMap((text, i) => (headerKey(text) === wanted ? [i + 1] : []))
  return places[occurrence - 1] ?? null
}

function namedPlace(headers: readonly string[], index: number) {
  const header = headers[index - 1] ?? ''
  const before = headers.slice(0, index).filter((text) => headerKey(text) === headerKey(header))
  return { header, occurrence: Math.max(1, before.length) }
}

/**
 * A mapping that nobody asked for decides no period: the next file with these headers is about
 * another one.
 */
function overridesOf(mapping: Applied, headers: readonly string[]): ColumnOverride[] {
  return mapping.content.columns.flatMap(({ header, occurrence, role, field, unit, period }) => {
    const index = placeOf(headers, { header, occurrence })
    if (index === null) return []
    const dated = period !== undefined && (mapping.asked || period === null)
    return [
      {
        index,
        role,
        ...(field !== undefined && { field }),
        ...(unit !== undefined && { unit }),
        ...(dated && { period }),
      },
    ]
  })
}

function replacementsOf(content: MappingContent, headers: readonly string[]): Replacement[] {
  return (content.replacements ?? []).flatMap(({ header, occurrence, find, replace }) => {
    const column = header === null ? null : placeOf(headers, { header, occurrence })
    return header !== null && column === null ? [] : [{ column, find, replace }]
  })
}

/** The mapping that a file with these headers is read with. */
export function chooseMapping(
  headers: readonly string[],
  known: readonly KnownMapping[],
): KnownMapping | null {
  const key = mappingKey(headers)
  return known.find(({ id, asked }) => asked || id === key) ?? null
}

/** What a person chose now, over what the mapping says. */
export function withMapping(
  choices: Choices,
  mapping: Applied,
  headers: readonly string[],
): Choices {
  const { columns = [], replacements = [] } = choices
  const decided = new Set(columns.map(({ index }) => index))
  const rewritten = new Set(replacements.map(({ column, find }) => `${String(column)} ${find}`))
  const policy = choices.policy ?? mapping.content.policy
  return {
    ...choices,
    ...(policy !== undefined && { policy }),
    columns: [
      ...overridesOf(mapping, headers).filter(({ index }) => !decided.has(index)),
      ...columns,
    ],
    replacements: [
      ...replacementsOf(mapping.content, headers).filter(
        ({ column, find }) => !rewritten.has(`${String(column)} ${find}`),
      ),
      ...replacements,
    ],
  }
}

/** Whether a person decided something that later files with the same headers should know. */
export function isDecision({ columns = [], replacements = [], policy }: Choices): boolean {
  return columns.length > 0 || replacements.length > 0 || policy !== undefined
}

/** A field as a server that has never seen this one knows it: built in by id, others by name. */
function portableField(plan: Plan, { index, field }: ColumnOverride): string | undefined {
  const resolved = plan.columns[index - 1]?.field
  if (field === undefined || resolved === undefined) return field
  return fieldById(resolved.id) ? resolved.id : resolved.name
}

/** The document of what a person decided, an earlier mapping's decisions included. */
export function makeContent(name: string, plan: Plan, decided: Choices): MappingContent {
  const headers = headersOf(plan)
  const columns = [...(decided.columns ?? [])].sort((a, b) => a.index - b.index)
  const replacements = (decided.replacements ?? []).map(({ column, find, replace }) => {
    const place = column === null ? { header: null, occurrence: 1 } : namedPlace(headers, column)
    return { ...place, find, replace }
  })
  return {
    name,
    headers,
    columns: columns.map((column) => {
      const field = portableField(plan, column)
      return {
        ...namedPlace(headers, column.index),
        role: column.role,
        ...(field !== undefined && { field }),
        ...(column.unit !== undefined && { unit: column.unit }),
        ...(column.period !== undefined && { period: column.period }),
      }
    }),
    ...(decided.policy !== undefined && { policy: decided.policy }),
    ...(replacements.length > 0 && { replacements }),
  }
}
