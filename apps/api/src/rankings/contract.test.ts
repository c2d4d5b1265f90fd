import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ranking } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

/** What the contract of /rankings names, on numbers that can be checked by hand. */

const FILE = [
  '园区,年份,类型,主导产业,产业生态圈,甲项,乙项,丙项',
  'A,2023,制造,电子,电子信息,10,1,5',
  'B,2023,制造,医药,医药健康,20,3,5',
  'C,2023,研发,电子,电子信息,30,2,8',
  'D,2023,研发,医药,医药健康,40,,9',
  'E,2023,服务,,电子信息,50,5,1',
  '',
].join('\n')

let api: Api
beforeAll(async () => {
  api = await openApi()
  await api.send(FILE, 'name=zones.csv')
})
afterAll(() => api.close())

const rank = (query: string) => api.get<Ranking>(`/rankings?${query}`)
const scores = ({ rows }: Ranking) =>
  Object.fromEntries(rows.map(({ name, score }) => [name, Number(score.toFixed(6))]))
const names = ({ rows }: Ranking) => rows.map(({ name }) => name)

describe('missing', () => {
  // 乙项 alone: 1, 3, 2, none, 5 from 0 to 100; the mean is 2.75, that of D’s type 2.
  test.each([
    ['exclude', { A: 0, B: 50, C: 25, E: 100 }, ['D']],
    ['mean', { A: 0, B: 50, C: 25, D: 43.75, E: 100 }, []],
    ['group-mean', { A: 0, B: 50, C: 25, D: 25, E: 100 }, []],
    ['group-median', { A: 0, B: 50, C: 25, D: 25, E: 100 }, []],
    ['median', { A: 0, B: 50, C: 25, D: 37.5, E: 100 }, []],
  ])('=%s', async (missing, expected, out) => {
    // A criterion of tiny weight, as nothing is made up of a zone of which nothing is known.
    const found = await rank(`by=乙项:1,甲项:0.000000001&missing=${missing}`)
    expect(scores(found)).toEqual(expected)
    expect(found.excluded.map(({ name }) => name)).toEqual(out)
  })

  test('=reweight gives the weight of a gap to what the zone has', async () => {
    expect(scores(await rank('by=甲项:1,乙项:1&missing=reweight'))['D']).toBe(75)
  })

  test('=group-mean takes the group that is asked for, and says which', async () => {
    const found = await rank('by=乙项:1,甲项:0.000000001&missing=group-mean&group=leadIndustry')
    expect(scores(found)['D']).toBe(50)
    const usual = await rank('by=乙项:1,甲项:1&missing=group-mean')
    const choices = (ranking: Ranking) => ranking.method.card.steps.map(({ choice }) => choice)
    expect([choices(found).at(-1), choices(usual).at(-1)]).toEqual(['leadIndustry', 'type'])
  })
})

describe('normalise', () => {
  test.each([
    ['min-max', { A: 0, B: 25, C: 50, D: 75, E: 100 }],
    ['min-max:1:100', { A: 1, B: 25.75, C: 50.5, D: 75.25, E: 100 }],
    // Sample deviation: √250.
    ['z-score', { A: -1.264911, B: -0.632456, C: 0, D: 0.632456, E: 1.264911 }],
    ['percentile', { A: 0, B: 25, C: 50, D: 75, E: 100 }],
    ['rank', { A: 1, B: 2, C: 3, D: 4, E: 5 }],
    ['borda', { A: 0, B: 1, C: 2, D: 3, E: 4 }],
    // √5500.
    ['vector', { A: 0.13484, B: 0.26968, C: 0.40452, D: 0.53936, E: 0.6742 }],
    ['sum', { A: 0.066667, B: 0.133333, C: 0.2, D: 0.266667, E: 0.333333 }],
    ['max', { A: 0.2, B: 0.4, C: 0.6, D: 0.8, E: 1 }],
    ['linear', { A: 0.2, B: 0.4, C: 0.6, D: 0.8, E: 1 }],
    ['best', { A: 0, B: 0.25, C: 0.5, D: 0.75, E: 1 }],
    ['target:90', { A: 0, B: 0.125, C: 0.25, D: 0.375, E: 0.5 }],
    ['base:25', { A: 40, B: 80, C: 120, D: 160, E: 200 }],
    ['goalposts:20:40', { A: 0, B: 0, C: 50, D: 100, E: 100 }],
    ['goalposts:20:40:1:3', { A: 1, B: 1, C: 2, D: 3, E: 3 }],
    ['target:30:cap', { A: 0, B: 0.5, C: 1, D: 1, E: 1 }],
    ['base:25:1.2', { A: 40, B: 80, C: 120, D: 120, E: 120 }],
    ['MinMax:0:1', { A: 0, B: 0.25, C: 0.5, D: 0.75, E: 1 }],
    ['zscore:100:10', { A: 87.350889, C: 100 }],
  ])('=%s', async (normalise, expected) => {
    const found = await rank(`by=甲项&normalise=${normalise}`)
    for (const [name, score] of Object.entries(expected)) {
      expect(scores(found)[name]).toBeCloseTo(score, 5)
    }
  })

  test.each(['max:3', 'min-max:0:1:2', 'z-score:1:2:3', 'goalposts:1:2:3', 'target:1:no'])(
    '=%s has figures that mean nothing',
    async (normalise) => {
      expect((await api.request(`/rankings?by=甲项&normalise=${normalise}`)).status).toBe(400)
    },
  )

  test('less is better turns each of them over', async () => {
    const top = async (normalise: string) => {
      return names(await rank(`by=甲项:1:less&normalise=${normalise}`))
    }
    for (const normalise of [
      'min-max',
      'z-score',
      'percentile',
      'rank',
      'vector',
      'sum',
      'linear',
    ]) {
      expect(await top(normalise), normalise).toEqual(['A', 'B', 'C', 'D', 'E'])
    }
  })
})

