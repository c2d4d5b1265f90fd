import type { Ranking, Values } from '../contract.ts'
import { headed, type CsvRow } from '../values/table.ts'

const better = (b: Ranking['method']['criteria'][number]['better']) =>
  typeof b === 'string' ? b : `target ${b.target.map((end) => end ?? '∞').join('–')}`

function methodCard(ranking: Ranking): CsvRow[] {
  const { method } = ranking
  return [
    ['口径 method', method.id],
    ['标准化 normalisation', method.normalise],
    ['合成 aggregation', method.aggregate],
    ['缺失规则 missing rule', method.missing],
    ['名次 ranks', method.ties],
    ['期 period', ranking.period],
    ['数据版本 data version', ranking.dataVersion],
    [],
    ['指标 indicator', '单位 unit', '权重 weight', '份额 share', '方向 better'],
    ...method.criteria.map((c): CsvRow => [
      `${c.name.zh} ${c.name.en}`,
      c.unit,
      c.weight,
      c.share,
      better(c.better),
    ]),
  ]
}

/** A ranking as rows: result with parts and values, what was left out, and the method card. */
export function rankingTable(ranking: Ranking, values: Values): CsvRow[] {
  const byZone = new Map(values.zones.map((z, i) => [z.id, values.values[i] ?? []]))
  const { criteria } = ranking.method
  return [
    [
      ...['名次 rank', '园区 zone', '类型 type', '得分 score'],
      ...criteria.map((c) => `得分构成 part: ${c.name.zh} ${c.name.en}`),
      ...criteria.map(headed),
    ],
    ...ranking.rows.map((row): CsvRow => [
      ...[row.rank, row.name, row.type, row.score],
      ...criteria.map((c) => row.parts[c.indicator] ?? null),
      ...(byZone.get(row.zone) ?? []),
    ]),
    [],
    ['未参评 excluded', '指标 indicator', '原因 reason', '字段 fields'],
    ...ranking.excluded.map((e): CsvRow => [e.name, e.indicator, e.reason, e.fields.join(' ')]),
    [],
    ...methodCard(ranking),
  ]
}
