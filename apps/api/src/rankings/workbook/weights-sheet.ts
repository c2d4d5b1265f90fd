import { AGGREGATE_OPTIONS } from '@permu/metrics'
import type { Ranking } from '../../contract.ts'
import type { FormulaCell, SheetOf } from '../../http/spreadsheet.ts'
import type { CsvRow } from '../../values/table.ts'
import { zoneIdAt } from '../present.ts'
import type { Computed } from '../service.ts'
import { cellName, columnName, fixedRange } from './place.ts'
import { meanFormula, nodeColumns, WEIGHT_ROW, weightFormula, type NodeColumn } from './tree.ts'

const FIRST_ZONE = 7
const TOLERANCE = '$B$3'
const LIVE =
  '改动“权重”一行，得分和名次随之重算；标准化后的值不变。 Change the row of weights: scores and ranks are computed anew from the normalised values.'
const FROM_DATA =
  '这些权重由数据算出；改动后就是另一个方案。 These weights were computed from the data; changed ones are another method.'

/** What the sheet is made of: the zones in the order of the ranking, and the columns of the method. */
interface Layout {
  readonly computed: Computed
  readonly ranking: Ranking
  /** Of each row, the index of its zone in the columns of the result. */
  readonly zones: readonly number[]
  readonly leaves: readonly NodeColumn[]
  readonly branches: readonly NodeColumn[]
  readonly top: readonly NodeColumn[]
  readonly group: boolean
  readonly score: number
}

const numberOrNull = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? null : value

function layoutOf(computed: Computed, ranking: Ranking): Layout {
  const { setting } = computed
  const index = new Map(setting.zones.map((_, at) => [zoneIdAt(setting, at), at]))
  const group = ranking.method.card.within
  const names = ranking.method.criteria.map(({ name }) => `${name.zh} ${name.en}`)
  const columns = nodeColumns(setting.chosen.method.of, { first: group ? 2 : 1, names })
  const { leaves, branches } = columns
  const zones = ranking.rows.map(({ zone }) => index.get(zone) ?? -1)
  const score = (group ? 2 : 1) + leaves.length + branches.length
  return { computed, ranking, zones, ...columns, group, score }
}

const isSum = ({ computed }: Layout) => computed.answer.result.parts !== null

function noteOf({ ranking }: Layout, live: boolean): string {
  const { aggregate, card } = ranking.method
  if (live) return card.weigh === 'given' || card.weigh === 'equal' ? LIVE : LIVE + FROM_DATA
  const kind = aggregate.split(':')[0]
  const option = AGGREGATE_OPTIONS.find(({ id }) => id === kind)
  const { zh, en } = option?.name ?? { zh: aggregate, en: aggregate }
  return `这个口径的得分不是加权和（${zh}），这里不写公式，得分是算好的数。 The score of this method is no weighted sum (${en}): there is no formula here, scores are numbers.`
}

// Twelve digits hide what multiplying by 100 leaves in the last one.
const percent = (share = 0) => Number((100 * share).toPrecision(12))

function head(layout: Layout, live: boolean): CsvRow[] {
  const { leaves, branches, group, ranking } = layout
  const nodes = [...leaves, ...branches]
  const lead = group ? [null] : []
  const { effective } = layout.computed.answer.result.weights
  const found = live
    ? ['得分 score', '名次 rank', '发布得分 published score', '差 difference']
    : ['得分 score', '名次 rank']
  return [
    ['口径 method', ranking.method.id],
    [noteOf(layout, live)],
    live ? ['并列容差 tie tolerance', 0] : [],
    ['', ...lead, ...nodes.map(({ name }) => name)],
    ['权重 weight', ...lead, ...leaves.map((_, k) => percent(effective[k]))],
    ['份额 share', ...lead, ...(live ? [] : leaves.map((_, k) => effective[k] ?? 0))],
    [
      '园区 zone',
      ...(group ? ['同类 group'] : []),
      ...leaves.map(({ name }) => `标准化值 normalised: ${name}`),
      ...branches.map(({ name }) => `分指数 sub-index: ${name}`),
      ...found,
    ],
  ]
}

type Row = Ranking['rows'][number]

function zoneRow(layout: Layout, row: Row, zone: number): CsvRow {
  const { result } = layout.computed.answer
  return [
    row.name,
    ...(layout.group ? [row.group ?? null] : []),
    ...result.normalised.map((column) => numberOrNull(column[zone])),
  ]
}

