import { Refusal } from './refusal.ts'
import { scanPart, type Archive } from './parts.ts'
import { attribute } from './xml.ts'
import { entryKey } from './zip-directory.ts'

/** One worksheet: where it stands in the archive, and what the workbook says of it. */
export interface SheetPart {
  name: string
  hidden: boolean
  path: string
}

/** What the workbook part and its relations say. */
export interface Contents {
  sheets: SheetPart[]
  /** Dates count from 1904, as early Macintosh files do. */
  from1904: boolean
  strings: string | null
  styles: string | null
}

interface Relation {
  id: string
  /** The last word of the relation's type. */
  kind: string
  path: string
}

/** A target relative to the folder of the part that names it. */
function resolve(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((p) => p !== '')
  for (const step of target.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '' && step !== '.') parts.push(step)
  }
  return parts.join('/')
}

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const folder = folderOf(part)
  const file = part.slice(folder === '' ? 0 : folder.length + 1)
  const found: Relation[] = []
  const path = `${folder === '' ? '' : `${folder}/`}_rels/${file}.rels`
  const open = (name: string, tag: string) => {
    if (name !== 'Relationship') return
    found.push({
      id: attribute(tag, 'Id') ?? '',
      kind: (attribute(tag, 'Type') ?? '').replace(/^.*\//u, ''),
      path: resolve(folder, attribute(tag, 'Target') ?? ''),
    })
  }
  await scanPart(archive, path, { most: archive.limits.partBytes, events: { open } })
  return found
}

interface Listed {
  name: string
  hidden: boolean
  relation: string
}

async function listSheets(archive: Archive, workbook: string) {
  const listed: Listed[] = []
  let from1904 = false
  const open = (name: string, tag: string) => {
    if (name === 'workbookPr') from1904 = isTrue(attribute(tag, 'date1904'))
    if (name !== 'sheet') return
    const state = attribute(tag, 'state') ?? 'visible'
    listed.push({
      name: attribute(tag, 'name') ?? '',
      hidden: state !== 'visible',
      relation: relationId(tag),
    })
  }
  const most = archive.limits.partBytes
  if (!(await scanPart(archive, workbook, { most, events: { open } }))) throw new Refusal('damaged')
  return { listed, from1904 }
}

const isTrue = (text: string | null) => text === '1' || text === 'true' || text === 'on'

// The prefix is the file's own; `r` is what all programs write.
function relationId(tag: string): string {
  const own = /(?:^|\s)(\w+:id)\s*=/u.exec(tag)?.[1] ?? 'r:id'
  return attribute(tag, 'r:id') ?? attribute(tag, own) ?? ''
}

/** Reads which sheets a workbook has and where its texts and formats are. */
export async function readContents(archive: Archive): Promise<Contents> {
  const roots = await relationsOf(archive, '')
  const workbook = roots.find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml'
  if (!archive.entries.has(entryKey(workbook))) throw new Refusal('zip')
  const relations = await relationsOf(archive, workbook)
  const { listed, from1904 } = await listSheets(archive, workbook)
  if (listed.length > archive.limits.sheets) throw new Refusal('expands-too-much')
  const sheets = listed.flatMap(({ name, hidden, relation }) => {
    const found = relations.find(({ id, kind }) => id === relation && kind === 'worksheet')
    return found === undefined ? [] : [{ name, hidden, path: found.path }]
  })
  const pathOf = (wanted: string) => relations.find(({ kind }) => kind === wanted)?.path ?? null
  return { sheets, from1904, strings: pathOf('sharedStrings'), styles: pathOf('styles') }
}
