import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Linkage, ProblemBody } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

// Intensities 200, 450, 400, 150, 300; tax per mu 10, 30, 20, 5, 15; the land of 戊 comes in hectares.
const FILE = [
  '园区,年份,类型,供应工业用地面积(亩),累计固定资产投资(万元),税收(万元),土地出让单价(万元/亩)',
  '甲,2023,先进,2000,400000,20000,40',
  '乙,2023,先进,1000,450000,30000,20',
  '丙,2023,服务,3000,1200000,60000,50',
  '丁,2023,服务,500,75000,2500,10',
  '戊,2023,服务,1500,450000,22500,30',
  '=己,2023,服务,,1,1,30',
  '庚,2023,服务,100,30000,1500,X',
]

let api: Api
beforeAll(async () => {
  api = await openApi()
  await api.send([...FILE, ''].join('\n'), 'name=linkage.csv')
})
afterAll(() => api.close())

const ask = (query = '') => api.get<Linkage>(`/linkage?${query}`)
const pair = (found: Linkage, id: 'land' | 'tax') => {
  const one = found.pairs.find((it) => it.id === id)
  if (!one) throw new Error(id)
  return one
}
const classOf = ({ rows }: ReturnType<typeof pair>, name: string) =>
  rows.find((row) => row.name === name)?.class

test('quadrants beside the median, the furthest below first', async () => {
  const land = pair(await ask(), 'land')
  expect(land.split).toBe(1250)
  expect(land.reference).toEqual({ kind: 'median', value: 300, line: [] })
  const classes = '甲乙丙丁戊'.split('').map((name) => classOf(land, name))
  expect(classes).toEqual(['high-low', 'low-high', 'high-high', 'low-low', 'matched'])
  expect(land.rows.map(({ name }) => name).slice(0, 2)).toEqual(['丁', '甲'])
  expect([land.x.unit, land.y.unit, land.gain.unit]).toEqual(['亩', '万元/亩', '亩'])
})

test('what would come free: 2,000 × (1 − 200 ÷ 300) + 500 × (1 − 150 ÷ 300)', async () => {
  const { gain } = pair(await ask('worst=1'), 'land')
  expect(gain.total).toBeCloseTo(2000 / 3 + 250, 6)
  expect([gain.zones, gain.worst, gain.worstZones.length]).toEqual([2, 250, 1])
})

test('tax gained is land × what is short, in 万元 a year', async () => {
  const { gain, reference } = pair(await ask('reference=target&taxTarget=12'), 'tax')
  expect(reference).toEqual({ kind: 'target', value: 12, line: [] })
  expect(gain.total).toBeCloseTo(2000 * (12 - 10) + 500 * (12 - 5), 6)
  expect(gain.unit).toBe('万元/年')
})

test('a target for one side leaves the other beside its median, and says so', async () => {
  const found = await ask('reference=target&investmentTarget=500')
  expect(pair(found, 'land').reference).toMatchObject({ kind: 'target', value: 500 })
  expect(pair(found, 'tax').reference.kind).toBe('median')
})

test('the fitted line rises and has a corner for each place on it', async () => {
  const { line, kind } = pair(await ask('reference=fit'), 'tax').reference
  expect(kind).toBe('fit')
  expect(line.map(([x]) => x)).toEqual([10, 20, 30, 40, 50])
  const levels = line.map(([, y]) => y)
  expect(levels).toEqual(levels.toSorted((a, b) => a - b))
})

test('zones without area or price stand apart with the field that they lack', async () => {
  const found = await ask()
  expect(pair(found, 'land').excluded).toMatchObject([
    { name: '=己', indicator: 'supplied-land', reason: 'not-reported' },
  ])
  const [first, second] = pair(found, 'tax').excluded
  expect(first).toMatchObject({ name: '=己', indicator: 'tax-per-land', reason: 'not-reported' })
  expect(first?.fields).toEqual([
    { id: 'supplied-land', name: { zh: '供应工业用地面积', en: 'supplied industrial land' } },
  ])
  expect(second).toMatchObject({ name: '庚', indicator: 'land-price', reason: 'suppressed' })
})