/** Numbers where there are no formulas; with them only what they are held against. */
function scoreCells(layout: Layout, row: Row, { zone, live }: { zone: number; live: boolean }) {
  const { branches } = layout.computed.answer.result
  if (live) return [...branches.map(() => null), null, null, row.score]
  return [...branches.map(({ scores }) => numberOrNull(scores[zone])), row.score, row.rank]
}

/** All that the sheet computes: shares, sub-indices, scores, ranks, and how far off the scores are. */
function formulasOf(layout: Layout): Map<string, FormulaCell> {
  const found = new Map<string, FormulaCell>()
  const { computed, leaves, branches, top, score, ranking } = layout
  const put = (row: number, column: number, cell: FormulaCell) =>
    found.set([row, column].join(), cell)
  const last = FIRST_ZONE + ranking.rows.length - 1
  const scores = fixedRange(score, FIRST_ZONE, last)
  const range = `(MAX(${scores})-MIN(${scores}))`
  put(2, 1, { formula: `0.000000001*${range}`, value: 1e-9 * spread(ranking) })
  const { effective } = computed.answer.result.weights
  const weights = [leaves[0], leaves.at(-1)].map((leaf) => {
    return `$${columnName(leaf?.column ?? 0)}$${String(WEIGHT_ROW + 1)}`
  })
  const sum = `SUM(${weights.join(':')})`
  leaves.forEach(({ column }, k) => {
    const formula = `${cellName(WEIGHT_ROW, column)}/${sum}`
    put(WEIGHT_ROW + 1, column, { formula, value: effective[k] ?? 0 })
  })
  for (const branch of branches) {
    const value = 100 * weightOf(branch, layout)
    put(WEIGHT_ROW, branch.column, { formula: weightFormula(branch), value })
  }
  ranking.rows.forEach((row, at) => {
    const line = FIRST_ZONE + at
    branches.forEach((branch, k) => {
      const own = numberOrNull(computed.answer.result.branches[k]?.scores[layout.zones[at] ?? -1])
      put(line, branch.column, { formula: meanFormula(branch.children, line), value: own ?? '' })
    })
    put(line, score, { formula: meanFormula(top, line), value: row.score })
    put(line, score + 1, { formula: rankFormula(layout, line, scores), value: row.rank })
    const [mine, theirs] = [cellName(line, score), cellName(line, score + 2)]
    put(line, score + 3, { formula: `ROUND(${mine}-${theirs},9)`, value: 0 })
  })
  return found
}

function weightOf(node: NodeColumn, layout: Layout): number {
  const k = layout.leaves.indexOf(node)
  if (k >= 0) return layout.computed.answer.result.weights.effective[k] ?? 0
  return node.children.reduce((total, child) => total + weightOf(child, layout), 0)
}

function spread({ rows }: Ranking): number {
  const scores = rows.map(({ score }) => score)
  return rows.length === 0 ? 0 : Math.max(...scores) - Math.min(...scores)
}

// Standard competition ranks, among the own group where ranks are within groups.
function rankFormula({ group, score, ranking }: Layout, line: number, scores: string): string {
  const own = cellName(line, score)
  const last = FIRST_ZONE + ranking.rows.length - 1
  const peers = group ? `*(${fixedRange(1, FIRST_ZONE, last)}=${cellName(line, 1)})` : ''
  const better = `SUMPRODUCT(ISNUMBER(${scores})*(${scores}>${own}+${TOLERANCE})${peers})`
  return `IF(ISNUMBER(${own}),${better}+1,"")`
}

/** The weights, the normalised values, and formulas that make the scores and ranks of them. */
export function weightsSheet(computed: Computed, ranking: Ranking): SheetOf {
  const layout = layoutOf(computed, ranking)
  const live = isSum(layout) && ranking.rows.length > 0
  return {
    name: '权重 weights',
    rows: [
      ...head(layout, live),
      ...ranking.rows.map((row, at) => {
        const zone = layout.zones[at] ?? -1
        return [...zoneRow(layout, row, zone), ...scoreCells(layout, row, { zone, live })]
      }),
    ],
    widths: [24, ...Array<number>(layout.score + 3).fill(18)],
    freeze: { rows: FIRST_ZONE, columns: 1 },
    ...(live && { formulas: formulasOf(layout) }),
  }
}
