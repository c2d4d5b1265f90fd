import { read } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ranking } from '../../contract.ts'
import { openApi, type Api } from '../../testing.ts'
import { evaluateCell, type Book, type CellContent } from './formula.testing.ts'

const FILE = [
  '园区,年份,类型,已供工业用地(公顷),税收(亿元),产值(亿元),研发投入(亿元)',
  '甲园,2023,制造,100,3,50,1',
  '乙园,2023,制造,200,12,80,3',
  '丙园,2023,研发,50,0.6,,2',
  '丁园,2023,研发,100,3,20,0.5',
  '戊园,2023,研发,80,,35,4',
  '',
].join('\n')

let api: Api
beforeAll(async () => {
  api = await openApi()
  await api.send(FILE, 'name=zones.csv')
})
afterAll(() => api.close())

async function open(query: string) {
  const response = await api.request(`/rankings.xlsx?${query}`)
  expect(response.status).toBe(200)
  const { sheets } = await read(new Uint8Array(await response.arrayBuffer()))
  const ranking = await api.get<Ranking>(`/rankings?${query}`)
  return { sheets, weights: sheets[1], rows: sheets[1]?.rows ?? [], ranking }
}

type Sheet = Awaited<ReturnType<typeof open>>['weights']
const plain = (cell: unknown): CellContent =>
  typeof cell === 'number' || typeof cell === 'string' || typeof cell === 'boolean' ? cell : null

function bookOf(sheet: Sheet, changed: Readonly<Record<string, number>> = {}): Book {
  return {
    value: (row, column) => changed[`${row},${column}`] ?? plain(sheet?.rows[row]?.[column]),
    formula: (row, column) => sheet?.cells?.get(`${row},${column}`)?.formula,
  }
}

const FIRST = 7
const columnOf = (rows: readonly (readonly unknown[])[], header: string) =>
  (rows[FIRST - 1] ?? []).findIndex((cell) => String(cell).startsWith(header))

function computed({ weights, rows }: Awaited<ReturnType<typeof open>>, changed = {}) {
  const book = bookOf(weights, changed)
  const [score, rank, off] = ['得分', '名次', '差'].map((header) => columnOf(rows, header))
  return rows.slice(FIRST).map((row, at) => ({
    name: row[0],
    score: evaluateCell(book, FIRST + at, score ?? -1),
    rank: evaluateCell(book, FIRST + at, rank ?? -1),
    off: evaluateCell(book, FIRST + at, off ?? -1),
  }))
}

const by = (text: string) => `by=${encodeURIComponent(text)}`
const tree = (more: object = {}) =>
  `method=${encodeURIComponent(
    JSON.stringify({
      version: 1,
      gaps: 'reweight',
      of: [
        {
          id: 'money',
          weight: 2,
          of: [
            { indicator: 'tax-per-land', weight: 3 },
            { indicator: 'output', weight: 1 },
          ],
        },
        { id: 'ideas', weight: 1, of: [{ indicator: 'rd-expenditure', weight: 1 }] },
        { indicator: 'supplied-land', weight: 1, better: 'less' },
      ],
      ...more,
    }),
  )}`

test.each([
  ['plain weights', `${by('tax-per-land:60,output:40')}`],
  ['gaps that reweight', `${by('tax-per-land:60,output:30,rd-expenditure:10')}&missing=reweight`],
  ['ties', by('tax-per-land:1')],
  ['z-scores', `${by('tax-per-land:1,output:1:less')}&normalise=z-score`],
  ['weights from the data', `${by('tax-per-land:1,output:1')}&weigh=entropy`],
  ['filled gaps', `${by('tax-per-land:1,output:2')}&missing=median`],
  ['a weight of 0', `${by('tax-per-land:1,output:0')}`],
])('%s: the formulas give the scores and ranks of the ranking', async (_, query) => {
  const opened = await open(query)
  const found = computed(opened)
  expect(found.length).toBeGreaterThan(2)
  opened.ranking.rows.forEach((row, at) => {
    expect(found[at]).toMatchObject({ name: row.name, rank: row.rank, off: 0 })
    expect(found[at]?.score).toBeCloseTo(row.score, 9)
  })
})

