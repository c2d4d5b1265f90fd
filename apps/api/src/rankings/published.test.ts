import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Frontier, Ranking } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

/** Published examples as a person would ask for them: from a file, by its headers. */

const FIGHTERS = [
  '园区,最大速度,航程,载重,采购成本(万元),可靠性,机动性',
  'A1,2.0,1500,20000,5.5,5,9',
  'A2,2.5,2700,18000,6.5,3,5',
  'A3,1.8,2000,21000,4.5,7,7',
  'A4,2.2,1800,20000,5.0,5,5',
  '',
].join('\n')

const HOMES = [
  'zone,StHr,Supp,MCPD,PPPD',
  'H1,1.5,0.2,1.4,0.35',
  'H2,4,0.7,1.4,2.1',
  'H3,3.2,1.2,4.2,1.05',
  'H4,5.2,2,2.8,4.2',
  'H5,3.5,1.2,1.9,2.5',
  'H6,3.2,0.7,1.4,1.5',
  '',
].join('\n')

let api: Api
beforeAll(async () => {
  api = await openApi()
  await api.send(FIGHTERS, 'name=fighters.csv&period=2023')
  await api.send(HOMES, 'name=homes.csv&period=2022')
})
afterAll(() => api.close())

// Hwang & Yoon 1981.
test('TOPSIS of four aircraft, one criterion a cost', async () => {
  const by = '最大速度:0.2,航程:0.1,载重:0.1,"采购成本(万元)":0.1:less,可靠性:0.2,机动性:0.3'
  const query = new URLSearchParams({
    period: '2023',
    by,
    aggregate: 'topsis',
    zones: 'A1,A2,A3,A4',
  })
  const { rows } = await api.get<Ranking>(`/rankings?${query.toString()}`)
  expect(rows.map(({ name, rank }) => [name, rank])).toEqual([
    ['A1', 1],
    ['A3', 2],
    ['A4', 3],
    ['A2', 4],
  ])
  const printed = [0.643, 0.613, 0.312, 0.268]
  rows.forEach(({ score }, i) => {
    expect(Math.abs(score - (printed[i] ?? Number.NaN))).toBeLessThan(6e-4)
  })
})

// Sexton et al. 1986; Liang et al. 2008.
test.each([
  ['ccr', ['1.0000', '1.0000', '1.0000', '1.0000', '0.9775', '0.8675']],
  ['cross', ['0.7639', '0.7004', '0.6428', '0.7184', '0.6956', '0.6081']],
  ['cross&goal=benevolent', ['1.0000', '0.9773', '0.8580', '1.0000', '0.9758', '0.8570']],
])('six nursing homes, model=%s', async (model, published) => {
  const sides = 'inputs=StHr,Supp&outputs=MCPD,PPPD&period=2022'
  const { rows, excluded } = await api.get<Frontier>(`/frontier?${sides}&model=${model}`)
  const found = Object.fromEntries(
    rows.map(({ name, efficiency }) => [name, efficiency?.toFixed(4)]),
  )
  expect(['H1', 'H2', 'H3', 'H4', 'H5', 'H6'].map((name) => found[name])).toEqual(published)
  // Zones of which the period knows nothing are named and are nobody’s peer.
  expect(excluded.map(({ name, reason }) => [name, reason])).toEqual(
    ['A1', 'A2', 'A3', 'A4'].map((name) => [name, 'missing-value']),
  )
})
