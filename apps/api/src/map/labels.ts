import { nameKey } from '../zones/name.ts'

/** A text of a feature that may say which zone it is. */
export interface Label {
  readonly kind: 'code' | 'name'
  readonly text: string
}

const CODES =
  'id|zone|zoneid|zone_id|code|zonecode|zone_code|编号|编码|代码|园区代码|园区编码|功能区代码|功能区编码'
const NAMES = 'name|zonename|zone_name|title|名称|园区|园区名称|功能区|功能区名称|产业功能区'
const KINDS = new Map<string, Label['kind']>([
  ...CODES.split('|').map((key) => [key, 'code'] as const),
  ...NAMES.split('|').map((key) => [key, 'name'] as const),
])

const LONGEST = 200

function labelOf(kind: Label['kind'], value: unknown): Label[] {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text.trim() === '') return []
  return [{ kind, text: text.trim().slice(0, LONGEST) }]
}

/** The id, codes and names of a feature, codes first. */
export function labelsOf(feature: unknown): Label[] {
  if (typeof feature !== 'object' || feature === null) return []
  const properties: unknown = Reflect.get(feature, 'properties')
  const entries =
    typeof properties === 'object' && properties !== null ? Object.entries(properties) : []
  const known = entries.flatMap(([key, value]: [string, unknown]) => {
    const kind = KINDS.get(nameKey(key))
    return kind ? labelOf(kind, value) : []
  })
  const all = [...labelOf('code', Reflect.get(feature, 'id')), ...known]
  return [
    ...all.filter(({ kind }) => kind === 'code'),
    ...all.filter(({ kind }) => kind === 'name'),
  ]
}
