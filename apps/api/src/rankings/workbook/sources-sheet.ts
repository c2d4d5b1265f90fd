import type { Layer } from '../../data/queries.ts'
import { reasonName, type SourcedColumn } from '../../data/period-table.ts'
import type { SheetOf } from '../../http/spreadsheet.ts'
import { readablePath } from '../../reading/kept-file.ts'
import { cellIn, type CellPlace } from '../../trace/cell.ts'
import { eachRow } from '../../uploads/file-rows.ts'
import type { CsvRow } from '../../values/table.ts'
import type { Setting } from '../setting.ts'
import { columnName } from './place.ts'

const HEADER = [
  ...['园区 zone', '期 period', '指标 indicator', '字段 field', '数值 value', '单位 unit'],
  ...['缺失原因 reason', '文件 file', '上传 upload', '行 row', '列 column', '表头 header'],
  ...['原文 text', '更正 corrected', '文件单位 unit in the file'],
]
/** With more cells than this the rest is left to the traces of single numbers. */
const MOST = 40_000

/** One input of one indicator for one zone, and where its number stands. */
interface Input {
  readonly row: CsvRow
  readonly layer: Layer | undefined
  readonly at: CellPlace
}

function namesOf({ snapshot }: Setting, zone: number): string[] {
  const known = snapshot.zones[zone]
  if (!known) return []
  return [known.name, ...known.aliases, ...known.formerNames.map(({ name }) => name)]
}

function numberOf(column: SourcedColumn | undefined, zone: number): CsvRow {
  if (!column) return [null, null, 'not-reported']
  const reason = reasonName(column.reasons[zone] ?? 1)
  const value = reason === null ? (column.values[zone] ?? null) : null
  return [value, column.unit?.id ?? null, reason]
}

function inputOf(
  setting: Setting,
  { zone, indicator, field }: { zone: number; indicator: string; field: string },
): Input {
  const { snapshot, table } = setting
  const column = table.columns.get(field)
  const zones = namesOf(setting, zone)
  const { period } = table
  return {
    row: [zones[0] ?? '', period, indicator, field, ...numberOf(column, zone)],
    layer: snapshot.layers[column?.layer[zone] ?? -1],
    at: { field, period, row: column?.row[zone] ?? 0, zones },
  }
}

function inputsOf(setting: Setting): Input[] {
  const { measured, zones } = setting
  return zones.flatMap((zone) =>
    measured.flatMap(({ id: indicator, fields }) =>
      fields.map((field) => inputOf(setting, { zone, indicator, field })),
    ),
  )
}

/** The texts of the rows that are asked for, each file read once from its beginning to the last of them. */
async function textsOf(
  layer: Layer,
  wanted: ReadonlySet<number>,
  folder: string,
): Promise<Map<number, string[]>> {
  const texts = new Map<number, string[]>()
  const path = await readablePath(folder, layer)
  await eachRow(path, layer.plan, (row) => {
    if (wanted.has(row.row)) {
      texts.set(
        row.row,
        Array.from({ length: row.count }, (_, k) => row.text(k)),
      )
    }
    return texts.size < wanted.size
  })
  return texts
}

function sourced({ row, layer, at }: Input, texts: ReadonlyMap<number, string[]>): CsvRow {
  if (!layer) return row
  const cell = cellIn(layer.plan, at, texts.get(at.row) ?? null)
  const column = cell.column === null ? null : columnName(cell.column - 1)
  return [
    ...row,
    ...[layer.name, layer.id, at.row, column, cell.header, cell.text, cell.corrected, cell.unit],
  ]
}

/** Where every number comes from: upload, file, row, column, and the text that stands there. */
export async function sourcesSheet(setting: Setting, folder: string): Promise<SheetOf> {
  const all = inputsOf(setting)
  const inputs = all.slice(0, MOST)
  const texts = new Map<Layer, Map<number, string[]>>()
  for (const [layer, own] of Map.groupBy(inputs, (input) => input.layer)) {
    if (!layer) continue
    texts.set(layer, await textsOf(layer, new Set(own.map(({ at }) => at.row)), folder))
  }
  const none = new Map<number, string[]>()
  const rest = all.length - inputs.length
  return {
    name: '来源 sources',
    rows: [
      HEADER,
      ...inputs.map((input) => sourced(input, (input.layer && texts.get(input.layer)) ?? none)),
      ...(rest === 0
        ? []
        : [[`另有 ${String(rest)} 行未列出 ${String(rest)} more rows are left out`]]),
    ],
    widths: [24, 10, 22, 18, 14, 14, 16, 28, 28, 8, 8, 24, 18, 18, 14],
    freeze: { rows: 1, columns: 1 },
  }
}