describe('aggregate', () => {
  const two = 'by=甲项:1,丙项:3&normalise=min-max:1:100'
  // C: 50.5 and 1 + 99 × 7 ÷ 8 = 87.625.
  test.each([
    ['arithmetic', (50.5 + 3 * 87.625) / 4],
    ['geometric', Math.exp((Math.log(50.5) + 3 * Math.log(87.625)) / 4)],
    ['harmonic', 4 / (1 / 50.5 + 3 / 87.625)],
    ['power:2', Math.sqrt((50.5 ** 2 + 3 * 87.625 ** 2) / 4)],
    // C is above A, B and E, which have less of the heavier, and below D.
    ['copeland', 2],
  ])('=%s', async (aggregate, expected) => {
    expect(scores(await rank(`${two}&aggregate=${aggregate}`))['C']).toBeCloseTo(expected, 5)
  })

  test.each([
    ['ampi', 'mazziotta-pareto:adjusted'],
    ['mazziotta-pareto:plus:adjusted', 'mazziotta-pareto:plus:adjusted'],
    ['mazziotta-pareto&normalise=min-max:70:130', 'mazziotta-pareto:adjusted'],
    ['MPI', 'mazziotta-pareto'],
    ['coupling:liao:unscaled', 'coupling:liao:unscaled'],
    ['coupling:standard', 'coupling'],
    ['topsis&normalise=sum', 'topsis:sum'],
    ['topsis:vector&normalise=sum', 'topsis'],
  ])('=%s is told as %s', async (aggregate, told) => {
    const { method } = await rank(`by=甲项,丙项&aggregate=${aggregate}`)
    expect(method.aggregate).toBe(told)
    // The card says what was done: sent back as a method, it is the same one.
    const spec = encodeURIComponent(JSON.stringify(method.card.spec))
    const again = await rank(`method=${spec}`)
    expect(again.method.id).toBe(method.id)
  })

  test('=coupling of what are indices already, as they are', async () => {
    const found = scores(
      await rank('by=甲项,丙项&normalise=goalposts:0:100&aggregate=coupling:unscaled'),
    )
    // 0.3 and 0.08: √(C T) is the fourth root of their product.
    expect(found['C']).toBeCloseTo((0.3 * 0.08) ** 0.25, 6)
  })

  test('=topsis measures on the scale that is asked for', async () => {
    const near = await rank('by=甲项:1,丙项:1&aggregate=topsis&normalise=min-max')
    expect(scores(near)).toEqual(scores(await rank('by=甲项:1,丙项:1&aggregate=topsis:min-max')))
    expect(near.method.normalise).toBe('min-max')
    const response = await api.request('/rankings?by=甲项&aggregate=topsis&normalise=z-score')
    expect(response.status).toBe(400)
  })

  test('=topsis divides by the norm unless it says otherwise', async () => {
    const found = scores(await rank('by=甲项:1,丙项:1&aggregate=topsis'))
    const [x, y] = [Math.sqrt(5500), Math.sqrt(196)]
    const near = Math.hypot((50 - 30) / x, (9 - 8) / y)
    const far = Math.hypot((30 - 10) / x, (8 - 1) / y)
    expect(found['C']).toBeCloseTo(far / (near + far), 6)
  })
})

