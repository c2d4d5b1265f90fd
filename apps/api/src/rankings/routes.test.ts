import { read } from 'hucre'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ranking, Trace, Values } from '../contract.ts'
import { XLSX } from '../http/spreadsheet.ts'
import { openApi, type Api } from '../testing.ts'

const FILE = [
  '园区,年份,类型,已供工业用地(公顷),税收(亿元),"产值, 现价(亿元)"',
  '甲园,2023,制造,100,3,50',
  '乙园,2023,制造,200,12,80',
  '丙园,2023,研发,50,0.6,',
  '丁园,2023,研发,100,3,20',
  '',
].join('\n')

let api: Api
beforeAll(async () => {
  api = await openApi()
  await api.send(FILE, 'name=zones.csv')
})
afterAll(() => api.close())

const rank = (query: string) => api.get<Ranking>(`/rankings?${query}`)
const by = (text: string) => `by=${encodeURIComponent(text)}`

describe('values', () => {
  test('a zone carries what it can be grouped by, where a file says so', async () => {
    const own = await openApi()
    const file =
      '园区,年份,类型,主导产业,产业生态圈,税收(亿元)\n甲园,2023,制造,电子,智造圈,3\n乙园,2023,,,,2\n'
    await own.send(file, 'name=zones.csv')
    const { zones } = await own.get<Values>('/values?indicators=tax')
    expect(zones.find(({ name }) => name === '甲园')).toMatchObject({
      type: '制造',
      leadIndustry: '电子',
      ecosystem: '智造圈',
    })
    expect(Object.keys(zones.find(({ name }) => name === '乙园') ?? {})).toEqual([
      'id',
      'name',
      'type',
    ])
    await own.close()
  })
})

describe('rankings', () => {
  test('ranks on unrounded scores, ties share a rank, parts add up', async () => {
    const ranking = await rank(by('tax-per-land:1'))
    expect(ranking.rows.map((r) => [r.name, r.rank])).toEqual([
      ['乙园', 1],
      ['甲园', 2],
      ['丁园', 2],
      ['丙园', 4],
    ])
    expect(ranking.rows[0]).toMatchObject({ score: 100, parts: { 'tax-per-land': 100 } })
  })

  test('a field may be named by its header, even with a comma; the lacking zone is told', async () => {
    const ranking = await rank(by('"产值, 现价(亿元)":2:less,tax-per-land:1'))
    expect(ranking.excluded).toMatchObject([{ name: '丙园', reason: 'not-reported' }])
    expect(ranking.method.criteria.map((c) => c.share)).toEqual([2 / 3, 1 / 3])
    expect(ranking.method.criteria[0]?.better).toBe('less')
  })

  test('reweight keeps the lacking zone', async () => {
    const ranking = await rank(`${by('"产值, 现价(亿元)":2,tax-per-land:1')}&missing=reweight`)
    expect(ranking.rows).toHaveLength(4)
  })

  test('the method id is its content', async () => {
    const [a, b, c] = await Promise.all([
      rank(by('tax-per-land:1')),
      rank(by('亩均税收:1')),
      rank(`${by('tax-per-land:1')}&normalise=percentile`),
    ])
    expect(a.method.id).toBe(b.method.id)
    expect(a.method.id).not.toBe(c.method.id)
  })

  test('wrong questions say what is wrong', async () => {
    for (const query of ['', by('nothing-such:1'), by('tax-per-land:-1'), by('tax-per-land:0')]) {
      const response = await api.request(`/rankings?${query}`)
      expect([400, 404]).toContain(response.status)
      expect(await response.json()).toHaveProperty('detail')
    }
  })

  test('the CSV carries the method card', async () => {
    const response = await api.request(`/rankings.csv?${by('tax-per-land:1')}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(text).toContain('口径 method')
  })

  test('a workbook holds the same numbers, and text that looks like a formula stays text', async () => {
    const response = await api.request(`/rankings.xlsx?${by('tax-per-land:1')}`)
    const workbook = await read(new Uint8Array(await response.arrayBuffer()))
    const rows = workbook.sheets[0]?.rows ?? []
    expect(rows[1]?.slice(0, 4)).toEqual([1, '乙园', '制造', 100])
    const plain = await openApi()
    await plain.send('园区,年份,税收(万元)\n"@SUM(A1)",2023,5\n', 'name=f.csv')
    const formula = await plain.request('/values.xlsx')
    const cells = (await read(new Uint8Array(await formula.arrayBuffer()))).sheets[0]
    await plain.close()
    expect(cells?.rows[1]?.[0]).toBe('@SUM(A1)')
    expect(cells?.cells?.get('1,0')?.formula).toBeUndefined()
  })

  test('Accept chooses the form', async () => {
    const ask = async (accept: string) => {
      const response = await api.request('/values?period=2023', { headers: { accept } })
      return response.headers.get('content-type')
    }
    expect(await ask('text/csv')).toContain('text/csv')
    expect(await ask('application/json, text/plain, */*')).toContain('application/json')
    expect(await ask('*/*')).toContain('application/json')
    expect(await ask(XLSX)).toBe(XLSX)
  })

  test('a repeat costs a 304 until the data move on', async () => {
    const first = await api.request('/values?period=2023')
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect((await api.request('/values?period=2023', { headers })).status).toBe(304)
  })
})

describe('trace', () => {
  test('leads to file, row, column, text, and recomputes to the value', async () => {
    const { zones } = await api.get<Values>('/values?period=2023')
    const zone = zones.find((z) => z.name === '乙园')?.id ?? ''
    const trace = await api.get<Trace>(`/trace?zone=${zone}&period=2023&indicator=tax-per-land`)
    expect([trace.value, trace.unit]).toEqual([40, '万元/亩·年'])
    const tax = trace.inputs.find((i) => i.field === 'tax')
    const land = trace.inputs.find((i) => i.field !== 'tax')
    expect(tax).toMatchObject({
      value: 120000,
      unit: '万元',
      source: {
        file: 'zones.csv',
        row: 3,
        column: 5,
        header: '税收(亿元)',
        text: '12',
        unit: '亿元',
      },
    })
    expect(land).toMatchObject({ value: 3000, unit: '亩', source: { text: '200' } })
    expect((tax?.value ?? 0) / (land?.value ?? 1)).toBe(trace.value)
  })
})

describe('the description', () => {
  test('names every route', async () => {
    const document = await api.get<{ paths: Record<string, object> }>('/openapi.json')
    expect(Object.keys(document.paths).sort()).toMatchSnapshot()
  })
})
