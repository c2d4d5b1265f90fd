import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProblemBody, Upload, Values } from '../contract.ts'
import { encodeGbk, openApi, type Api } from '../testing.ts'

const GDP = [
  '数据库：分省年度数据',
  '指标：地区生产总值(亿元)',
  '时间：最近3年',
  '地区,2024年,2023年,2022年',
  '北京市,49843.1,47353.7,45222.4',
  '天津市,18024.3,,16132.2',
  '注：1.2024年数据为初步核算数。',
  '数据来源：国家统计局',
  '',
].join('\r\n')

const ZONES = [
  '园区,年份,已供工业用地(亩),税收(万元),固定资产投资(亿元)',
  '甲园,2023,1500,"30,000",60',
  '乙园,2023,1000,12000,—',
  '丙园,2023,0,500,3x',
  '合计,2023,2500,"42,500",63',
  '',
].join('\n')

let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

describe('a GBK file with preamble and footer', () => {
  test('is read whole: encoding, header row, unit from the preamble, every gap a gap', async () => {
    const { status, upload } = await api.send(encodeGbk(GDP), 'name=gdp.csv')
    expect(status).toBe(201)
    expect(upload.status).toBe('committed')
    expect(upload.file).toMatchObject({
      encoding: 'gb18030',
      headerRow: 4,
      layout: 'periods-across',
    })
    expect(upload.counts).toMatchObject({ cells: 5, zonesAdded: 2 })
    const values = await api.get<Values>('/values?period=2023&indicators=地区生产总值')
    expect(values.indicators[0]?.unit).toBe('亿元')
    expect(values.zones.map((z) => z.name)).toEqual(['北京市', '天津市'])
    expect(values.values).toEqual([[47353.7], [null]])
    expect(values.missing[0]).toMatchObject({ reason: 'not-reported' })
  })
})

