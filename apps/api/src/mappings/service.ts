import { parseUnit } from '@permu/metrics'
import { named } from '../access/names.ts'
import type { Mapping, MappingDocument } from '../contract.ts'
import type { MappingContent } from '../database/vocabulary.ts'
import type { Deps } from '../env.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { mappingKey, placeOf } from './document.ts'
import { addVersion, liveMappings, versionsOf, type MappingRow } from './queries.ts'

function toMapping({ id, version, at, by, content }: MappingRow): Mapping {
  return { format: 'permu-mapping/1', id, version, ...content, updatedAt: at, by }
}

const unknown = () => failed('not-found', 'There is no such mapping.')

export async function listMappings(deps: Deps): Promise<Mapping[]> {
  const rows = await liveMappings(deps.store.read)
  return rows.sort((a, b) => (a.at < b.at ? 1 : -1)).map((row) => named(deps, toMapping(row)))
}

/** One version of a mapping, the newest where none is named. */
export async function findMapping(
  deps: Deps,
  id: string,
  version: number | undefined,
): Promise<Outcome<Mapping>> {
  const rows = await versionsOf(deps.store.read, id)
  const row =
    version === undefined ? rows.at(-1) : rows.find((candidate) => candidate.version === version)
  return row ? done(named(deps, toMapping(row))) : unknown()
}

type Fault = { pointer: string; message: string }

function columnFaults(document: MappingDocument): Fault[] {
  const taken = new Set<number>()
  return document.columns.flatMap((column, i) => {
    const at = (name: string) => `/columns/${String(i)}/${name}`
    const place = placeOf(document.headers, column)
    const faults: Fault[] = []
    if (place === null) {
      faults.push({ pointer: at('header'), message: 'is not among the headers so often' })
    } else if (taken.has(place)) {
      faults.push({ pointer: at('header'), message: 'is decided twice' })
    } else taken.add(place)
    if (column.unit && parseUnit(column.unit) === null) {
      faults.push({ pointer: at('unit'), message: 'is not a known unit' })
    }
    return faults
  })
}

function faultsOf(document: MappingDocument, key: string | null): Fault[] {
  const faults = columnFaults(document)
  if (key === null) faults.push({ pointer: '/headers', message: 'all are blank' })
  if (document.id !== undefined && document.id !== key) {
    faults.push({ pointer: '/id', message: 'does not belong to these headers' })
  }
  for (const [i, { header, occurrence }] of (document.replacements ?? []).entries()) {
    if (header === null || placeOf(document.headers, { header, occurrence }) !== null) continue
    faults.push({
      pointer: `/replacements/${String(i)}/header`,
      message: 'is not among the headers',
    })
  }
  return faults
}

function contentOf({ name, headers, columns, policy, replacements }: MappingDocument) {
  const content: MappingContent = { name, headers, columns }
  return {
    ...content,
    ...(policy !== undefined && { policy }),
    ...(replacements !== undefined && { replacements }),
  }
}

/** Takes a document as the next version; one that says what the newest says changes nothing. */
export async function importMapping(
  deps: Deps,
  document: MappingDocument,
): Promise<Outcome<{ mapping: Mapping; isNew: boolean }>> {
  const id = mappingKey(document.headers)
  const faults = faultsOf(document, id)
  if (id === null || faults.length > 0) {
    return failed('invalid', 'The mapping document is not valid.', faults)
  }
  const content = contentOf(document)
  const at = deps.now().toISOString()
  return deps.store.write(async (db) => {
    const newest = (await versionsOf(db, id)).at(-1)
    const same = newest && JSON.stringify(newest.content) === JSON.stringify(content)
    if (newest?.forgotten === 0 && same)
      return done({ mapping: named(deps, toMapping(newest)), isNew: false })
    const row = await addVersion(db, { id, at, by: deps.actor.id, content, forgotten: 0 })
    return done({ mapping: named(deps, toMapping(row)), isNew: true })
  })
}

/** Says that a mapping is no longer applied; its versions stay. */
export async function forgetMapping(deps: Deps, id: string): Promise<Outcome<Mapping>> {
  const at = deps.now().toISOString()
  return deps.store.write(async (db): Promise<Outcome<Mapping>> => {
    const newest = (await versionsOf(db, id)).at(-1)
    if (!newest) return unknown()
    if (newest.forgotten === 1) return done(named(deps, toMapping(newest)))
    const row = await addVersion(db, {
      id,
      at,
      by: deps.actor.id,
      content: newest.content,
      forgotten: 1,
    })
    return done(named(deps, toMapping(row)))
  })
}
