import type { Frontier, Quantity } from '../contract.ts'
import { headed, type CsvRow } from '../values/table.ts'

const OWN = ['名次 rank', '园区 zone', '类型 type', '效率 efficiency', '状态 status']

const peerText = (peers: Frontier['rows'][number]['peers']) =>
  peers.map(({ name, weight }) => `${name} × ${String(weight)}`).join('; ')

function rowCells(row: Frontier['rows'][number], all: readonly Quantity[]): CsvRow {
  return [
    ...[row.rank, row.name, row.type, row.efficiency, row.reason ?? row.status],
    peerText(row.peers),
    ...all.map(({ id }) => row.values[id] ?? null),
    ...all.map(({ id }) => row.targets[id] ?? null),
    ...all.map(({ id }) => row.slacks[id] ?? null),
    ...(row.scale === undefined ? [] : [row.scale, row.returns ?? null]),
  ]
}

function card({ method, period, dataVersion }: Frontier): CsvRow[] {
  const words = (list: readonly Quantity[]) => list.map(headed).join('; ')
  return [
    ['口径 method', method.id],
    ['模型 model', method.model, `${method.name.zh} ${method.name.en}`],
    ['说明 summary', `${method.summary.zh} ${method.summary.en}`],
    ['方向 orientation', method.orientation],
    ['规模报酬 returns to scale', method.returns],
    ['投入 inputs', words(method.inputs)],
    ['产出 outputs', words(method.outputs)],
    ['不可控投入 fixed', method.fixed.join('; ')],
    ...(method.goal === null
      ? []
      : [['交叉评价 cross', method.goal, method.self ? 'self' : 'others']]),
    ['出处 source', method.source],
    ['参照园区数 zones', method.zones],
    ['期 period', period],
    ['数据版本 data version', dataVersion],
    ['计算 computed by', method.library],
  ]
}

/** A frontier as rows: scores with peers, values, targets and slacks, what was left out, and the card. */
export function frontierTable(found: Frontier): CsvRow[] {
  const all = [...found.method.inputs, ...found.method.outputs]
  return [
    [
      ...OWN,
      '参照 peers',
      ...all.map(headed),
      ...all.map((q) => `目标 target: ${headed(q)}`),
      ...all.map((q) => `松弛 slack: ${headed(q)}`),
      ...(found.method.scale ? ['规模效率 scale', '规模报酬 returns'] : []),
    ],
    ...found.rows.map((row) => rowCells(row, all)),
    [],
    [
      '未评价 excluded',
      '指标 indicator',
      '原因 reason',
      '缺失 missing',
      '字段 fields',
      '说明 text',
    ],
    ...found.excluded.map((e): CsvRow => [
      ...[e.name, e.indicator, e.reason, e.missing, e.fields.join(' ')],
      `${e.text.zh} ${e.text.en}`,
    ]),
    [],
    ...found.warnings.map((w): CsvRow => ['注意 warning', w.code, `${w.text.zh} ${w.text.en}`]),
    ...card(found),
  ]
}