test('coordination agrees with the indicator, and cuts move the classes only', async () => {
  const { coordination, rule } = await ask()
  expect(rule.range).toEqual([0.01, 0.99])
  const values = await api.get<{ zones: { id: string }[]; values: number[][] }>(
    '/values?indicators=dual-linkage-coordination',
  )
  for (const row of coordination.rows) {
    const at = values.zones.findIndex(({ id }) => id === row.zone)
    expect(row.coordination).toBeCloseTo(values.values[at]?.[0] ?? NaN, 12)
  }
  expect(coordination.excluded.map(({ name }) => name)).toEqual(['=己'])
  const cuts = '0.05,0.06,0.07,0.08,0.09,0.1,0.11,0.12,0.13'
  const other = await ask(`cuts=${cuts}`)
  expect(other.coordination.rows.map((row) => row.coordination)).toEqual(
    coordination.rows.map((row) => row.coordination),
  )
  expect(other.coordination.classes.at(-1)?.count).toBe(coordination.rows.length - 1)
  expect(other.rule.id).not.toBe(rule.id)
})

test('one type alone has its own median', async () => {
  expect(pair(await ask('type=服务'), 'land').reference.value).toBe(300)
  expect(pair(await ask('type=先进'), 'land').reference.value).toBe(325)
})

test.each([
  ['tolerance=100', '/tolerance'],
  ['tolerance=-1', '/tolerance'],
  ['reference=target&investmentTarget=0', '/investmentTarget'],
  ['cuts=0.1,0.2', '/cuts'],
  ['cuts=a', '/cuts'],
  ['reference=best', '/reference'],
  ['worst=0', '/worst'],
])('%s is refused', async (query, pointer) => {
  const response = await api.request(`/linkage?${query}`)
  const problem = (await response.json()) as ProblemBody
  expect([response.status, problem.errors[0]?.pointer]).toEqual([400, pointer])
})

test('as CSV for Excel: BOM, names that are no formulas, the rule', async () => {
  const response = await api.request('/linkage.csv')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const text = new TextDecoder().decode(bytes)
  expect(text).toContain('规则为本工具所设')
  expect(text).toContain("'=己")
  expect(text).not.toContain('\r\n=己')
  expect(text).toContain('地多投少 much land, low investment')
  expect(response.headers.get('content-disposition')).toContain('permu-linkage-2023.csv')
})

test('a tax in another currency is no 万元: the zone is left out, nothing is summed', async () => {
  const other = await openApi()
  await other.send(
    ['园区,年份,供应工业用地面积(公顷),税收(十亿PLN)', '一,2023,100,6', ''].join('\n'),
    'name=pl.csv',
  )
  const found = await other.get<Linkage>('/linkage')
  await other.close()
  expect(pair(found, 'tax').gain).toMatchObject({ zones: 0, total: 0 })
  expect(pair(found, 'tax').excluded).toHaveLength(1)
  expect(found.coordination).toMatchObject({ computed: false, rows: [] })
})

test('the tax of a quarter is not called that of a year', async () => {
  await api.send(
    '园区,年份,税收(万元),供应工业用地面积(亩),土地出让单价(万元/亩)\n甲季,2099Q1,250,10,1\n乙季,2099Q1,125,10,2\n',
    'name=quarter.csv',
  )
  const zones = encodeURIComponent('甲季,乙季')
  const { pairs } = await api.get<Linkage>(`/linkage?period=2099Q1&zones=${zones}`)
  const tax = pairs.find(({ id }) => id === 'tax')
  expect([tax?.y.unit, tax?.gain.unit, tax?.gain.total]).toEqual(['万元/亩', '万元', 62.5])
})