test('sub-indices have columns of their own, and a gap shares its weight among its siblings', async () => {
  const opened = await open(tree())
  expect(opened.rows[FIRST - 1]).toContain('分指数 sub-index: money')
  const found = computed(opened)
  expect(found).toHaveLength(5)
  opened.ranking.rows.forEach((row, at) => {
    expect(found[at]).toMatchObject({ name: row.name, rank: row.rank, off: 0 })
  })
})

test('what the cells say without a spreadsheet is what the formulas give', async () => {
  const opened = await open(tree())
  const book = bookOf(opened.weights)
  const cells = [...(opened.weights?.cells ?? [])].filter(([, cell]) => cell.formula !== undefined)
  expect(cells.length).toBeGreaterThan(20)
  for (const [at, cell] of cells) {
    const [row = 0, column = 0] = at.split(',').map(Number)
    const value = evaluateCell(book, row, column)
    if (typeof value === 'number') expect(cell.formulaResult, at).toBeCloseTo(value, 9)
    else expect(cell.formulaResult ?? '', at).toBe(value)
  }
})

test('changed weights rank as the API ranks with them', async () => {
  const opened = await open(by('tax-per-land:90,output:10'))
  const turned = computed(opened, { '4,1': 10, '4,2': 90 })
  const asked = await api.get<Ranking>(`/rankings?${by('tax-per-land:10,output:90')}`)
  const ranks = new Map(asked.rows.map(({ name, rank }) => [name, rank]))
  expect(turned.map(({ rank }) => rank)).toEqual(turned.map(({ name }) => ranks.get(String(name))))
  expect(turned.some(({ off }) => off !== 0)).toBe(true)
})

test('within groups the formulas rank within groups', async () => {
  const opened = await open(`${by('tax-per-land:1,supplied-land:1:less')}&group=type&within=1`)
  const found = computed(opened)
  expect(found.map(({ rank }) => rank)).toEqual(opened.ranking.rows.map(({ rank }) => rank))
  expect(found.filter(({ rank }) => rank === 1)).toHaveLength(2)
})

test.each(['geometric', 'topsis', 'copeland', 'mazziotta-pareto'])(
  '%s is no weighted sum: the sheet says so and has no formula',
  async (aggregate) => {
    const { weights, rows, ranking } = await open(
      `${by('tax-per-land:1,supplied-land:1:less')}&aggregate=${aggregate}`,
    )
    expect(rows[1]?.[0]).toContain('不是加权和')
    expect([...(weights?.cells?.values() ?? [])].filter(({ formula }) => formula)).toEqual([])
    const score = columnOf(rows, '得分')
    expect(rows[FIRST]?.[score]).toBeCloseTo(ranking.rows[0]?.score ?? NaN, 9)
  },
)

test('definitions say formula, unit, direction and source', async () => {
  const { sheets } = await open(by('tax-per-land:1,output:1:less'))
  const [header, first, ...rest] = sheets[2]?.rows ?? []
  expect(header?.[0]).toBe('指标 indicator')
  expect(first?.slice(0, 3)).toEqual(['tax-per-land', '亩均税收', expect.any(String)])
  expect(first?.[3]).toContain('÷')
  expect(first?.[6]).toBe('越大越好 more')
  expect(rest.at(-1)?.slice(6, 8)).toEqual(['越小越好 less', '原始字段 field'])
})

test('sources lead each number to file, row, column and text', async () => {
  const { sheets } = await open(by('tax-per-land:1'))
  const [header = [], ...rows] = sheets[3]?.rows ?? []
  const cell = (row: readonly unknown[], name: string) =>
    row[header.findIndex((text) => String(text).startsWith(name))]
  const own = rows.find((row) => row[0] === '乙园' && cell(row, '字段') === 'tax') ?? []
  const shown = ['数值', '文件 file', '行', '列', '表头', '原文', '文件单位'].map((name) =>
    cell(own, name),
  )
  expect(shown).toEqual([12, 'zones.csv', 3, 'E', '税收(亿元)', '12', '亿元'])
  const gap = rows.find((row) => row[0] === '戊园' && cell(row, '字段') === 'tax') ?? []
  expect([cell(gap, '数值') ?? null, cell(gap, '缺失原因')]).toEqual([null, 'not-reported'])
})
