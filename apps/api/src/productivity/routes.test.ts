import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProblemBody, Productivity } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

// Five firms in three years: output, input. Coelli, A Guide to DEAP 2.1 (CEPA 8/96), example 4.
const OUTPUT = [
  [1, 2, 3, 4, 5],
  [1, 3, 4, 3, 5],
  [1, 3, 4, 3, 5],
]
const INPUT = [
  [2, 4, 3, 5, 6],
  [2, 4, 3, 5, 5],
  [2, 4, 3, 5, 5],
]

const FILE = [
  '园区,年份,投入量,产出量,税收(万元),价格指数',
  ...OUTPUT.flatMap((firms, t) =>
    firms.map((q, i) => {
      const price = 100 * 2 ** t
      return [`z${String(i + 1)}`, 2021 + t, INPUT[t]?.[i], q, (q * price) / 100, price].join(',')
    }),
  ),
  '',
].join('\n')

let api: Api
beforeAll(async () => {
  api = await openApi()
  await api.send(FILE, 'name=deap.csv')
})
afterAll(() => api.close())

const ask = (query: string) => api.get<Productivity>(`/productivity?${query}`)
const index = ({ rows }: Productivity) =>
  Object.fromEntries(rows.map((row) => [row.name, row.index.toFixed(3)]))

const REAL = 'inputs=投入量&outputs=产出量'
const EXPECTED = { z1: '1.000', z2: '1.500', z3: '1.333', z4: '0.750', z5: '1.200' }

describe('malmquist', () => {
  test('example 4 of DEAP: index, its parts and their means', async () => {
    const found = await ask(`${REAL}&from=2021&to=2022`)
    expect(index(found)).toEqual(EXPECTED)
    const fourth = found.rows.find(({ name }) => name === 'z4')
    expect(fourth?.efficiencyChange).toBeCloseTo(0.5625, 9)
    expect(fourth?.pureChange?.toFixed(3)).toBe('0.650')
    const { technicalChange = 0, index: mean = 0, zones } = found.means[0] ?? {}
    expect([technicalChange.toFixed(3), mean.toFixed(3), zones]).toEqual(['1.333', '1.125', 5])
    expect(found.method).toMatchObject({ prices: 'none', reference: 'contemporaneous' })
    expect(found.warnings).toEqual([])
  })

  test('steps=1 takes every pair of neighbours', async () => {
    const found = await ask(`${REAL}&from=2021&to=2023&steps=1&reference=contemporaneous`)
    expect(found.periods).toEqual(['2021', '2022', '2023'])
    expect(found.means.map(({ from, to }) => `${from}-${to}`)).toEqual(['2021-2022', '2022-2023'])
    const last = found.rows.filter(({ from }) => from === '2022')
    expect(last.map((row) => row.index)).toEqual([1, 1, 1, 1, 1])
  })

  test('three periods have a global frontier unless another is asked for', async () => {
    const found = await ask(`${REAL}&from=2021&to=2023&steps=1`)
    expect(found.method.reference).toBe('global')
  })

  test('current prices are flagged; an index takes them out', async () => {
    const money = 'inputs=投入量&outputs=税收&from=2021&to=2022'
    const current = await ask(money)
    expect(current.method.prices).toBe('current')
    expect(current.warnings.map(({ code }) => code)).toEqual(['current-prices'])
    expect(index(current)['z1']).toBe('2.000')
    const real = await ask(`${money}&deflator=价格指数`)
    expect(index(real)).toEqual(EXPECTED)
    expect(real.method).toMatchObject({ prices: 'constant', deflator: '价格指数', base: '2021' })
    expect(real.warnings).toEqual([])
    const said = await ask(`${money}&prices=constant`)
    expect([said.method.prices, said.warnings]).toEqual(['constant', []])
    const given = await ask(`${money}&priceIndex=2021:1,2022:2,2023:4`)
    expect(index(given)).toEqual(EXPECTED)
    expect(given.method).toMatchObject({
      prices: 'constant',
      deflator: null,
      base: '2021',
      priceIndex: { '2021': 1, '2022': 2 },
    })
    expect(given.warnings).toEqual([])
    expect(new Set([current, real, said, given].map(({ method }) => method.id)).size).toBe(4)
  })

  test('growth across a break is refused with that reason, and moves no mean', async () => {
    const broken = await openApi()
    await broken.send(FILE, 'name=deap.csv')
    const event = { date: '2022-03', kind: 'border', from: ['z4'], to: ['z4'] }
    const created = await broken.request('/zone-events', {
      method: 'POST',
      body: JSON.stringify(event),
      headers: { 'content-type': 'application/json' },
    })
    expect(created.status).toBe(201)
    const found = await broken.get<Productivity>(`/productivity?${REAL}&from=2021&to=2022`)
    const later = await broken.get<Productivity>(`/productivity?${REAL}&from=2022&to=2023`)
    await broken.close()
    expect(found.excluded).toMatchObject([{ name: 'z4', reason: 'series-break', period: '2022' }])
    expect(found.rows).toHaveLength(4)
    expect(found.means[0]?.index).toBeCloseTo((1 * 1.5 * (4 / 3) * 1.2) ** (1 / 4), 9)
    expect(later.excluded).toEqual([])
  })

  test('a zone that lacks a period says which', async () => {
    const gap = await openApi()
    await gap.send(`${FILE}z6,2021,2,2,2,100\nz6,2022,2,,2,200\n`, 'name=gap.csv')
    const found = await gap.get<Productivity>(`/productivity?${REAL}&from=2021&to=2022`)
    await gap.close()
    expect(found.excluded).toMatchObject([
      { name: 'z6', period: '2022', reason: 'missing-value', indicator: '产出量' },
    ])
  })
})

