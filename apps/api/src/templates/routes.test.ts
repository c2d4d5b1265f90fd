import { FIELDS } from '@permu/metrics'
import { readXlsx } from 'hucre'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openApi, type Api } from '../testing.ts'

let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

async function sheets(query: string) {
  const response = await api.request(`/template.xlsx?${query}`)
  expect(response.status).toBe(200)
  const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()))
  return sheets
}

describe('template.xlsx', () => {
  test('has headers with units, and a sheet that explains them', async () => {
    const [data, notes] = await sheets('fields=tax,supplied-land')
    expect(data?.name).toBe('数据')
    expect(data?.rows).toEqual([['园区代码', '园区', '年份', '税收(万元)', '供应工业用地面积(亩)']])
    expect(notes?.name).toBe('说明')
    const land = notes?.rows.find((row) => row[0] === '供应工业用地面积')
    expect(land?.slice(1, 4)).toEqual(['亩', '期末数', expect.stringContaining('不是规划面积')])
  })

  test('knows the zones so far', async () => {
    await api.send('园区代码,园区,年份,税收(万元)\nA1,甲园,2023,10\n,乙园,2023,20\n', 'name=a.csv')
    const [data] = await sheets('fields=tax&zones=1')
    expect(data?.rows.map((row) => row.slice(0, 2))).toEqual(
      [
        ['园区代码', '园区'],
        ['A1', '甲园'],
        ['', '乙园'],
      ].map((row) => row.map((text) => (text === '' ? expect.toBeOneOf([null, '']) : text))),
    )
    expect((await sheets('fields=tax'))[0]?.rows).toHaveLength(1)
  })

  test('a field that a file brought can be asked for, and one that nobody knows is named', async () => {
    await api.send('园区,年份,充电桩(个)\n甲园,2023,10\n', 'name=a.csv')
    const [data] = await sheets('fields=充电桩&lang=zh')
    expect(data?.rows[0]?.at(-1)).toContain('充电桩')
    const wrong = await api.request('/template.xlsx?fields=nothing')
    expect([wrong.status, await wrong.text()]).toEqual([404, expect.stringContaining('“nothing”')])
  })
})

describe('template.csv', () => {
  test.each(['zh', 'en'])('comes back whole when it is filled: every field, %s', async (lang) => {
    const ids = FIELDS.map((f) => f.id).join(',')
    const response = await api.request(
      `/template.csv?lang=${lang}&fields=${encodeURIComponent(ids)}`,
    )
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const header = new TextDecoder().decode(bytes).trim()
    const { upload } = await api.send(
      `${header}\nZ1,甲园,2023,${FIELDS.map(() => '1').join(',')}\n`,
      'name=t.csv&mode=preview',
    )
    expect(upload.columns.slice(0, 3).map((c) => c.role)).toEqual(['zone-code', 'zone', 'period'])
    const values = upload.columns.slice(3)
    expect(values.map((c) => c.field)).toEqual(FIELDS.map((f) => f.id))
    expect(values.map((c) => c.unit)).toEqual(FIELDS.map((f) => f.unit?.id ?? null))
  })
})
