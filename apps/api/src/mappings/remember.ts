import type { InspectOptions, Plan } from '@permu/intake'
import type { Db } from '../database/store.ts'
import type { AppliedMapping, MappingContent } from '../database/vocabulary.ts'
import type { UploadRow } from '../uploads/queries.ts'
import {
  chooseMapping,
  headersOf,
  isDecision,
  makeContent,
  mappingKey,
  withMapping,
  type KnownMapping,
} from './document.ts'
import { addVersion, liveMappings, versionsOf, type MappingRow } from './queries.ts'

const known = ({ id, version, content }: MappingRow, asked: boolean): KnownMapping => ({
  id,
  version,
  asked,
  content,
})

/** The mappings that an upload may be read with: the one asked for, none, or all remembered ones. */
export async function mappingsFor(db: Db, reading: UploadRow['reading']): Promise<KnownMapping[]> {
  const asked = reading['mapping']
  if (asked === null) return []
  if (typeof asked !== 'string') return (await liveMappings(db)).map((row) => known(row, false))
  const newest = (await versionsOf(db, asked)).at(-1)
  return newest ? [known(newest, true)] : []
}

/** Which of them a plan was made with. */
export function appliedMapping(
  plan: Plan,
  mappings: readonly KnownMapping[],
): AppliedMapping | null {
  const found = plan.readable ? chooseMapping(headersOf(plan), mappings) : null
  return found && { id: found.id, version: found.version, remembered: !found.asked }
}

async function baseOf(db: Db, applied: AppliedMapping | null): Promise<KnownMapping | null> {
  if (applied === null) return null
  const row = (await versionsOf(db, applied.id)).find(({ version }) => version === applied.version)
  return row ? known(row, !applied.remembered) : null
}

/** Whether two documents decide alike, whatever they are called. */
const saysTheSame = (a: MappingContent, b: MappingContent) =>
  JSON.stringify({ ...a, name: '' }) === JSON.stringify({ ...b, name: '' })

/** Keeps what a person decided about an upload for later files with the same headers. */
export async function rememberDecisions(db: Db, upload: UploadRow, at: string): Promise<void> {
  const { plan, reading } = upload
  const choices = reading as InspectOptions
  const id = plan ? mappingKey(headersOf(plan)) : null
  if (!plan || id === null || !isDecision(choices)) return
  const base = await baseOf(db, upload.mapping)
  const decided = base ? withMapping(choices, base, headersOf(plan)) : choices
  const content = makeContent(upload.name, plan, decided)
  const newest = (await versionsOf(db, id)).at(-1)
  if (newest?.forgotten === 0 && saysTheSame(newest.content, content)) return
  await addVersion(db, { id, at, by: upload.by, content, forgotten: 0 })
}
