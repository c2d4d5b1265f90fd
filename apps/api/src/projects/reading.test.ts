import { writeXlsx } from 'hucre'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Upload } from '../contract.ts'
import { encodeGbk, openApi, type Api } from '../testing.ts'
import { readLedger } from './ledger.ts'

let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

const HEAD = '园区,项目名称,宗地编号,供地面积(亩),协议投资(亿元),2023年税收(万元)\n'
const FILE = `${HEAD}甲园,一厂,P1,20,0.7,300\n甲园,二厂,P2,10,0.2,\n乙园,三厂,P3,15,0.5,120\n`

async function projects() {
  const { projects: found } = await readLedger(
    api.deps.store.read,
    await api.deps.snapshots.current(),
  )
  return found.map(({ key, values }) => {
    return [key, values.get('project-area')?.value, values.get('project-tax@2023')?.value]
  })
}

describe('a ledger', () => {
  test('is known by its headers, which are told, and makes no figures of zones', async () => {
    const { status, upload } = await api.send(encodeGbk(FILE), 'name=ledger.csv')
    expect(status).toBe(201)
    expect(upload).toMatchObject({ kind: 'ledger', kindChosen: false })
    expect(upload.kindWhy).toEqual([
      '园区',
      '项目名称',
      '供地面积(亩)',
      '协议投资(亿元)',
      '2023年税收(万元)',
    ])
    expect(upload.problems.items.map(({ code }) => code)).toEqual(['read-as-ledger'])
    expect(upload.counts).toMatchObject({
      rows: 3,
      accepted: 3,
      added: 14,
      changed: 0,
      zonesAdded: 2,
    })
    expect(upload.columns.map(({ item }) => item)).toEqual([
      ...['zone', 'project-name', 'project-parcel'],
      ...['project-area', 'project-agreed-investment', 'project-tax'],
    ])
    const meta = await api.get<{ name: string }[]>('/zones')
    expect(meta.map(({ name }) => name)).toEqual(['甲园', '乙园'])
    expect((await api.deps.snapshots.current()).periods).toEqual([])
    expect(await projects()).toEqual([
      ['parcel:p1', 20, 300],
      ['parcel:p2', 10, null],
      ['parcel:p3', 15, 120],
    ])
  })

  test('of the same bytes changes nothing, whether its kind is asked for or not', async () => {
    const first = await api.send(FILE, 'name=a.csv')
    for (const query of ['name=a.csv', 'name=a.csv&kind=ledger']) {
      const again = await api.send(FILE, query)
      expect([again.status, again.upload.id]).toEqual([200, first.upload.id])
    }
    expect((await api.get<{ items: Upload[] }>('/uploads')).items).toHaveLength(1)
  })

  test('that comes later changes what it says and hides nothing by its blanks', async () => {
    await api.send(FILE, 'name=a.csv')
    const later = `${HEAD}甲园,一厂,P1,21,,\n甲园,二厂,P2,10,0.2,90\n丙园,四厂,P4,8,0.1,5\n`
    const { upload } = await api.send(later, 'name=b.csv')
    expect(upload.counts).toMatchObject({ added: 6, changed: 1, same: 6, zonesAdded: 1 })
    expect(await projects()).toEqual([
      ['parcel:p1', 21, 300],
      ['parcel:p2', 10, 90],
      ['parcel:p3', 15, 120],
      ['parcel:p4', 8, 5],
    ])
    await api.request(`/uploads/${upload.id}`, { method: 'DELETE' })
    expect(await projects()).toEqual([
      ['parcel:p1', 20, 300],
      ['parcel:p2', 10, null],
      ['parcel:p3', 15, 120],
    ])
    await api.request(`/uploads/${upload.id}/restore`, { method: 'POST' })
    expect((await projects())[0]).toEqual(['parcel:p1', 21, 300])
  })

  test('can be previewed as figures of zones instead, and as a ledger again', async () => {
    const { upload } = await api.send(FILE, 'name=a.csv&mode=preview')
    const read = async (kind: string) => {
      const response = await api.request(`/uploads/${upload.id}/preview`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind }),
      })
      return (await response.json()) as Upload
    }
    expect(await read('data')).toMatchObject({ kind: 'data', kindChosen: true, kindWhy: [] })
    const again = await read('ledger')
    expect(again).toMatchObject({ kind: 'ledger', kindChosen: true, status: 'ready' })
    expect(again.problems.items).toEqual([])
    expect(await projects()).toEqual([])
    await api.request(`/uploads/${upload.id}/commit`, { method: 'POST' })
    expect(await projects()).toHaveLength(3)
  })

  test('is told that a file with errors was not committed under the policy stop', async () => {
    const bad = `${HEAD}甲园,一厂,P1,约20,0.7,300\n`
    const { status, upload: body } = await api.send(bad, 'name=a.csv&policy=stop')
    const { upload } = body as unknown as { upload: Upload }
    expect([status, upload.problems.errors]).toEqual([422, 1])
    expect(upload.problems.items[1]).toMatchObject({ row: 2, column: 4, text: '约20' })
    expect(await projects()).toEqual([])
  })

  test('has its zones matched and its near names told like any other file', async () => {
    await api.send('园区,年份,税收(万元)\n星澜产业功能区,2023,1\n', 'name=zones.csv')
    const { upload } = await api.send(
      FILE.replaceAll('甲园', '星澜功能区'),
      'name=a.csv&mode=preview',
    )
    expect(upload.zones.near.map(({ name }) => name)).toEqual(['星澜功能区'])
    expect(upload.problems.items.map(({ code }) => code)).toContain('zone-near')
  })

  test('tells projects that stand in their zone with a parcel id and without one', async () => {
    const bare = '园区,项目名称,供地面积(亩),协议投资(万元)\n'
    await api.send(`${bare}甲园,一厂,20,7000\n`, 'name=a.csv')
    const { upload } = await api.send(FILE, 'name=b.csv')
    const told = (one: Upload) =>
      one.problems.items.flatMap(({ code, row, text }) =>
        code === 'project-without-parcel' ? [[row, text]] : [],
      )
    expect(told(upload)).toEqual([[2, '一厂']])
    const more = await api.send(`${HEAD}乙园,五厂,,1,,\n乙园,五厂,P7,1,,\n`, 'name=c.csv')
    expect(told(more.upload)).toEqual([
      [2, '五厂'],
      [3, '五厂'],
    ])
  })

  test('in a workbook is read from its sheet', async () => {
    const rows = FILE.trim()
      .split('\n')
      .map((line) => line.split(',').map((cell) => (/^[\d.]+$/u.test(cell) ? Number(cell) : cell)))
    const bytes = Uint8Array.from(await writeXlsx({ sheets: [{ name: '台账', rows }] }))
    const { upload } = await api.send(bytes, 'name=a.xlsx')
    expect([upload.kind, upload.file?.sheet]).toEqual(['ledger', '台账'])
    expect(await projects()).toHaveLength(3)
  })
})
