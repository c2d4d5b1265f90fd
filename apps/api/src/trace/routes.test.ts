import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Trace } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

test('a number is traced to the column of its own zone, where the headers are zones', async () => {
  await api.send('指标,单位,甲园,乙园\n税收,万元,1,2\n产值,亿元,3,4\n', 'name=2023.csv&period=2023')
  const trace = await api.get<Trace>(`/trace?zone=${encodeURIComponent('乙园')}&indicator=output`)
  expect(trace.value).toBe(4)
  expect(trace.inputs[0]?.source).toMatchObject({ row: 3, column: 4, header: '乙园', text: '4' })
})

test('every number of a file leads to the cell that it stands in', async () => {
  const head = '园区,2023年税收(万元),同比增长(%),2022年税收(万元),同比增长(%)\n'
  await api.send(`${head}甲园,100,5,95,3\n乙园,200,-3,206,4\n`, 'name=a.csv')
  const shown = []
  for (const zone of ['甲园', '乙园']) {
    for (const period of ['2022', '2023']) {
      for (const field of ['tax', '税收-同比增长']) {
        const query = new URLSearchParams({ zone, period, indicator: field })
        const { value, inputs } = await api.get<Trace>(`/trace?${query.toString()}`)
        const { row, column, text } = inputs[0]?.source ?? {}
        shown.push([value, row, column, text])
      }
    }
  }
  expect(shown).toEqual([
    [95, 2, 4, '95'],
    [3, 2, 5, '3'],
    [100, 2, 2, '100'],
    [5, 2, 3, '5'],
    [206, 3, 4, '206'],
    [4, 3, 5, '4'],
    [200, 3, 2, '200'],
    [-3, 3, 3, '-3'],
  ])
})

test('a number stands in the unit of its own column or row, where a file has several', async () => {
  const rows = '园区,年份,指标,单位,数值\n甲园,2023,税收,万元,120\n乙园,2023,税收,亿元,0.5\n'
  await api.send(rows, 'name=a.csv')
  await api.send('园区,2021年税收(万元),2020年税收(亿元)\n乙园,4000,0.3\n', 'name=b.csv')
  const zone = encodeURIComponent('乙园')
  const sourceIn = async (period: string) => {
    const { inputs } = await api.get<Trace>(`/trace?zone=${zone}&indicator=tax&period=${period}`)
    return inputs[0]
  }
  const shown = { value: 0.5, unit: '亿元', text: '0.5', row: 3 }
  expect(await sourceIn('2023')).toMatchObject({ value: 5000, unit: '万元', source: shown })
  expect((await sourceIn('2021'))?.source).toMatchObject({ value: 4000, unit: '万元' })
  expect((await sourceIn('2020'))?.source).toMatchObject({ value: 0.3, unit: '亿元', text: '0.3' })
})
