import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Mapping, ProblemBody, Reading, Upload, Values } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

const FIRST = '园区,年份,税收,亮度\n甲园区,2022,3,7\n乙园区,2022,无数,8\n'
/** The same headers in another order. */
const SECOND = '年份,园区,亮度,税收\n2023,甲园区,9,4\n2023,乙园区,9,无数\n'
const CHOICES: Reading = {
  columns: [
    { index: 3, role: 'value', field: 'tax', unit: '亿元' },
    { index: 4, role: 'value', field: '夜间灯光', unit: null },
  ],
  replacements: [{ column: 3, find: '无数', replace: '—' }],
}

const json = (method: string, body: unknown) => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

async function decide(to: Api, text: string, choices: Reading) {
  const sent = await to.send(text, 'name=a.csv&mode=preview')
  // A file that cannot be used before somebody decides comes inside a problem.
  const upload = sent.upload as Upload & { upload?: Upload }
  const id = upload.upload?.id ?? upload.id
  const response = await to.request(`/uploads/${id}/commit`, json('POST', choices))
  return (await response.json()) as Upload
}

describe('a mapping', () => {
  test('that is no JSON is the sender’s fault, however deep', async () => {
    for (const body of ['{', '['.repeat(100_000)]) {
      const sent = { ...json('POST', null), body }
      const response = await api.request('/mappings', sent)
      expect([response.status, await response.json()]).toMatchObject([400, { code: 'invalid' }])
    }
  })

  test('is remembered for its set of headers, in whatever order they stand', async () => {
    const first = await decide(api, FIRST, CHOICES)
    expect([first.status, first.mapping]).toEqual(['committed', null])
    const { upload } = await api.send(SECOND, 'name=b.csv')
    expect(upload.mapping).toMatchObject({ version: 1, remembered: true })
    expect(upload.columns[3]).toMatchObject({ field: 'tax', unit: '亿元', why: 'remembered' })
    expect(upload.columns[2]).toMatchObject({ fieldName: '夜间灯光', why: 'remembered' })
    expect(upload.columns[0]?.why).not.toBe('remembered')
    const values = await api.get<Values>('/values?period=2023&indicators=tax')
    expect([values.indicators[0]?.unit, values.values]).toEqual(['亿元', [[4], [null]]])
    expect(await api.get<Mapping[]>('/mappings')).toHaveLength(1)
  })

  test('grows by versions only, and says nothing new twice', async () => {
    await decide(api, FIRST, CHOICES)
    const [mapping] = await api.get<Mapping[]>('/mappings')
    const { upload } = await api.send(SECOND, 'name=b.csv&mode=preview')
    const mended = { columns: [{ index: 4, role: 'value', field: 'tax', unit: '万元' }] }
    await api.request(`/uploads/${upload.id}/commit`, json('POST', mended))
    const newest = await api.get<Mapping>(`/mappings/${mapping?.id}`)
    expect(newest).toMatchObject({ version: 2, headers: ['年份', '园区', '亮度', '税收'] })
    expect(newest.columns.map(({ header, unit }) => [header, unit])).toEqual([
      ['亮度', null],
      ['税收', '万元'],
    ])
    const old = await api.get<Mapping>(`/mappings/${mapping?.id}?version=1`)
    expect(old).toEqual(mapping)
    await decide(api, '园区,年份,税收,亮度\n丙园区,2022,3,7\n', {})
    expect((await api.get<Mapping>(`/mappings/${mapping?.id}`)).version).toBe(2)
  })

  test('can be refused, asked for and forgotten', async () => {
    await decide(api, FIRST, CHOICES)
    const [mapping] = await api.get<Mapping[]>('/mappings')
    const refused = await api.send(SECOND, 'name=b.csv&mode=preview&mapping=none')
    expect(refused.upload).toMatchObject({ mapping: null, columns: [{}, {}, {}, { unit: null }] })
    const again = json('POST', { mapping: mapping?.id })
    const asked = await api.request(`/uploads/${refused.upload.id}/preview`, again)
    expect(await asked.json()).toMatchObject({
      mapping: { id: mapping?.id, version: 1, remembered: false },
      columns: [{}, {}, {}, { unit: '亿元' }],
    })
    const forgotten = await api.request(`/mappings/${mapping?.id}`, { method: 'DELETE' })
    expect(forgotten.status).toBe(200)
    expect(await api.get('/mappings')).toEqual([])
    const { upload } = await api.send(`${SECOND}2023,丙园区,1,2\n`, 'name=c.csv&mode=preview')
    expect(upload.mapping).toBeNull()
    expect((await api.send(SECOND, 'name=d.csv&mapping=nothing')).status).toBe(400)
  })

  test('decides no period for the next file, unless it is asked for', async () => {
    const period = {
      columns: [{ index: 2, role: 'value', field: 'tax', unit: '万元', period: '2022' }],
    }
    await decide(api, '园区,税额\n甲园区,3\n', period as Reading)
    const [mapping] = await api.get<Mapping[]>('/mappings')
    expect(mapping?.columns).toMatchObject([{ header: '税额', unit: '万元', period: '2022' }])
    const next = '园区,税额\n甲园区,4\n'
    const remembered = await api.send(next, 'name=b.csv&mode=preview&period=2023')
    expect(remembered.upload.columns[1]).toMatchObject({ unit: '万元', why: 'remembered' })
    expect(remembered.upload.counts).toMatchObject({ added: 1, changed: 0 })
    const asked = await api.send(next, `name=b.csv&mode=preview&mapping=${mapping?.id}`)
    expect(asked.upload.counts).toMatchObject({ added: 0, changed: 1 })
  })

  test('replayed on an empty server gives the same result', async () => {
    const here = await decide(api, FIRST, CHOICES)
    const [mapping] = await api.get<Mapping[]>('/mappings')
    const other = await openApi()
    const taken = await other.request('/mappings', json('POST', mapping))
    expect([taken.status, await taken.json()]).toMatchObject([201, { id: mapping?.id, version: 1 }])
    const { upload } = await other.send(FIRST, 'name=a.csv')
    expect(upload.counts).toEqual(here.counts)
    const strip = ({ columns }: Upload) => columns.map(({ why: _, ...column }) => column)
    expect(strip(upload)).toEqual(strip(here))
    const query = '/values?period=2022'
    expect(await other.get(query)).toEqual(await api.get(query))
    const same = await other.request('/mappings', json('POST', mapping))
    expect(same.status).toBe(200)
    await other.close()
  })

  test('that is not valid is refused with pointers', async () => {
    const document = {
      format: 'permu-mapping/1',
      id: 'another',
      name: 'x',
      headers: ['园区', '税收'],
      columns: [
        { header: '产值', role: 'value' },
        { header: '税收', role: 'value', unit: '光年每茶匙' },
      ],
    }
    const response = await api.request('/mappings', json('POST', document))
    const problem = (await response.json()) as ProblemBody
    expect(response.status).toBe(400)
    expect(problem.errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/columns/0/header',
      '/columns/1/unit',
      '/id',
    ])
    expect((await api.request('/mappings', json('POST', { format: 'x' }))).status).toBe(400)
    expect((await api.request('/mappings/none')).status).toBe(404)
  })
})
