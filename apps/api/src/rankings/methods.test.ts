import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProblemBody, Ranking } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

const FILE = [
  '园区,年份,类型,已供工业用地(公顷),税收(亿元),产值(亿元),固定资产投资(亿元)',
  '甲园,2023,制造,100,3,50,40',
  '乙园,2023,制造,200,12,80,90',
  '丙园,2023,研发,50,0.6,,12',
  '丁园,2023,研发,100,2.5,20,31',
  '戊园,2023,制造,80,2,35,20',
  '己园,2023,研发,60,4.2,66,35',
  '庚园,2023,制造,150,5,44,70',
  '辛园,2023,,90,1.1,12,18',
  '',
].join('\n')

const POLAND = readFileSync(new URL('../../samples/poland-sez.csv', import.meta.url))

let api: Api
beforeAll(async () => {
  api = await openApi()
  await api.send(FILE, 'name=zones.csv')
})
afterAll(() => api.close())

const BY = 'by=tax-per-land:2,output-per-land:1,investment-intensity:1'
const rank = (query: string) => api.get<Ranking>(`/rankings?${query}`)
const places = ({ rows }: Ranking) => rows.map(({ name, rank: place }) => [name, place])
const json = (method: unknown) => `method=${encodeURIComponent(JSON.stringify(method))}`

async function refused(query: string, path = '/rankings'): Promise<ProblemBody> {
  const response = await api.request(`${path}?${query}`)
  expect(response.status).toBe(400)
  return (await response.json()) as ProblemBody
}

const pointers = async (query: string) => (await refused(query)).errors.map((e) => e.pointer)

describe('every step can be chosen', () => {
  test.each([
    ...['min-max', 'z-score', 'percentile', 'rank', 'borda', 'best', 'max', 'vector', 'sum'],
    ...['linear', 'min-max:1:100', 'z-score:100:10', 'goalposts:0:50', 'target:500', 'base:20'],
  ])('normalise=%s', async (normalise) => {
    const ranking = await rank(`${BY}&missing=median&normalise=${normalise}`)
    expect(ranking.method.normalise).toBe(normalise)
    expect(ranking.rows).toHaveLength(8)
  })

  test.each([
    ...['arithmetic', 'geometric', 'harmonic', 'power:0.5', 'copeland', 'topsis'],
    ...['topsis:min-max', 'mazziotta-pareto', 'mazziotta-pareto:plus', 'coupling', 'coupling:fan'],
  ])('aggregate=%s', async (aggregate) => {
    const ranking = await rank(`${BY}&missing=median&aggregate=${aggregate}&draws=20`)
    expect(ranking.method.aggregate).toBe(aggregate)
    for (const row of ranking.rows) {
      const [low = 0, high = 0] = row.interval ?? []
      expect(low).toBeGreaterThanOrEqual(1)
      expect(high).toBeGreaterThanOrEqual(low)
    }
  })

  test.each(['given', 'equal', 'entropy', 'critic', 'deviation', 'merec', 'pca'])(
    'weigh=%s',
    async (weigh) => {
      const { method } = await rank(`${BY}&weigh=${weigh}`)
      const shares = method.criteria.map(({ share }) => share)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      expect(method.card.weigh).toBe(weigh)
    },
  )

  test.each([
    ['exclude', 7, 0],
    ['reweight', 8, 0],
    ['mean', 8, 1],
    ['group-median', 8, 1],
  ])('missing=%s ranks %i zones and fills %i cells', async (missing, ranked, filled) => {
    const ranking = await rank(`${BY}&group=type&missing=${missing}`)
    expect(ranking.rows).toHaveLength(ranked)
    expect(ranking.imputed).toHaveLength(filled)
    expect(ranking.imputed.every((c) => c.name === '丙园' && c.why === missing)).toBe(true)
  })

  test.each([
    'equal',
    'per-mu-performance',
    'intensive-land-use',
    'dual-linkage',
    'starter-zone',
    'tax-only',
  ])('preset=%s', async (preset) => {
    const { method, rows, excluded } = await rank(`preset=${preset}`)
    expect(method.card.preset).toBe(preset)
    expect(method.card.name?.zh).toBeTruthy()
    expect(rows.length + new Set(excluded.map(({ zone }) => zone)).size).toBe(8)
  })
})

