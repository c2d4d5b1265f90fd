import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Frontier, ProblemBody } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

// Five firms: two inputs, one output. Coelli, A Guide to DEAP 2.1 (CEPA 8/96), example 1.
const DEAP = [
  '园区,年份,类型,投入一,投入二,产出量',
  '一,2023,甲,2,5,1',
  '二,2023,甲,2,4,2',
  '三,2023,甲,6,6,3',
  '四,2023,甲,3,2,1',
  '五,2023,甲,6,2,2',
]

// What a frontier cannot use: none of it moves the scores of the five.
const UNUSABLE = ['缺,2023,乙,2,,9', '负,2023,乙,-1,2,9', '空,2023,乙,0,0,9', '无,2023,乙,1,1,0']

let api: Api
beforeAll(async () => {
  api = await openApi()
  await api.send([...DEAP, ...UNUSABLE, ''].join('\n'), 'name=deap.csv')
})
afterAll(() => api.close())

const SIDES = 'inputs=投入一,投入二&outputs=产出量'
const ask = (query: string) => api.get<Frontier>(`/frontier?${SIDES}&${query}`)
const row = ({ rows }: Frontier, name: string) => rows.find((it) => it.name === name)

describe('frontier', () => {
  test('example 1 of DEAP: scores, peers, slacks and targets', async () => {
    const found = await ask('model=ccr')
    const scores = ['一', '二', '三', '四', '五'].map((name) => {
      return row(found, name)?.efficiency?.toFixed(3)
    })
    expect(scores).toEqual(['0.500', '1.000', '0.833', '0.714', '1.000'])
    const peers = row(found, '四')?.peers.map(({ name, weight }) => [name, weight.toFixed(3)])
    expect(peers).toEqual([
      ['五', '0.286'],
      ['二', '0.214'],
    ])
    const first = row(found, '一')
    expect(first?.slacks['投入二']).toBeCloseTo(0.5, 9)
    expect([first?.targets['投入一'], first?.targets['投入二']]).toEqual([1, 2])
    expect(first?.status).toBe('inefficient')
    expect(row(found, '二')?.status).toBe('efficient')
  })

  test.each([
    ['model=CCR', 'model=ccr'],
    ['model=VRS&orientation=oo', 'model=bcc&orientation=output'],
    ['model=super-efficiency&rts=vrs', 'model=super&returns=variable'],
    ['model=sbm&orientation=Non-Oriented&returns=nirs', 'model=sbm&returns=non-increasing'],
    ['model=cross_efficiency&goal=Benevolent', 'model=cross&goal=benevolent'],
    ['nondiscretionary=投入一', 'fixed=投入一'],
    ['model=&orientation=&returns=', 'model=ccr'],
  ])('%s is another word for %s', async (words, canonical) => {
    const [found, expected] = [await ask(words), await ask(canonical)]
    expect(found).toEqual(expected)
  })

  test('a word that means nothing is refused, and the words there are named', async () => {
    for (const query of ['model=ccx', 'model=sbm&rts=some', 'orientation=both']) {
      const response = await api.request(`/frontier?${SIDES}&${query}`)
      expect(response.status).toBe(400)
      expect(((await response.json()) as ProblemBody).detail).toContain('expected one of')
    }
  })

  test('what cannot be used is neither scored nor a peer, and says why', async () => {
    const { excluded, method } = await ask('model=bcc')
    expect(excluded.map(({ name, reason, indicator }) => [name, reason, indicator])).toEqual([
      ['缺', 'missing-value', '投入二'],
      ['负', 'negative-value', '投入一'],
      ['空', 'inputs-all-zero', null],
      ['无', 'outputs-all-zero', null],
    ])
    expect(excluded[0]).toMatchObject({ missing: 'not-reported', fields: ['投入二'] })
    expect(excluded.every(({ text }) => text.zh !== '' && text.en !== '')).toBe(true)
    expect(method.zones).toBe(5)
  })

  test.each(['ccr', 'bcc', 'nirs', 'ndrs', 'fdh', 'super', 'sbm', 'super-sbm', 'cross'])(
    'model=%s',
    async (model) => {
      const found = await ask(`model=${model}&type=甲&scale=1`)
      expect(found.rows.map(({ rank }) => rank)[0]).toBe(1)
      expect(found.rows).toHaveLength(5)
      expect(found.method).toMatchObject({ model, scale: true })
      expect(found.method.name.zh).toBeTruthy()
      expect(found.rows.every(({ returns }) => returns !== undefined)).toBe(true)
      expect(found.warnings.map(({ code }) => code)).toContain('few-zones')
    },
  )

  test('a zone that no other can match stands above all, without a figure', async () => {
    const { rows } = await ask('model=super&returns=variable&orientation=output')
    const top = rows.filter(({ reason }) => reason === 'infeasible')
    expect(top.length).toBeGreaterThan(0)
    expect(rows.slice(0, top.length)).toEqual(top)
    expect(top.every(({ efficiency }) => efficiency === null)).toBe(true)
  })

  test('the method id is its content', async () => {
    const [a, b, c, d] = await Promise.all([
      ask('model=ccr'),
      ask('model=ccr&orientation=input'),
      ask('model=ccr&orientation=output'),
      ask('model=ccr&fixed=投入二'),
    ])
    expect(a.method.id).toBe(b.method.id)
    expect(new Set([a, c, d].map(({ method }) => method.id)).size).toBe(3)
    expect(d.method.fixed).toEqual(['投入二'])
  })

  test.each([
    ['inputs=投入一&outputs=产出量&model=magic', '/model'],
    ['inputs=投入一&outputs=产出量&model=ccr&orientation=none', '/orientation'],
    ['inputs=投入一&outputs=产出量&model=ccr&returns=variable', '/returns'],
    ['inputs=投入一,投入二&outputs=产出量&model=sbm&fixed=投入一', '/fixed'],
    ['inputs=投入一,投入二&outputs=产出量&fixed=产出量', '/fixed'],
    ['inputs=投入一&outputs=投入一', '/outputs'],
    ['inputs=&outputs=产出量', '/inputs'],
    ['inputs=投入一', '/outputs'],
  ])('%s is refused', async (query, pointer) => {
    const response = await api.request(`/frontier?${query}`)
    const problem = (await response.json()) as ProblemBody
    expect([response.status, problem.errors[0]?.pointer]).toEqual([400, pointer])
  })

  test('as CSV and workbook, with the card', async () => {
    const text = await (await api.request(`/frontier.csv?${SIDES}`)).text()
    expect(text).toContain('二 × 1')
    expect(text).toContain('Charnes, Cooper & Rhodes 1978')
    expect(text).toContain('missing-value')
    const headers = { accept: 'text/csv' }
    const asked = await api.request(`/frontier?${SIDES}`, { headers })
    expect(asked.headers.get('content-type')).toContain('text/csv')
    expect((await api.request(`/frontier.xlsx?${SIDES}`)).status).toBe(200)
  })
})