describe('weigh', () => {
  const shares = async (query: string) => {
    const { method } = await rank(`by=甲项:1:less,丙项:1&${query}`)
    return { weigh: method.card.weigh, shares: method.criteria.map(({ share }) => share) }
  }

  test('=entropy takes min–max where less is better, unless raw values are asked for', async () => {
    const usual = await shares('weigh=entropy')
    expect(await shares('weigh=entropy-min-max')).toEqual({ ...usual, weigh: 'entropy-min-max' })
    const raw = await shares('weigh=entropy:raw')
    expect(raw.weigh).toBe('entropy-raw')
    const entropy = (values: number[]) => {
      const all = values.reduce((sum, x) => sum + x, 0)
      return -values.reduce((sum, x) => sum + (x / all) * Math.log(x / all), 0) / Math.log(5)
    }
    const [first, second] = [1 - entropy([10, 20, 30, 40, 50]), 1 - entropy([5, 5, 8, 9, 1])]
    expect(raw.shares[0]).toBeCloseTo(first / (first + second), 9)
  })

  const JUDGED = '1,3,5;1/3,1,2;1/5,1/2,1'

  test('judgements give weights, and how consistent they are', async () => {
    const { method } = await rank(`by=甲项,乙项,丙项&missing=reweight&judgements=${JUDGED}`)
    const shares = method.criteria.map(({ share }) => Number(share.toFixed(3)))
    // The geometric means of the rows, which are the eigenvector of three.
    const rows = [Math.cbrt(15), Math.cbrt(2 / 3), Math.cbrt(0.1)]
    const all = rows.reduce((sum, x) => sum + x, 0)
    expect(shares).toEqual(rows.map((x) => Number((x / all).toFixed(3))))
    const { consistency, steps } = method.card
    expect(consistency).toMatchObject({ consistent: true, randomIndex: 'saaty-1980' })
    expect(consistency?.lambda).toBeCloseTo(3.0037, 4)
    expect(consistency?.ratio).toBeCloseTo(0.0032, 4)
    expect(steps.find(({ step }) => step === 'weigh')?.choice).toBe('ahp')
    const other = await rank(`by=甲项,乙项,丙项&judgements=${JUDGED}&randomIndex=chinese-textbooks`)
    expect(other.method.card.consistency?.ratio).toBeCloseTo(0.0037 / 2 / 0.52, 4)
  })

  test.each([
    ['1,2;1/2,1', '3 to compare'],
    ['1,2,3;1/2,1,2;1/3,1/2', 'as many numbers'],
    ['1,2,3;2,1,2;1/3,1/2,1', 'row 1, column 2'],
    ['1,2,x;1/2,1,2;1/3,1/2,1', 'row 1, column 3'],
    [`${JUDGED}&weigh=entropy`, 'not from both'],
  ])('judgements=%s are refused', async (judgements, words) => {
    const response = await api.request(`/rankings?by=甲项,乙项,丙项&judgements=${judgements}`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(words)
  })

  test('=std, in any case, is the deviation', async () => {
    expect((await shares('weigh=STD')).weigh).toBe('deviation')
    // √250 and √9.8.
    const [x, y] = [Math.sqrt(250), Math.sqrt(9.8)]
    expect((await shares('weigh=deviation-raw')).shares[0]).toBeCloseTo(x / (x + y), 9)
  })
})

describe('which zones', () => {
  test.each([
    ['type=制造', ['B', 'A']],
    ['zones=C,A', ['C', 'A']],
    ['zones=A,B,C&type=研发', ['C']],
    ['type=没有', []],
  ])('%s', async (query, expected) => {
    expect(names(await rank(`by=甲项&${query}`))).toEqual(expected)
  })

  test.each([
    ['type', { 制造: ['B', 'A'], 研发: ['D', 'C'], 服务: ['E'] }],
    ['leadIndustry', { 电子: ['C', 'A'], 医药: ['D', 'B'] }],
    ['ecosystem', { 电子信息: ['E', 'C', 'A'], 医药健康: ['D', 'B'] }],
  ])('group=%s, with ranks of its own within', async (group, expected) => {
    const { rows, excluded } = await rank(`by=甲项&group=${group}&within=1`)
    const found: Record<string, string[]> = {}
    for (const row of rows) (found[row.group ?? ''] ??= [])[row.rank - 1] = row.name
    expect(found).toEqual(expected)
    expect(excluded.map(({ name }) => name)).toEqual(group === 'leadIndustry' ? ['E'] : [])
    const plain = await rank(`by=甲项&group=${group}`)
    expect(names(plain)).toEqual(['E', 'D', 'C', 'B', 'A'])
  })
})