describe('results', () => {
  // The closeness that dabrze/topsis-improvement-actions (MIT) publishes for its data, 4 decimals.
  test('TOPSIS of ten Polish zones, uploaded, is the published one', async () => {
    const poland = await openApi()
    await poland.send(new Uint8Array(POLAND), 'name=poland.csv&period=2017')
    const by = [
      '总面积(公顷):6.06:less',
      '资本支出(十亿PLN):26.95:less',
      '就业岗位数(人):20.02:more',
      '营业许可(件):16.53:more',
      '财务结果(十亿PLN):30.44:more',
    ].join(',')
    const query = `by=${encodeURIComponent(by)}&aggregate=topsis:min-max`
    const { rows } = await poland.get<Ranking>(`/rankings?${query}`)
    await poland.close()
    expect(rows.map(({ name, score, rank: place }) => [name, score.toFixed(4), place])).toEqual([
      ['Kostrzyn-Słubice', '0.7154', 1],
      ['Tarnobrzeg', '0.6241', 2],
      ['Mielec', '0.5073', 3],
      ['Kraków', '0.4848', 4],
      ['Legnica', '0.4359', 5],
      ['Słupsk', '0.4122', 6],
      ['Łódź', '0.4114', 7],
      ['Starachowice', '0.4113', 8],
      ['Kamienna Góra', '0.3980', 9],
      ['Pomorze', '0.3207', 10],
    ])
  })

  // COINr, tests/testthat/test-aggregate.R (MIT).
  test('Copeland of COINr’s test', async () => {
    const four = await openApi()
    await four.send(
      '园区,年份,甲项,乙项,丙项\na,2023,1,3,2\nb,2023,2,2,3\nc,2023,3,1,1\nd,2023,4,5,4\n',
      'name=c.csv',
    )
    const { rows } = await four.get<Ranking>('/rankings?by=甲项,乙项,丙项&aggregate=copeland')
    await four.close()
    expect(rows.map(({ name, score }) => [name, score])).toEqual([
      ['d', 3],
      ['b', 1],
      ['a', -1],
      ['c', -3],
    ])
  })

  test('a geometric mean gets a scale without 0, and the card says so', async () => {
    const { method, rows } = await rank('by=tax-per-land,investment-intensity&aggregate=geometric')
    expect(method.normalise).toBe('min-max:1:100')
    expect(rows[0]?.score).toBeGreaterThan(rows.at(-1)?.score ?? 0)
  })

  test('outliers are moved by the rule of the JRC, and each cell is listed', async () => {
    const odd = await openApi()
    const lines = [1, 2, 3, 4, 5, 6, 7, 8, 900].map((tax, i) => `z${String(i)},2023,${String(tax)}`)
    await odd.send(['园区,年份,税收(万元)', ...lines, ''].join('\n'), 'name=o.csv')
    const { treated, rows } = await odd.get<Ranking>('/rankings?by=tax&treat=jrc')
    await odd.close()
    expect(treated).toMatchObject([{ name: 'z8', before: 900, after: 8, why: 'winsorised' }])
    expect(rows.filter((row) => row.rank === 1)).toHaveLength(2)
  })

  test('the same link gives the same intervals, another seed others', async () => {
    const link = `${BY}&draws=200&seed=7&concentration=2&top=3`
    const [a, b, c] = await Promise.all([rank(link), rank(link), rank(link.replace('=7', '=8'))])
    const of = ({ rows }: Ranking) => rows.map((r) => [r.interval, r.median, r.topChance])
    expect(of(a)).toEqual(of(b))
    expect(of(a)).not.toEqual(of(c))
    expect(a.method.card.draws).toEqual({ draws: 200, seed: 7, concentration: 2 })
    expect(a.method.id).not.toBe(c.method.id)
  })

  test('a list, JSON and a card taken from an answer are one method', async () => {
    const list = await rank('by=tax-per-land:2,output-per-land:1')
    const of = [
      { indicator: '亩均税收', weight: 20, better: 'more' },
      { indicator: 'output-per-land', weight: 10 },
    ]
    const tree = await rank(json({ version: 1, of }))
    const again = await rank(json(list.method.card.spec))
    expect(tree.method.id).toBe(list.method.id)
    expect(again.method.id).toBe(list.method.id)
    expect(places(again)).toEqual(places(list))
  })

  test('sub-indices have scores of their own', async () => {
    const of = [
      {
        id: 'yield',
        weight: 60,
        of: [
          { indicator: 'tax-per-land', weight: 1 },
          { indicator: 'output-per-land', weight: 1 },
        ],
      },
      { indicator: 'investment-intensity', weight: 40 },
    ]
    const { rows, method } = await rank(json({ version: 1, of }))
    expect(method.criteria.map(({ share }) => share.toFixed(12))).toEqual(
      [0.3, 0.3, 0.4].map((share) => share.toFixed(12)),
    )
    const [best] = rows
    const own = best?.parts['investment-intensity'] ?? 0
    expect(0.6 * (best?.branches?.['yield'] ?? 0) + own).toBeCloseTo(best?.score ?? 0, 9)
  })
})