describe('levels', () => {
  test('Cobb–Douglas with elasticities that are given', async () => {
    const found = await ask(`${REAL}&to=2021&kind=cobb-douglas&elasticities=1`)
    const ratios = [1 / 2, 2 / 4, 3 / 3, 4 / 5, 5 / 6]
    const mean = ratios.reduce((sum, ratio) => sum + ratio / 5, 0)
    const levels = new Map(found.levels.map(({ name, level }) => [name, level]))
    ratios.forEach((ratio, i) => {
      expect(levels.get(`z${String(i + 1)}`)).toBeCloseTo(ratio / mean, 9)
    })
    expect(found.levels.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 4])
    expect(found.method).toMatchObject({ estimated: false, prices: 'none' })
    expect(found.rows).toEqual([])
  })

  test('estimated elasticities are told, and that there are few zones', async () => {
    const found = await ask(`${REAL}&to=2021&kind=cobb-douglas`)
    expect(found.method.elasticities).toMatchObject([{ period: '2021', indicator: '投入量' }])
    expect(found.warnings.map(({ code }) => code)).toContain('few-zones')
  })

  test('Törnqvist of one output and one input is their ratio', async () => {
    const { levels } = await ask(`${REAL}&from=2021&to=2022&kind=tornqvist`)
    const at = (name: string, period: string) =>
      levels.find((row) => row.name === name && row.period === period)?.level ?? 0
    expect(at('z3', '2021') / at('z1', '2021')).toBeCloseTo(2, 9)
    expect(at('z5', '2022') / at('z1', '2022')).toBeCloseTo(2, 9)
  })
})

describe('what is refused', () => {
  test.each([
    [`${REAL}`, '/from'],
    [`${REAL}&from=2022&to=2021`, '/from'],
    [`${REAL}&from=2021&to=2022&deflator=价格指数&prices=constant`, '/deflator'],
    [`${REAL}&from=2021&to=2022&priceIndex=2021:100`, '/priceIndex'],
    [`${REAL}&from=2021&to=2022&priceIndex=2021:100,2022:0`, '/priceIndex'],
    [`${REAL}&from=2021&to=2022&priceIndex=2021:1,2022:2&deflator=价格指数`, '/deflator'],
    [`${REAL}&to=2022&kind=cobb-douglas&priceIndex=2022:1`, '/priceIndex'],
    [`${REAL}&to=2022&kind=cobb-douglas&elasticities=1,2`, '/elasticities'],
    [`${REAL}&to=2022&kind=cobb-douglas&elasticities=many`, '/elasticities'],
    ['inputs=投入量&outputs=产出量,税收&to=2022&kind=cobb-douglas', '/outputs'],
    ['inputs=投入量&outputs=产出量,税收&to=2022&kind=tornqvist', '/revenues'],
    ['inputs=&outputs=产出量&from=2021&to=2022', '/inputs'],
  ])('%s', async (query, pointer) => {
    const response = await api.request(`/productivity?${query}`)
    const problem = (await response.json()) as ProblemBody
    expect([response.status, problem.errors[0]?.pointer]).toEqual([400, pointer])
  })

  test('as CSV, with the card and what the prices mean', async () => {
    const query = 'inputs=投入量&outputs=税收&from=2021&to=2022'
    const text = await (await api.request(`/productivity.csv?${query}`)).text()
    expect(text).toContain('几何平均 geometric mean')
    expect(text).toContain('current-prices')
    expect((await api.request(`/productivity.xlsx?${query}`)).status).toBe(200)
  })
})
