import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CellChangePage, ChangePage, ProblemBody, Upload, Values } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'
import { blockNumbers, problemsOf, zonesOfUpload } from './queries.ts'

let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

const OLD = '园区,年份,税收(万元)\n甲园区,2023,10\n乙园区,2023,20\n'
const NEW = '园区,年份,税收(万元)\n甲园区,2023,11\n丙园区,2023,30\n'

const taxes = async () => {
  const { zones, values } = await api.get<Values>('/values?indicators=tax')
  return Object.fromEntries(zones.map((zone, i) => [zone.name, values[i]?.[0] ?? null]))
}

async function act(method: string, path: string) {
  const response = await api.request(path, { method })
  return { status: response.status, upload: (await response.json()) as Upload }
}

describe('withdrawing and restoring', () => {
  test('old values come back, and the layer again at its old place in the order', async () => {
    await api.send(OLD, 'name=a.csv')
    const b = await api.send(NEW, 'name=b.csv')
    await api.send('园区,年份,税收(万元)\n甲园区,2023,12\n', 'name=c.csv')
    expect(await taxes()).toEqual({ 甲园区: 12, 乙园区: 20, 丙园区: 30 })
    const gone = await act('DELETE', `/uploads/${b.upload.id}`)
    expect(gone.upload).toMatchObject({ status: 'withdrawn', by: 'local' })
    expect(gone.upload.withdrawnAt).not.toBeNull()
    expect(await taxes()).toEqual({ 甲园区: 12, 乙园区: 20 })
    const back = await act('POST', `/uploads/${b.upload.id}/restore`)
    expect([back.status, back.upload.status, back.upload.withdrawnAt]).toEqual([
      200,
      'committed',
      null,
    ])
    expect(await taxes()).toEqual({ 甲园区: 12, 乙园区: 20, 丙园区: 30 })
  })

  test('the history says who did what, and any two versions can be compared', async () => {
    await api.send(OLD, 'name=a.csv')
    const b = await api.send(NEW, 'name=b.csv')
    await act('DELETE', `/uploads/${b.upload.id}`)
    await act('POST', `/uploads/${b.upload.id}/restore`)
    const { items } = await api.get<ChangePage>('/history')
    expect(items.map(({ version, kind, upload }) => [version, kind, upload?.name])).toEqual([
      [4, 'restore', 'b.csv'],
      [3, 'withdraw', 'b.csv'],
      [2, 'commit', 'b.csv'],
      [1, 'commit', 'a.csv'],
    ])
    expect(items[2]).toMatchObject({
      by: 'local',
      counts: { added: 1, changed: 1, same: 0, zonesAdded: 1 },
    })
    const page = await api.get<ChangePage>('/history?limit=3')
    expect((await api.get<ChangePage>(`/history?cursor=${page.next}`)).items).toHaveLength(1)

    const diff = await api.get<CellChangePage>('/diff?from=1&to=2')
    expect(diff.counts).toEqual({ added: 1, changed: 1, removed: 0, same: 1 })
    expect(diff.items).toMatchObject([
      {
        kind: 'changed',
        zone: { name: '甲园区' },
        period: '2023',
        field: { id: 'tax' },
        unit: '万元',
        from: { value: 10 },
        to: { value: 11 },
        row: 2,
        column: 3,
      },
      { kind: 'added', zone: { name: '丙园区' }, from: null, to: { value: 30 }, row: 3 },
    ])
    const undone = await api.get<CellChangePage>('/diff?from=2&to=3')
    expect(undone.counts).toMatchObject({ added: 0, changed: 1, removed: 1 })
    expect((await api.get<CellChangePage>('/diff?from=2&to=4')).items).toEqual([])
    const first = await api.get<CellChangePage>('/diff?from=0&limit=2')
    const second = await api.get<CellChangePage>(`/diff?from=0&limit=2&cursor=${first.next}`)
    expect([...first.items, ...second.items].map((item) => item.to?.value)).toEqual([11, 20, 30])
    expect((await api.request('/diff?from=9')).status).toBe(404)
  })

  test('a discarded preview cannot be restored', async () => {
    const { upload } = await api.send(OLD, 'name=a.csv&mode=preview')
    expect((await act('DELETE', `/uploads/${upload.id}`)).upload.status).toBe('withdrawn')
    const refused = await api.request(`/uploads/${upload.id}/restore`, { method: 'POST' })
    expect(refused.status).toBe(409)
    expect((await api.get<ChangePage>('/history')).items).toEqual([])
  })

  test('after a withdrawal the same bytes are committed afresh', async () => {
    const first = await api.send(OLD, 'name=a.csv')
    expect((await api.send(OLD, 'name=a.csv')).status).toBe(200)
    await act('DELETE', `/uploads/${first.upload.id}`)
    const again = await api.send(OLD, 'name=a.csv')
    expect(again.status).toBe(201)
    expect(again.upload.id).not.toBe(first.upload.id)
    expect(again.upload.counts).toMatchObject({ added: 2, changed: 0 })
  })

  test('the same bytes again change nothing, even where the first were read with choices', async () => {
    const bytes = '园区,税收(万元)\n甲园区,3\n'
    const first = await api.send(bytes, 'name=a.csv&period=2023')
    const again = await api.send(bytes, 'name=a.csv')
    expect([again.status, again.upload.id]).toEqual([200, first.upload.id])
    expect((await api.send(bytes, 'name=a.csv&period=2024')).status).toBe(201)
    expect((await api.get<ChangePage>('/history')).items).toHaveLength(2)
  })
})