describe('groups and grades', () => {
  test('within groups: ranks, grades and intervals are those of the group', async () => {
    const query = 'by=tax-per-land&group=type&within=1&grades=A:f50,B:rest&draws=50'
    const { rows, excluded, method } = await rank(query)
    expect(rows.map((r) => [r.group, r.name, r.rank])).toEqual([
      ['研发', '己园', 1],
      ['研发', '丁园', 2],
      ['研发', '丙园', 3],
      ['制造', '乙园', 1],
      ['制造', '庚园', 2],
      ['制造', '甲园', 3],
      ['制造', '戊园', 4],
    ])
    // One criterion: no weights change a rank.
    expect(rows.every((r) => r.interval?.[0] === r.rank && r.interval[1] === r.rank)).toBe(true)
    expect(rows.map((r) => r.gradeNote)).toEqual(Array<string>(7).fill('too-few-zones'))
    expect(excluded).toMatchObject([{ name: '辛园', reason: 'no-group' }])
    expect(method.id).toContain('-type-within-')
  })

  test.each([
    ['A:25,B:70,C:90,D:100', ['A', 'A', 'B', 'B', 'B', 'B', 'C', 'D']],
    ['A:f20,B:f30,C:rest,D:c5', ['A', 'B', 'B', 'C', 'C', 'C', 'C', 'D']],
    ['A:s60,B:s20', ['A', 'A', 'B', 'B', 'B', 'B', null, null]],
  ])('grades=%s', async (grades, expected) => {
    const ranking = await rank(`by=tax-per-land&grades=${grades}`)
    expect(ranking.rows.map(({ grade }) => grade)).toEqual(expected)
  })

  test('a value over the norm of its group takes the industry mix out', async () => {
    const { rows } = await rank('by=tax-per-land&group=type&normalise=norm')
    const research = rows.filter(({ group }) => group === '研发').map(({ score }) => score)
    expect(research.reduce((sum, score) => sum + score, 0) / 3).toBeCloseTo(100, 9)
  })
})

describe('faults say where and, in both languages, what to do', () => {
  test.each([
    [`${BY}&normalise=nothing`, '/normalise'],
    [`${BY}&normalise=__proto__`, '/normalise'],
    [`${BY}&aggregate=constructor:1`, '/aggregate'],
    [`${BY}&normalise=rank:5`, '/normalise'],
    [`${BY}&normalise=goalposts:5`, '/normalise'],
    [`${BY}&aggregate=power`, '/aggregate'],
    [`${BY}&aggregate=power:0`, '/aggregate'],
    [`${BY}&grades=A`, '/grades'],
    [`${BY}&grades=A:f20,B:f30,D:c5`, '/grades'],
    [`${BY}&grades=A:50,B:40,C:100`, '/grades'],
    [`${BY}&within=1`, '/group'],
    [`${BY}&normalise=norm`, '/group'],
    [`${BY}&weigh=whatever`, '/weigh'],
    [`${BY}&draws=2001`, '/draws'],
    [`${BY}&preset=equal`, '/preset'],
    ['preset=nothing', '/preset'],
    ['by=tax-per-land:0,capex:0'.replace('capex', 'tax'), '/by'],
    ['by=tax-per-land,tax&aggregate=geometric&normalise=min-max', '/by/0'],
    ['method={', '/method'],
    [json({ version: 2, of: [] }), '/method/version'],
    [
      json({ version: 1, of: [{ indicator: 'nothing-such', weight: 1 }] }),
      '/method/of/0/indicator',
    ],
    [json({ version: 1, of: [{ indicator: 'tax', weight: -1 }] }), '/method/of/0/weight'],
    [
      json({ version: 1, of: [{ id: 'a', weight: 1, of: [{ indicator: 'tax', weight: 0 }] }] }),
      '/method/of/0',
    ],
    [
      json({
        version: 1,
        of: [{ indicator: 'tax', weight: 1, unit: '亩', normalise: { kind: 'base', base: 1 } }],
      }),
      '/method/of/0',
    ],
  ])('%s', async (query, pointer) => {
    expect(await pointers(query)).toContain(pointer)
  })

  test('what metrics refuses has its own words', async () => {
    const { errors } = await refused(`${BY}&normalise=norm`)
    expect(errors[0]?.message).toMatch(/分组.*groups/u)
  })
})

describe('the spreadsheet', () => {
  test('has grades, intervals, filled cells and the whole card', async () => {
    const query = `${BY}&missing=median&grades=quarters&draws=50`
    const text = await (await api.request(`/rankings.csv?${query}`)).text()
    const [header = ''] = text.split('\r\n')
    expect(header).toContain('等级 grade')
    expect(header).toContain('名次上限 95 %')
    expect(text).toMatch(/丙园,output-per-land,,[\d.]+,median/u)
    expect(text).toContain('50 次随机权重 50 draws of weights')
    expect(text).toContain('permu metrics')
  })
})
