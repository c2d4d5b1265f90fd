import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RowPage, Trace, Upload, Values } from '../contract.ts'
import { isFormula } from '../http/formula-guard.ts'
import { encodeGbk, openApi, type Api } from '../testing.ts'

let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

const FILE = [
  '2023年园区统计表',
  '园区,年份,税收(万元),产值(万元)',
  '甲园区,2023,10,-5.5',
  '乙园区,2023,3x,7',
  '"丙,园区",2023,"1,000",=1+1',
  '丁园区,2023',
  '',
].join('\r\n')

async function annotated(body: Uint8Array<ArrayBuffer> | string) {
  const { upload } = await api.send(body, 'name=a.csv')
  const response = await api.request(`/uploads/${upload.id}/annotated`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { upload, bytes, type: response.headers.get('content-type') }
}

describe('rows of a file', () => {
  const page = (upload: Upload, query: string) =>
    api.get<RowPage>(`/uploads/${upload.id}/rows?${query}`)

  test('come as written, page by page, with their problems', async () => {
    const { upload } = await api.send(FILE, 'name=a.csv&mode=preview')
    const first = await page(upload, 'limit=2')
    expect(first.items.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [3, '甲园区'],
      [4, '乙园区'],
    ])
    expect(first.items[1]?.problems).toMatchObject([
      { code: 'not-a-number', row: 4, column: 3, text: '3x' },
    ])
    const second = await page(upload, `limit=2&cursor=${first.next}`)
    expect(second.items.map(({ row, cells }) => [row, cells])).toEqual([
      [5, ['丙,园区', '2023', '1,000', '=1+1']],
      [6, ['丁园区', '2023']],
    ])
    expect(second.next).toBeNull()
    expect((await page(upload, 'from=1&limit=1')).items[0]?.cells).toEqual(['2023年园区统计表'])
  })

  test('a problem of bytes says where they lie, and progress how much is left', async () => {
    const bytes = new TextEncoder().encode('园区,年份,税收(万元)\n甲园区,2023,10\n乙园区,2023,4#\n')
    bytes[bytes.length - 2] = 0xff
    const { upload } = await api.send(bytes, 'name=a.csv&mode=preview')
    const mixed = upload.problems.items.find(({ code }) => code === 'encoding-mixed')
    expect(mixed?.byte).toBe(bytes.length - 2)
    expect(upload.progress).toMatchObject({ bytes: bytes.length, total: bytes.length, left: 0 })
  })

  test('only those with problems, where that is asked', async () => {
    const { upload } = await api.send(FILE, 'name=a.csv&mode=preview')
    const first = await page(upload, 'only=problems&limit=1')
    expect(first.items.map(({ row }) => row)).toEqual([4])
    const rest = await page(upload, `only=problems&cursor=${first.next}`)
    expect(rest.items.map(({ row }) => row)).toEqual([5, 6])
    expect((await api.request(`/uploads/${upload.id}/rows?cursor=x`)).status).toBe(400)
  })

  test('show what a person wrote, and a trace shows both', async () => {
    const { upload } = await api.send(FILE, 'name=a.csv&mode=preview')
    const reading = {
      corrections: [{ row: 3, column: 3, text: '12' }],
      replacements: [{ column: null, find: '3x', replace: '30' }],
    }
    await api.request(`/uploads/${upload.id}/commit`, {
      method: 'POST',
      body: JSON.stringify(reading),
      headers: { 'content-type': 'application/json' },
    })
    const { items } = await page(upload, 'limit=2')
    expect(items.map(({ cells }) => cells[2])).toEqual(['12', '30'])
    const trace = await api.get<Trace>('/trace?zone=甲园区&indicator=tax')
    expect(trace.inputs[0]?.source).toMatchObject({ row: 3, text: '10', corrected: '12' })
    const plain = await api.get<Trace>('/trace?zone=甲园区&indicator=output')
    expect(plain.inputs[0]?.source).toMatchObject({ text: '-5.5', corrected: null })
  })
})

