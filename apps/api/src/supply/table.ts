import type { AppliedRule } from '../contract.ts'
import type { CsvRow } from '../values/table.ts'

const shown = ({ value, reason }: { value: number | null; reason: string | null }) =>
  value ?? reason

const HEADER = [
  ...['功能区 zone', '项目 project', '产业 industry', '供地面积 area (亩)'],
  ...['协议投资 agreed investment (万元)', '强度要求 required (万元/亩)'],
  ...['应供面积 entitled (亩)', '可供面积 granted (亩)', '受限于 limit', '多供 excess (亩)'],
  ...[
    '供地匹配度 matching',
    '基准地价 base price (万元/亩)',
    '系数 factor',
    '土地单价 unit price (万元/亩)',
  ],
  ...['投资违约金 investment penalty (万元)', '税收补差 tax penalty (万元/年)'],
]

/** A rule applied to projects, with the rule in words below. */
export function appliedTable({ items, rule, period }: Omit<AppliedRule, 'next'>): CsvRow[] {
  return [
    HEADER,
    ...items.map((item): CsvRow => {
      const { result, penalty } = item
      return [
        ...[item.zone.name, item.name, item.industry, shown(item.area), shown(item.investment)],
        ...[shown(result.required), shown(result.entitled), shown(result.granted), result.limit],
        ...[shown(item.excess), shown(result.matching), shown(item.basePrice)],
        ...[shown(result.factor), shown(result.unitPrice)],
        ...[shown(penalty.investment), shown(penalty.tax)],
      ]
    }),
    [],
    ['规则（本项目口径） rule (the project’s own)', `v${String(rule.version)}`, rule.at, rule.note],
    ['税收年份 year of tax', period],
    ...rule.words.zh.map((text): CsvRow => [text]),
    ...rule.words.en.map((text): CsvRow => [text]),
  ]
}