describe('a zone file', () => {
  test('gives values, problems with their place, and a skipped total', async () => {
    const { status, upload } = await api.send(ZONES, 'name=zones.csv')
    expect(status).toBe(201)
    const bad = upload.problems.items.find((p) => p.code === 'not-a-number')
    expect(bad).toMatchObject({ row: 4, column: 5, text: '3x', severity: 'error' })
    expect(bad?.message.zh).not.toBe('')
    expect(upload.problems.items.some((p) => p.code === 'total-row')).toBe(true)
    const values = await api.get<Values>('/values?indicators=tax-per-land,investment-intensity')
    expect(values.values[0]).toEqual([20, 400])
    expect(values.values[1]).toEqual([12, null])
    expect(values.values[2]).toEqual([null, null])
    const reasons = values.missing.map((m) => m.reason)
    expect(reasons).toEqual(['not-reported', 'zero-denominator', 'unreadable'])
  })

  test('the same bytes again change nothing and say so', async () => {
    const first = await api.send(ZONES, 'name=zones.csv')
    const again = await api.send(ZONES, 'name=zones.csv')
    expect(again.status).toBe(200)
    expect(again.upload.id).toBe(first.upload.id)
  })

  test('a preview changes nothing until it is committed', async () => {
    const { status, upload } = await api.send(ZONES, 'name=zones.csv&mode=preview')
    expect([status, upload.status]).toEqual([200, 'ready'])
    expect(await api.get('/zones')).toEqual([])
    const response = await api.request(`/uploads/${upload.id}/commit`, { method: 'POST' })
    expect(await response.json()).toMatchObject({ status: 'committed' })
    expect(await api.get('/zones')).toHaveLength(3)
  })

  test('a mended mapping is used: an unread unit is told by a person', async () => {
    const text = '园区,年份,税收\n甲园,2023,3\n'
    const { upload } = await api.send(text, 'name=t.csv&mode=preview')
    expect(upload.columns[2]).toMatchObject({ field: 'tax', unit: null })
    const response = await api.request(`/uploads/${upload.id}/commit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ columns: [{ index: 3, role: 'value', field: 'tax', unit: '亿元' }] }),
    })
    expect(await response.json()).toMatchObject({ status: 'committed' })
    const values = await api.get<Values>('/values?indicators=tax')
    expect(values.indicators[0]?.unit).toBe('亿元')
  })
})

describe('layers', () => {
  test('the newest wins, blanks hide nothing, withdrawing uncovers', async () => {
    await api.send('园区,年份,税收(万元)\n甲园,2023,10\n乙园,2023,20\n', 'name=a.csv')
    const b = await api.send('园区,年份,税收(万元)\n甲园,2023,11\n乙园,2023,\n', 'name=b.csv')
    expect(b.upload.counts).toMatchObject({ added: 0, changed: 1, same: 0 })
    const read = async () => (await api.get<Values>('/values?indicators=tax')).values.flat()
    expect(await read()).toEqual([11, 20])
    await api.request(`/uploads/${b.upload.id}`, { method: 'DELETE' })
    expect(await read()).toEqual([10, 20])
  })

  test('a later file in another unit is converted to the first one', async () => {
    await api.send('园区,年份,税收(万元)\n甲园,2022,10000\n', 'name=a.csv')
    await api.send('园区,年份,税收(亿元)\n甲园,2023,1.2\n', 'name=b.csv')
    const values = await api.get<Values>('/values?period=2023&indicators=tax')
    expect([values.indicators[0]?.unit, values.values[0]?.[0]]).toEqual(['万元', 12000])
  })
})

describe('refusals are problem+json', () => {
  test('a picture is not a table', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
    const { status, upload } = await api.send(png, 'name=p.png')
    expect(status).toBe(415)
    expect(upload).toMatchObject({ code: 'unsupported-type', upload: { status: 'failed' } })
  })

  test('a file without a usable value is 422 and carries the upload', async () => {
    const { status, upload } = await api.send('园区,年份\n甲园,2023\n', 'name=p.csv')
    expect(status).toBe(422)
    expect(upload).toMatchObject({ code: 'unusable', upload: { status: 'failed' } })
  })

  test('too large a file is refused while it streams', async () => {
    const small = await openApi({ PERMU_MAX_UPLOAD_MB: '0.001' })
    const { status } = await small.send(ZONES.repeat(50), 'name=z.csv')
    expect(status).toBe(413)
    await small.close()
  })

  test('a file with too many rows is refused as a whole, and says how many', async () => {
    const small = await openApi({ PERMU_MAX_ROWS: '2' })
    const rows = '甲园,2023,1\n乙园,2023,2\n丙园,2023,3\n'
    const { status, upload } = await small.send(`园区,年份,税收(万元)\n${rows}`, 'name=r.csv')
    expect(status).toBe(422)
    expect(upload).toMatchObject({ code: 'unusable', upload: { status: 'failed' } })
    const { items } = (await (await small.request('/uploads')).json()) as { items: Upload[] }
    expect(items[0]?.problems.items).toMatchObject([
      { code: 'too-many-rows', message: { zh: '文件有 3 行，超过上限 2 行，整份没有读入' } },
    ])
    expect(await (await small.request('/zones')).json()).toEqual([])
    await small.close()
  })

  test('an unknown upload, a wrong parameter and another site', async () => {
    const missing = await api.request('/uploads/none')
    const problem = (await missing.json()) as ProblemBody
    expect(missing.headers.get('content-type')).toBe('application/problem+json')
    expect(problem).toMatchObject({
      status: 404,
      code: 'not-found',
      instance: '/api/v1/uploads/none',
    })
    expect((await api.request('/uploads?limit=x')).status).toBe(400)
    const foreign = await api.request('/uploads?name=x.csv', {
      method: 'POST',
      body: ZONES,
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(foreign.status).toBe(401)
  })
})

describe('downloads and forms', () => {
  test('a multipart form works too, and the original comes back to the byte', async () => {
    const form = new FormData()
    form.append('file', new File([encodeGbk(GDP)], '地区.csv', { type: 'text/csv' }))
    const response = await api.request('/uploads', {
      method: 'POST',
      body: form,
      headers: { prefer: 'wait=60' },
    })
    const upload = (await response.json()) as Upload
    expect([response.status, upload.name]).toEqual([201, '地区.csv'])
    const file = await api.request(`/uploads/${upload.id}/file`)
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(encodeGbk(GDP))
  })

  test('problems.csv lists all problems with guarded text', async () => {
    const { upload } = await api.send(
      '园区,年份,税收(万元)\n甲园,2023,=1+1\n乙园,2023,2\n',
      'name=f.csv',
    )
    const text = await (await api.request(`/uploads/${upload.id}/problems.csv`)).text()
    expect(text).toContain("'=1+1")
    expect(text).toContain('formula-cell')
  })

  test('events end with the outcome', async () => {
    const { upload } = await api.send(ZONES, 'name=zones.csv')
    const events = await (await api.request(`/uploads/${upload.id}/events`)).text()
    expect(events).toContain('event: progress')
    expect(events).toContain('"status":"committed"')
  })
})
