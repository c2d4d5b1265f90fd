import type { Starter } from '../contract.ts'
import { headed, type CsvRow } from '../values/table.ts'

/** The starter zones as rows, what is missing with its reason, and the medians over time. */
export function starterTable(found: Starter): CsvRow[] {
  const { planned, supplied } = found.beside
  const missing = found.rows.flatMap(({ name, cells }) =>
    cells.flatMap(({ reason, fields }, k): CsvRow[] => {
      if (reason === null) return []
      const blamed = fields.map((field) => `${field.name.zh} ${field.name.en}`).join('; ')
      return [[name, found.quantities[k]?.id ?? '', reason, blamed]]
    }),
  )
  return [
    [
      ...['园区 zone', '类型 type', ...found.quantities.map(headed)],
      ...['起步区÷全区(规划) starter ÷ planned', '起步区÷全区(供地) starter ÷ supplied'],
    ],
    ...found.rows.map((row, i): CsvRow => [
      ...[row.name, row.type, ...row.cells.map(({ value }) => value)],
      ...[planned.times[i] ?? null, supplied.times[i] ?? null],
    ]),
    ['中位数 median', null, ...found.medians, planned.middle, supplied.middle],
    [],
    ['缺失 missing', '指标 indicator', '原因 reason', '字段 fields'],
    ...missing,
    [],
    ['历期中位数 medians', ...found.progress.periods],
    ...found.progress.quantities.map((quantity): CsvRow => [
      headed(quantity),
      ...quantity.steps.map(({ middle }) => middle),
    ]),
    [],
    ['期 period', found.period],
    ['数据版本 data version', found.dataVersion],
  ]
}
