import type { Productivity, Quantity } from '../contract.ts'
import { headed, type CsvRow } from '../values/table.ts'

const CHANGE = [
  '指数 index',
  '效率变化 efficiency change',
  '技术变化 technical change',
  '纯效率变化 pure change',
  '规模变化 scale change',
]

const changeCells = (row: Productivity['means'][number] | Productivity['rows'][number]) => [
  ...[row.index, row.efficiencyChange, row.technicalChange],
  ...[row.pureChange, row.scaleChange],
]

function changeRows({ rows, means }: Productivity): CsvRow[] {
  return [
    ['园区 zone', '类型 type', '自 from', '至 to', ...CHANGE],
    ...rows.map((row): CsvRow => [row.name, row.type, row.from, row.to, ...changeCells(row)]),
    ...means.map((mean): CsvRow => {
      return ['几何平均 geometric mean', null, mean.from, mean.to, ...changeCells(mean)]
    }),
  ]
}

const levelRows = ({ levels }: Productivity): CsvRow[] => [
  ['期 period', '名次 rank', '园区 zone', '类型 type', '水平 level'],
  ...levels.map((row): CsvRow => [row.period, row.rank, row.name, row.type, row.level]),
]

const priceRows = ({ priceIndex }: Productivity['method']): CsvRow[] =>
  Object.entries(priceIndex ?? {}).map(([period, index]) => ['价格指数 price index', period, index])

function card({ method, from, to, dataVersion }: Productivity): CsvRow[] {
  const words = (list: readonly Quantity[]) => list.map(headed).join('; ')
  return [
    ['口径 method', method.id],
    ['方法 kind', method.kind, `${method.name.zh} ${method.name.en}`],
    ['说明 summary', `${method.summary.zh} ${method.summary.en}`],
    ['方向 orientation', method.orientation],
    ['参照 reference', method.reference],
    ['价格 prices', method.prices],
    ['价格指数 deflator', method.deflator],
    ...priceRows(method),
    ['价格基期 base', method.base],
    ['投入 inputs', words(method.inputs)],
    ['产出 outputs', words(method.outputs)],
    ...method.elasticities.map((e): CsvRow => [
      '弹性 elasticity',
      e.period,
      e.indicator,
      e.value,
      method.estimated ? 'estimated' : 'given',
    ]),
    ['出处 source', method.source],
    ['期 periods', from, to],
    ['数据版本 data version', dataVersion],
    ['计算 computed by', method.library],
  ]
}

/** Changes or levels as rows, what was left out, and the method card. */
export function productivityTable(found: Productivity): CsvRow[] {
  return [
    ...(found.method.kind === 'malmquist' ? changeRows(found) : levelRows(found)),
    [],
    [
      '未计算 excluded',
      '自 from',
      '至 to',
      '期 period',
      '指标 indicator',
      '原因 reason',
      '说明 text',
    ],
    ...found.excluded.map((e): CsvRow => [
      ...[e.name, e.from, e.to, e.period, e.indicator],
      e.missing ?? e.reason,
      `${e.text.zh} ${e.text.en}`,
    ]),
    [],
    ...found.warnings.map((w): CsvRow => {
      return ['注意 warning', w.code, w.period, `${w.text.zh} ${w.text.en}`]
    }),
    ...card(found),
  ]
}
