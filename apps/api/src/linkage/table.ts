import { LINKAGE_NAMES } from '@permu/metrics'
import type { Lacking, Linkage, LinkagePair, Names } from '../contract.ts'
import { headed, type CsvRow } from '../values/table.ts'

const PROJECT_RULE =
  '规则为本工具所设，讲话未给出系数。 The rules are this tool’s own: the speech gives no coefficients.'

const TITLES = {
  land: '投资强度与供地面积 Investment intensity and land supplied',
  tax: '亩均税收与地价 Tax per mu and land price',
} as const

const both = ({ zh, en }: Names) => `${zh} ${en}`

const lackingRows = (excluded: readonly Lacking[]): CsvRow[] => [
  ['未参评 excluded', '缺 lacks', '原因 reason', '字段 fields'],
  ...excluded.map(({ name, indicator, reason, fields }): CsvRow => {
    return [name, indicator, reason, fields.map((field) => both(field.name)).join('; ')]
  }),
]

function pairRows(pair: LinkagePair): CsvRow[] {
  const { unit, total, zones, worst, worstZones } = pair.gain
  const gained = pair.id === 'land' ? '可腾出土地 land freed' : '可增税收 tax gained'
  return [
    [TITLES[pair.id]],
    [
      ...['园区 zone', '类型 type', headed(pair.x), headed(pair.y)],
      ...['参照 reference', '为参照的 ratio', '象限 class', `${gained} (${unit ?? '?'})`],
    ],
    ...pair.rows.map((row): CsvRow => [
      ...[row.name, row.type, row.x, row.y, row.expected, row.ratio],
      ...[both(LINKAGE_NAMES[pair.id][row.class]), row.gain],
    ]),
    ['合计 total', zones, gained, total],
    [`最差 ${String(worstZones.length)} 个 the worst`, worstZones.length, gained, worst],
    ['参照 reference', pair.reference.kind, pair.reference.value],
    ['横轴中位数 median of x', pair.split],
    [],
    ...lackingRows(pair.excluded),
    [],
  ]
}

function coordinationRows({ coordination, rule }: Linkage): CsvRow[] {
  const name = (place: number) => {
    const found = coordination.classes[place]
    return found ? both(found.name) : ''
  }
  return [
    ['耦合协调度 Coupling coordination'],
    [
      ...['园区 zone', '类型 type', 'U1 投资 investment', 'U2 税收 tax'],
      ...['C 耦合 coupling', 'T 发展 development', 'D 协调 coordination', '等级 class'],
    ],
    ...coordination.rows.map((row): CsvRow => [
      ...[row.name, row.type, row.investment, row.tax, row.coupling, row.development],
      ...[row.coordination, name(row.class)],
    ]),
    ['分级点 cuts', rule.cuts.join('; ')],
    ['U 归一到 rescaled to', `[${rule.range.join(', ')}]`],
    [],
    ...lackingRows(coordination.excluded),
    [],
  ]
}

/** Both lists, the coordination, what was left out, and the rule. */
export function linkageTable(found: Linkage): CsvRow[] {
  return [
    [PROJECT_RULE],
    [],
    ...found.pairs.flatMap(pairRows),
    ...coordinationRows(found),
    ['规则 rule', found.rule.id],
    ['容差 tolerance %', found.rule.tolerance],
    ['期 period', found.period],
    ['数据版本 data version', found.dataVersion],
    ['计算 computed by', found.rule.library],
  ]
}
