import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProblemBody, Ranking, Reach, Robustness } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

const FILE = [
  '园区,年份,甲项,乙项,丙项',
  'A,2023,9,8,9',
  'B,2023,7,9,6',
  'C,2023,6,2,8',
  'D,2023,3,7,2',
  'E,2023,2,3,',
  'F,2023,1,1,1',
  '',
].join('\n')

let api: Api
beforeAll(async () => {
  api = await openApi()
  await api.send(FILE, 'name=zones.csv')
})
afterAll(() => api.close())

const BY = 'by=甲项:2,乙项:1,丙项:1'
const ask = (query: string) => api.get<Robustness>(`/rankings/robustness?${query}`)

describe('robustness', () => {
  test('computes what is asked for and nothing else', async () => {
    const found = await ask(`${BY}&parts=correlations`)
    expect(found.correlations).toHaveLength(3)
    const { acceptability, pairwise, groups, bounds, weights, leaveOneOut, methods } = found
    expect([acceptability, pairwise, groups, bounds, weights, leaveOneOut, methods]).toEqual(
      Array<null>(7).fill(null),
    )
  })

  test('the last under any weights is last in every draw', async () => {
    const found = await ask(`${BY}&draws=200&top=2&parts=acceptability,bounds`)
    expect(found.zones.map((z) => [z.name, z.rank])).toEqual([
      ['A', 1],
      ['B', 2],
      ['C', 3],
      ['D', 4],
      ['F', 5],
    ])
    const shares = found.acceptability?.shares ?? []
    for (const row of shares) expect(row.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 9)
    expect(shares.at(-1)).toEqual([0, 0, 0, 0, 1])
    const last = { best: 5, worst: 5, bestBound: 5, worstBound: 5, exact: true }
    expect(found.bounds?.at(-1)).toEqual(last)
  })

  test('one of two zones is above the other, and each zone is in one group', async () => {
    const found = await ask(`${BY}&draws=200&parts=pairwise,groups,leave-one-out&compare=A,B`)
    const [chance] = found.pairwise?.above[0]?.slice(1) ?? []
    expect(found.pairwise?.above).toEqual([
      [null, chance],
      [expect.closeTo(1 - Number(chance), 9), null],
    ])
    expect(found.groups?.flat()).toEqual(found.zones.map(({ zone }) => zone))
    expect(found.leaveOneOut?.map(({ id }) => id)).toEqual(['甲项', '乙项', '丙项'])
    expect(found.notes).toEqual([])
  })

  test('methods stand side by side, and agree with themselves', async () => {
    const { methods, zones } = await ask(`${BY}&parts=methods`)
    const own = methods?.methods.find(({ id }) => id === 'own')
    expect(own?.ranks).toEqual(zones.map(({ rank }) => rank))
    const topsis = await api.get<Ranking>(`/rankings?${BY}&aggregate=topsis`)
    const ranks = new Map(topsis.rows.map((row) => [row.zone, row.rank]))
    expect(methods?.methods.find(({ id }) => id === 'topsis')?.ranks).toEqual(
      zones.map(({ zone }) => ranks.get(zone)),
    )
    expect(methods?.agreements[0]).toMatchObject({ a: 'own', b: 'equal' })
  })

  test('within the interval of its weight a zone keeps its rank', async () => {
    const { weights } = await ask(`${BY}&parts=weights&compare=B`)
    const interval = weights?.[0]?.intervals[0]
    expect(interval).toBeDefined()
    const rankAt = async (share: number) => {
      const rest = (1 - share) / 2
      const by = `by=甲项:${String(share)},乙项:${String(rest)},丙项:${String(rest)}`
      const { rows } = await api.get<Ranking>(`/rankings?${by}`)
      return rows.find(({ name }) => name === 'B')?.rank
    }
    const { low = 0, high = 1 } = interval ?? {}
    const inside = [low + 0.01 * (high - low), high - 0.01 * (high - low)]
    expect(await Promise.all(inside.map(rankAt))).toEqual([2, 2])
    if (high < 1) expect(await rankAt(high + 0.01)).not.toBe(2)
  })

  test('which choice matters has intervals; gaps are a choice where there are some', async () => {
    const { sensitivity } = await ask(`${BY}&parts=sensitivity&points=256`)
    const choices = sensitivity?.choices.map(({ choice }) => choice)
    expect(choices).toEqual(['weights', 'normalise', 'gaps', 'aggregate'])
    for (const { index } of sensitivity?.choices ?? []) {
      expect(index?.totalInterval[0]).toBeLessThanOrEqual(index?.totalInterval[1] ?? 0)
    }
  })

  test('a part without an answer says why', async () => {
    const found = await ask(`${BY}&aggregate=copeland&parts=bounds,weights`)
    expect(found.bounds).toBeNull()
    expect(found.notes.map(({ part }) => part)).toEqual(['bounds', 'weights'])
    expect(found.notes[0]?.text.zh).toContain('加权平均')
  })

  test('the same link, the same answer; a repeat costs a 304', async () => {
    const link = `/rankings/robustness?${BY}&parts=acceptability&draws=100`
    const [a, b] = await Promise.all([api.request(link), api.request(link)])
    expect(await a.text()).toBe(await b.text())
    const headers = { 'if-none-match': a.headers.get('etag') ?? '' }
    expect((await api.request(link, { headers })).status).toBe(304)
  })

  test('an unknown part is refused', async () => {
    const response = await api.request(`/rankings/robustness?${BY}&parts=bounds,magic`)
    const problem = (await response.json()) as ProblemBody
    expect([response.status, problem.errors[0]?.pointer]).toEqual([400, '/parts'])
  })
})

describe('reach', () => {
  const reach = (query: string) => api.request(`/rankings/reach?${BY}&${query}`)

  test('what it takes does it', async () => {
    const found = await api.get<Reach>(`/rankings/reach?${BY}&zone=C&rank=2`)
    expect([found.rank, found.wanted]).toEqual([3, 2])
    const lift = found.alone.find(({ ok }) => ok)
    const step = lift?.steps[0]
    expect(step?.to).toBeGreaterThan(step?.from ?? 0)
    const other = await openApi()
    const column = ['甲项', '乙项', '丙项'].indexOf(lift?.indicator ?? '')
    const cells = FILE.split('\n').map((line) => line.split(','))
    const own = cells.find(([name]) => name === 'C') ?? []
    own[2 + column] = String(step?.to)
    await other.send(cells.map((line) => line.join(',')).join('\n'), 'name=lifted.csv')
    const { rows } = await other.get<Ranking>(`/rankings?${BY}`)
    await other.close()
    expect(rows.find(({ name }) => name === 'C')?.rank).toBeLessThanOrEqual(2)
  })

  test.each([
    ['zone=A&rank=1', 400, '/rank'],
    ['zone=E&rank=1', 400, '/zone'],
    ['zone=Z&rank=1', 404, '/zone'],
    ['zone=B&rank=0', 400, '/rank'],
  ])('%s', async (query, status, pointer) => {
    const response = await reach(query)
    const problem = (await response.json()) as ProblemBody
    expect([response.status, problem.errors[0]?.pointer]).toEqual([status, pointer])
  })
})
