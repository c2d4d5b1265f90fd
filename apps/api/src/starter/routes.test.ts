import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Starter } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

const FILE = [
  '园区,年份,规划面积(平方公里),起步区面积(平方公里),起步区建成面积(平方公里),供应工业用地面积(亩),总产值(亿元),起步区产值(亿元)',
  '甲,2022,10,1,0.4,1500,50,20',
  '乙,2022,20,2,1,3000,100,60',
  '甲,2023,10,1,0.5,1500,60,30',
  '乙,2023,20,2,1,3000,100,50',
  '丙,2023,,3,1.5,,90,30',
  '丁,2023,30,0,0,4500,90,30',
]

let api: Api
beforeAll(async () => {
  api = await openApi()
  await api.send([...FILE, ''].join('\n'), 'name=starter.csv')
})
afterAll(() => api.close())

const ask = (query = '') => api.get<Starter>(`/starter?${query}`)
const cells = (found: Starter, name: string) => {
  const row = found.rows.find((one) => one.name === name)
  return found.quantities.map((quantity, k) => [
    quantity.id,
    row?.cells[k]?.value ?? row?.cells[k]?.reason,
  ])
}

test('three denominators in one unit: 30 ÷ 1, 60 ÷ 10, and 60 ÷ 1 km² (1,500 mu)', async () => {
  const found = await ask()
  expect(found.quantities.slice(0, 3).map(({ unit }) => unit)).toEqual([
    '亿元/km²',
    '亿元/km²',
    '亿元/km²',
  ])
  expect(cells(found, '甲')).toEqual([
    ['starter-zone-output', 30],
    ['zone-output-density', 6],
    ['output-per-land', 60],
    ['starter-zone-size', 1],
    ['starter-zone-build-out', 50],
    ['zone-area', 10],
    ['supplied-land', 1],
  ])
})

test('an unknown denominator gives no value, and says which field', async () => {
  const found = await ask()
  expect(Object.fromEntries(cells(found, '丙'))).toMatchObject({
    'zone-output-density': 'not-reported',
    'output-per-land': 'not-reported',
    'starter-zone-output': 10,
  })
  expect(Object.fromEntries(cells(found, '丁'))).toMatchObject({
    'starter-zone-output': 'zero-denominator',
  })
  const third = found.rows.find(({ name }) => name === '丙')
  expect(third?.cells[1]?.fields.map(({ id }) => id)).toEqual(['zone-area'])
})

test('the starter zone as a multiple of the whole', async () => {
  const { beside } = await ask()
  expect(beside.planned).toMatchObject({ compared: 2, denser: 2, middle: 5 })
  expect(beside.planned.times).toEqual([5, 5, null, null])
  expect(beside.supplied.times).toEqual([0.5, 0.5, null, null])
})

test('progress: medians of those that report, and who moved', async () => {
  const { progress } = await ask()
  expect(progress.periods).toEqual(['2022', '2023'])
  const [output, , built] = progress.quantities
  expect(output?.steps).toEqual([
    { middle: 25, zones: 2, moved: null },
    { middle: 25, zones: 3, moved: { compared: 2, up: 1, down: 1 } },
  ])
  expect(built?.steps[1]?.moved).toEqual({ compared: 2, up: 1, down: 0 })
})

test('a zone cut anew is not compared with itself before', async () => {
  const other = await openApi()
  await other.send([...FILE, ''].join('\n'), 'name=starter.csv')
  const body = JSON.stringify({ kind: 'border', date: '2023', from: ['甲'], to: ['甲'], note: '' })
  const headers = { 'content-type': 'application/json' }
  await other.request('/zone-events', { method: 'POST', headers, body })
  const { progress } = await other.get<Starter>('/starter')
  await other.close()
  expect(progress.quantities[0]?.steps[1]?.moved).toEqual({ compared: 1, up: 0, down: 1 })
})

test('an earlier period, and CSV', async () => {
  expect((await ask('period=2022')).rows.length).toBe(4)
  const text = await (await api.request('/starter.csv')).text()
  expect(text).toContain('zero-denominator')
  expect(text).toContain('全区产出强度 output of the whole zone per planned area (亿元/km²)')
})
