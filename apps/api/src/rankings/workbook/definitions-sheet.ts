import { formulaText } from '@permu/metrics'
import type { SheetOf } from '../../http/spreadsheet.ts'
import type { Measured } from '../../data/quantities.ts'
import type { CsvRow } from '../../values/table.ts'
import type { Setting } from '../setting.ts'

const HEADER = [
  ...['指标 indicator', '名称', 'name', '公式', 'formula', '单位 unit', '方向 better'],
  ...['规则 rule', '原文 quotation', '出处 source', '发布者 issuer', '日期 date', '注意 caveats'],
]

const DIRECTIONS = { more: '越大越好 more', less: '越小越好 less' } as const

function directionOf({ better }: Pick<Measured, 'better'>): string {
  if (typeof better === 'string') return DIRECTIONS[better]
  const [low, high] = better.target.map((end) => (Number.isFinite(end) ? String(end) : '∞'))
  return `目标 target ${low ?? ''}–${high ?? ''}`
}

const RULES = { sourced: '按公开文件 as published', project: '本工具所设 this tool’s own' } as const

function rowsOf(measured: Measured, unit: string | null, better: Measured['better']): CsvRow[] {
  const { id, name, formula, rule, caveats } = measured
  const own = [
    ...[id, name.zh, name.en, formulaText(formula, 'zh'), formulaText(formula, 'en')],
    ...[unit, directionOf({ better }), measured.of === 'field' ? '原始字段 field' : RULES[rule]],
  ]
  const note = caveats.map(({ zh, en }) => `${zh} ${en}`).join(' ')
  if (measured.source.length === 0) return [[...own, null, null, null, null, note]]
  return measured.source.map(({ quote = null, reference }) => {
    const { title, issuer = null, date = null } = reference
    return [...own, quote, `${title.zh} ${title.en}`, issuer, date, note]
  })
}

/** What the indicators are: formula, unit, direction, and the text that they come from. */
export function definitionsSheet({ measured, columns, chosen }: Setting): SheetOf {
  const { of } = chosen.method
  const directions = leafDirections(of)
  return {
    name: '口径 definitions',
    rows: [
      HEADER,
      ...measured.flatMap((one, i) => {
        return rowsOf(one, columns[i]?.unit?.id ?? null, directions[i] ?? one.better)
      }),
    ],
    widths: [22, 18, 24, 40, 40, 14, 16, 20, 40, 30, 20, 14, 40],
    freeze: { rows: 1, columns: 1 },
  }
}

function leafDirections(nodes: Setting['chosen']['method']['of']): readonly Measured['better'][] {
  return nodes.flatMap((node) => ('indicator' in node ? [node.better] : leafDirections(node.of)))
}