describe('the file with its problems', () => {
  test('in GBK it stays GBK, to the byte but for the last column and formulas', async () => {
    const { upload, bytes, type } = await annotated(encodeGbk(FILE))
    expect(type).toContain('gb18030')
    const lines = new TextDecoder('gb18030').decode(bytes).split('\r\n')
    const { cells } = await api.get<RowPage>(`/uploads/${upload.id}/rows`).then((p) => ({
      cells: p.items.map(({ problems }) => problems.map(({ code }) => code)),
    }))
    expect(cells[1]).toEqual(['not-a-number'])
    expect(lines.slice(0, 3)).toEqual([
      '2023年园区统计表',
      '园区,年份,税收(万元),产值(万元),问题 problem',
      '甲园区,2023,10,-5.5',
    ])
    expect(lines[3]).toMatch(/^乙园区,2023,3x,7,.*not-a-number \[税收\(万元\)\]: “3x”不是数字/u)
    expect(lines[4]).toMatch(/^"丙,园区",2023,"1,000",'=1\+1,.*formula-cell/u)
    expect(lines[5]).toMatch(/^丁园区,2023,,,.*missing-cell/u)
    expect(lines).toHaveLength(7)
  })

  test('it can be sent again and gives the same numbers', async () => {
    const first = await annotated(encodeGbk(FILE))
    const before = await api.get<Values>('/values')
    await api.request(`/uploads/${first.upload.id}`, { method: 'DELETE' })
    const { upload } = await api.send(first.bytes, 'name=b.csv')
    expect(upload.file?.encoding).toBe('gb18030')
    expect(upload.columns[4]?.role).toBe('ignored')
    const { values, zones } = await api.get<Values>('/values')
    expect([zones, values]).toEqual([before.zones, before.values])
  })

  test.each([
    ['utf8', 'utf-8', true],
    ['utf-16le', 'utf-16le', true],
    ['utf-16be', 'utf-16be', true],
    ['gb18030', 'gb18030', false],
  ])('in %s it stays so', async (encoding, label, addBOM) => {
    const encoded = Uint8Array.from(iconv.encode(FILE, encoding, { addBOM }))
    const { bytes, upload } = await annotated(encoded)
    expect(upload.file?.encoding).toBe(label)
    expect([...bytes.subarray(0, 20)]).toEqual([...encoded.subarray(0, 20)])
    const lines = new TextDecoder(label).decode(bytes).split('\r\n')
    expect(lines[1]).toBe('园区,年份,税收(万元),产值(万元),问题 problem')
    expect(lines[2]).toBe('甲园区,2023,10,-5.5')
  })

  test('in Big5 the words are English, for simplified letters are not in it', async () => {
    const text = '園區,年份,稅收(萬元)\n臺北園區,2023,3x\n桃園園區,2023,5\n新竹園區,2023,6\n'
    const { bytes } = await annotated(Uint8Array.from(iconv.encode(text, 'big5hkscs')))
    const lines = new TextDecoder('big5').decode(bytes).split('\n')
    expect(lines[0]).toBe('園區,年份,稅收(萬元),problem')
    expect(lines[1]).toContain('臺北園區,2023,3x')
    expect(lines[1]).not.toContain('?')
  })
})

test.each([
  ['=1+1', true],
  ['@SUM(A1)', true],
  ['+cmd|x', true],
  ['\tx', true],
  ['-1+cmd', true],
  ['-12.5', false],
  ['-1,234', false],
  ['+3', false],
  ['-', false],
  ['——', false],
  ['甲', false],
])('%j is run by a spreadsheet: %s', (text, expected) => {
  expect(isFormula(text)).toBe(expected)
})

describe('scale', () => {
  test('a number that is off from the stored one, or from last year, is told', async () => {
    await api.send('园区,年份,税收(万元)\n甲园区,2022,10\n乙园区,2022,20\n', 'name=a.csv')
    const text = '园区,年份,税收(万元)\n甲园区,2023,110000\n乙园区,2023,21\n乙园区,2022,200000\n'
    const { upload } = await api.send(text, 'name=b.csv&mode=preview')
    const found = upload.problems.items.filter(({ code }) => code === 'scale-change')
    expect(found).toMatchObject([
      { row: 4, column: 3, header: '税收(万元)', text: '200000', severity: 'warning' },
      { row: 2, column: 3, text: '110000' },
    ])
    expect(found[0]?.message.zh).toContain('20')
  })
})