describe('stopping', () => {
  test('a file that is still waiting or being read leaves nothing', async () => {
    const rows = Array.from({ length: 150_000 }, (_, i) => `园区${String(i)},2023,${String(i)}`)
    const large = ['园区,年份,税收(万元)', ...rows, ''].join('\n')
    const post = (body: string, name: string) =>
      api.request(`/uploads?name=${name}`, { method: 'POST', body })
    const reading = (await (await post(large, 'large.csv')).json()) as Upload
    const waiting = (await (await post(OLD, 'waiting.csv')).json()) as Upload
    expect((await act('DELETE', `/uploads/${waiting.id}`)).upload.status).toBe('withdrawn')
    expect((await act('DELETE', `/uploads/${reading.id}`)).upload.status).toBe('withdrawn')
    expect(await api.get('/zones')).toEqual([])
    const db = api.deps.store.read
    for (const { id } of [reading, waiting]) {
      expect(await blockNumbers(db, id)).toEqual([])
      expect(await zonesOfUpload(db, id)).toEqual([])
      expect(await problemsOf(db, id, 10)).toEqual([])
    }
    const restored = await api.request(`/uploads/${reading.id}/restore`, { method: 'POST' })
    expect(restored.status).toBe(409)
    const { status } = await api.send(OLD, 'name=next.csv')
    expect(status).toBe(201)
    expect((await api.get<Upload>(`/uploads/${waiting.id}`)).status).toBe('withdrawn')
  })
})

describe('two at once', () => {
  test('commits are ordered, and each counts against what lay below it', async () => {
    const one = await api.send(OLD, 'name=a.csv&mode=preview')
    const two = await api.send(NEW, 'name=b.csv&mode=preview')
    expect([one, two].map(({ upload }) => upload.counts.added)).toEqual([2, 2])
    const [a, b] = await Promise.all(
      [one, two].map(({ upload }) => act('POST', `/uploads/${upload.id}/commit`)),
    )
    const { items } = await api.get<ChangePage>('/history')
    const names = items.map(({ upload }) => upload?.name)
    const [over, under] = names[0] === 'b.csv' ? [b, a] : [a, b]
    expect([under?.upload.counts, over?.upload.counts]).toMatchObject([
      { added: 2, changed: 0 },
      { added: 1, changed: 1 },
    ])
    expect(items.map(({ version }) => version)).toEqual([2, 1])
    expect(names.toSorted()).toEqual(['a.csv', 'b.csv'])
    const shared = names[0] === 'b.csv' ? 11 : 10
    expect(await taxes()).toEqual({ 甲园区: shared, 乙园区: 20, 丙园区: 30 })
  })
})

