import type { Quantity, Values } from '../contract.ts'

export type CsvRow = (string | number | null)[]

export const headed = (q: { name: Quantity['name']; unit: string | null }) =>
  q.unit === null ? `${q.name.zh} ${q.name.en}` : `${q.name.zh} ${q.name.en} (${q.unit})`

/** The matrix as rows, then each missing cell with its reason, then where the numbers are from. */
export function valuesTable(values: Values): CsvRow[] {
  const names = new Map(values.zones.map((z) => [z.id, z.name]))
  return [
    ['园区 zone', '期 period', ...values.indicators.map(headed)],
    ...values.zones.map((zone, i): CsvRow => [
      zone.name,
      values.period,
      ...(values.values[i] ?? []),
    ]),
    [],
    ['缺失 missing', '指标 indicator', '原因 reason', '字段 fields'],
    ...values.missing.map((m): CsvRow => [
      names.get(m.zone) ?? m.zone,
      m.indicator,
      m.reason,
      m.fields.join(' '),
    ]),
    [],
    ['数据版本 data version', values.dataVersion],
  ]
}
