import type { Ranking, Values } from '../contract.ts'
import { headed, type CsvRow } from '../values/table.ts'

const better = (b: Ranking['method']['criteria'][number]['better']) =>
  typeof b === 'string' ? b : `target ${b.target.map((end) => end ?? '∞').join('–')}`

function methodCard(ranking: Ranking): CsvRow[] {
  const { method } = ranking
  const { card } = method
  return [
    ['口径 method', method.id],
    ...(card.name ? [['名称 name', `${card.name.zh} ${card.name.en}`]] : []),
    ['标准化 normalisation', method.normalise],
    ['合成 aggregation', method.aggregate],
    ['缺失规则 missing rule', method.missing],
    ['名次 ranks', method.ties],
    ['期 period', ranking.period],
    ['数据版本 data version', ranking.dataVersion],
    ['计算 computed by', card.library],
    ['完整口径 specification', JSON.stringify(card.spec)],
    [],
    ['步骤 step', '选择 choice', '名称 name', '说明 note'],
    ...card.steps.map((s): CsvRow => [
      s.step,
      s.choice,
      `${s.name.zh} ${s.name.en}`,
      `${s.note.zh} ${s.note.en}`.trim(),
    ]),
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

type Row = Ranking['rows'][number]

interface Extra {
  readonly header: string
  readonly cell: (row: Row) => string | number | null
}

/** Columns that only some questions ask for. */
function extraColumns({ method, grades }: Ranking): Extra[] {
  const { draws, group } = method.card
  return [
    ...(group === null ? [] : GROUP),
    ...(grades === null ? [] : [{ header: '等级 grade', cell: (row: Row) => row.grade ?? null }]),
    ...(draws === null ? [] : SURENESS),
  ]
}

const GROUP: readonly Extra[] = [
  { header: '同类 group', cell: (row) => row.group ?? null },
  { header: '同类名次 rank in the group', cell: (row) => row.groupRank ?? null },
]

const SURENESS: readonly Extra[] = [
  { header: '名次下限 5 %', cell: (row) => row.interval?.[0] ?? null },
  { header: '名次中位 median', cell: (row) => row.median ?? null },
  { header: '名次上限 95 %', cell: (row) => row.interval?.[1] ?? null },
  { header: '进入前列的机会 chance of the top', cell: (row) => row.topChance ?? null },
]

function changedRows({ treated, imputed }: Ranking): CsvRow[] {
  const cells = [...treated, ...imputed]
  if (cells.length === 0) return []
  return [
    [],
    ['处理过的值 changed cells', '指标 indicator', '原值 before', '新值 after', '原因 why'],
    ...cells.map((c): CsvRow => [c.name, c.indicator, c.before, c.after, c.why]),
  ]
}

/** A ranking as rows: result with parts and values, what was left out, and the method card. */
export function rankingTable(ranking: Ranking, values: Values): CsvRow[] {
  const byZone = new Map(values.zones.map((z, i) => [z.id, values.values[i] ?? []]))
  const { criteria } = ranking.method
  const extra = extraColumns(ranking)
  return [
    [
      ...['名次 rank', '园区 zone', '类型 type', '得分 score'],
      ...criteria.map((c) => `得分构成 part: ${c.name.zh} ${c.name.en}`),
      ...criteria.map(headed),
      ...extra.map(({ header }) => header),
    ],
    ...ranking.rows.map((row): CsvRow => [
      ...[row.rank, row.name, row.type, row.score],
      ...criteria.map((c) => row.parts[c.indicator] ?? null),
      ...(byZone.get(row.zone) ?? []),
      ...extra.map(({ cell }) => cell(row)),
    ]),
    [],
    ['未参评 excluded', '指标 indicator', '原因 reason', '字段 fields'],
    ...ranking.excluded.map((e): CsvRow => [e.name, e.indicator, e.reason, e.fields.join(' ')]),
    ...changedRows(ranking),
    [],
    ...methodCard(ranking),
  ]
}