describe('changes of a file by cell', () => {
  test('a preview is held against the data, a committed file against what lay below', async () => {
    await api.send(OLD, 'name=a.csv')
    const file =
      '园区,年份,税收(亿元)\n甲园区,2023,0.001\n乙园区,2023,0.0021\n丁园区,2023,1\n丁园区,2024,—\n'
    const { upload } = await api.send(file, 'name=b.csv&mode=preview')
    const read = (query: string) =>
      api.get<CellChangePage>(`/uploads/${upload.id}/changes?${query}`)
    const all = await read('')
    expect(all.counts).toEqual({ added: 1, changed: 1, removed: 0, same: 1 })
    expect(all.items.map((item) => [item.kind, item.from?.value ?? null, item.to?.value])).toEqual([
      ['same', 10, 10],
      ['changed', 20, 21],
      ['added', null, 10_000],
    ])
    expect(all.items[2]).toMatchObject({
      zone: { id: null, name: '丁园区' },
      unit: '万元',
      row: 4,
      column: 3,
    })
    expect((await read('kind=changed')).items.map(({ row }) => row)).toEqual([3])
    const first = await read('limit=2')
    expect((await read(`limit=2&cursor=${first.next}`)).items.map(({ row }) => row)).toEqual([4])
    await act('POST', `/uploads/${upload.id}/commit`)
    await api.send('园区,年份,税收(万元)\n乙园区,2023,99\n', 'name=c.csv')
    const later = await read('kind=changed')
    expect(later.items).toMatchObject([{ from: { value: 20 }, to: { value: 21 } }])
    expect(later.counts).toEqual(all.counts)
  })

  test('a stated gap that hides a number is a removal; a blank is not', async () => {
    await api.send(OLD, 'name=a.csv')
    const file = '园区,年份,税收(万元)\n甲园区,2023,*\n乙园区,2023,\n丙园区,2023,3\n'
    const { upload } = await api.send(file, 'name=b.csv&mode=preview')
    const { items } = await api.get<CellChangePage>(`/uploads/${upload.id}/changes?kind=removed`)
    expect(items).toMatchObject([
      { zone: { name: '甲园区' }, from: { value: 10 }, to: { value: null, reason: 'suppressed' } },
    ])
  })

  test('a file that was not read changes nothing and says so', async () => {
    const sent = await api.send('园区,年份,税收\n甲园区,2023,3x\n', 'name=b.csv')
    const { upload } = sent.upload as unknown as { upload: Upload }
    const response = await api.request(`/uploads/${upload.id}/changes`)
    const problem = (await response.json()) as ProblemBody
    expect([sent.status, response.status, problem.code]).toEqual([422, 409, 'conflict'])
  })
})

describe('policy', () => {
  const BAD = '园区,年份,税收(万元)\n甲园区,2023,3x\n乙园区,2023,20\n'

  test('stop commits nothing of a file with an error, and it can be mended', async () => {
    const response = await api.request('/uploads?name=a.csv&policy=stop', {
      method: 'POST',
      body: BAD,
      headers: { prefer: 'wait=60' },
    })
    const problem = (await response.json()) as ProblemBody & { upload: Upload }
    expect([response.status, problem.code]).toEqual([422, 'unusable'])
    expect(problem.upload).toMatchObject({ status: 'ready', policy: 'stop' })
    expect(problem.errors[0]?.pointer).toBe('/rows/2/columns/3')
    expect(await api.get('/zones')).toEqual([])
    const path = `/uploads/${problem.upload.id}/commit`
    const refused = await api.request(path, { method: 'POST' })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ upload: { status: 'ready' } })
    const taken = await api.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ policy: 'skip-cells' }),
    })
    expect(await taken.json()).toMatchObject({ status: 'committed', policy: 'skip-cells' })
    expect(await taxes()).toMatchObject({ 乙园区: 20 })
  })

  test('stop takes a file without errors', async () => {
    expect((await api.send(OLD, 'name=a.csv&policy=stop')).status).toBe(201)
  })
})
