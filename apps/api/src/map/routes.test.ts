import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MapAnswer, ProblemBody, State } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

let api: Api
beforeEach(async () => {
  api = await openApi()
  const file = ['代码,园区,年份,税收(万元)', 'A1,甲,2023,5', 'A2,乙,2023,6', 'A3,丙,2023,7', '']
  await api.send(file.join('\n'), 'name=zones.csv')
})
afterEach(() => api.close())

const square = (x: number, y: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      ...[
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
      ],
      [x, y],
    ],
  ],
})
const feature = (properties: object, geometry: unknown = square(104, 30)) => ({
  type: 'Feature',
  properties,
  geometry,
})
const collection = (...features: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features })

async function put(body: string | Uint8Array<ArrayBuffer>, name = 'zones.geojson') {
  const response = await api.request(`/map?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    body,
    headers: { 'content-type': 'application/octet-stream' },
  })
  const answer: unknown = await response.json()
  return { status: response.status, answer }
}
const kept = async (body: string) => {
  const { status, answer } = await put(body)
  expect(status).toBe(200)
  return (answer as MapAnswer).map
}
const stored = async () => (await api.get<MapAnswer>('/map')).map

test('features are zones by code, by name, and else are listed', async () => {
  const map = await kept(
    collection(
      feature({ code: 'a1' }),
      feature({ 名称: ' 乙 ' }, { type: 'Point', coordinates: [103, 31, 500] }),
      feature({ name: '某地' }),
      feature({ code: 'A1', name: '乙' }),
      feature({ area: 3 }),
    ),
  )
  const zones = await api.get<{ id: string; name: string }[]>('/zones')
  const nameOf = (id: string | null) => zones.find((zone) => zone.id === id)?.name ?? null
  expect(map?.features.map(({ zone }) => nameOf(zone))).toEqual(['甲', '乙', null, null, null])
  expect(map?.features[1]?.geometry).toEqual({ type: 'Point', coordinates: [103, 31] })
  expect(map?.unmatched).toEqual([
    { feature: 2, label: '某地', reason: 'unknown', zones: [] },
    { feature: 3, label: '乙', reason: 'ambiguous', zones: ['甲', '乙'] },
    { feature: 4, label: '', reason: 'no-label', zones: [] },
  ])
  expect(map?.absent.map(({ name }) => name)).toEqual(['丙'])
  expect(map?.bounds).toEqual([103, 30, 105, 31])
})

test('an id of the product and another name of a zone match too', async () => {
  const [first] = await api.get<{ id: string }[]>('/zones')
  const headers = { 'content-type': 'application/json' }
  const path = `/zones/${first?.id ?? ''}/aliases`
  await api.request(path, { method: 'POST', headers, body: JSON.stringify({ name: '甲区' }) })
  const map = await kept(collection({ ...feature({}), id: first?.id }, feature({ name: '甲区' })))
  expect(map?.features.map(({ zone }) => zone)).toEqual([first?.id, first?.id])
})

test('kept under its hash, replaced, and taken away', async () => {
  expect(await stored()).toBeNull()
  expect((await api.get<State>('/state')).map).toBe(false)
  const first = await kept(collection(feature({ code: 'A1' })))
  const second = await kept(`\uFEFF${collection(feature({ code: 'A2' }))}`)
  expect(second?.file.sha256).not.toBe(first?.file.sha256)
  expect(await stored()).toEqual(second)
  const folder = join(api.folder, 'map')
  expect(readdirSync(folder).sort()).toEqual(
    [`${second?.file.sha256 ?? ''}.geojson`, 'current.json'].sort(),
  )
  expect((await api.get<State>('/state')).map).toBe(true)
  expect((await api.request('/map', { method: 'DELETE' })).status).toBe(200)
  expect(await stored()).toBeNull()
  expect(readdirSync(folder)).toEqual([])
  expect((await api.request('/map', { method: 'DELETE' })).status).toBe(404)
})

test('two at once leave one whole map', async () => {
  const bodies = ['A1', 'A2', 'A3'].map((code) => collection(feature({ code })))
  await Promise.all(bodies.map((body) => put(body)))
  const map = await stored()
  expect(map?.features).toHaveLength(1)
  expect(readdirSync(join(api.folder, 'map'))).toHaveLength(2)
})

describe('what is refused leaves the map before as it was', () => {
  const deep = '['.repeat(40) + ']'.repeat(40)
  const ring = (...coordinates: unknown[]) =>
    collection(feature({}, { type: 'Polygon', coordinates }))
  const point = (...coordinates: unknown[]) =>
    collection(feature({ code: 'A1' }), feature({}, { type: 'Point', coordinates }))
  const POINT = '/features/1/geometry/coordinates'

  test.each([
    ['no JSON', '{', '', 'JSON'],
    ['too deep', `{"a":${deep}}`, '', '32'],
    ['another type', '{"type":"Topology"}', '', 'FeatureCollection'],
    ['empty', collection(), '', '没有任何要素'],
    [
      'a line',
      collection(feature({}, { type: 'LineString', coordinates: [] })),
      '/features/0/geometry/type',
      'Polygon',
    ],
    ['no geometry', collection(feature({}, null)), '/features/0/geometry', 'coordinates'],
    ['beyond the poles', point(104, 91), POINT, '±90'],
    ['metres', point(412_345, 3_391_234), POINT, '投影坐标'],
    ['text', point('104', 30), POINT, 'finite'],
    ['not finite', point(99, 30).replace('99,30', '1e999,30'), POINT, 'finite'],
    [
      'an open ring',
      ring([
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ]),
      '/features/0/geometry/coordinates/0',
      '闭合',
    ],
    [
      'a short ring',
      ring([
        [0, 0],
        [1, 0],
        [0, 0],
      ]),
      '/features/0/geometry/coordinates/0',
      '四个点',
    ],
    ['no ring', ring(), '/features/0/geometry/coordinates', 'no coordinates'],
  ])('%s', async (_, body, pointer, words) => {
    const before = await kept(collection(feature({ code: 'A1' })))
    const { status, answer } = await put(body)
    const problem = answer as ProblemBody
    expect([status, problem.errors[0]?.pointer]).toEqual([400, pointer])
    expect(problem.errors[0]?.message).toContain(words)
    expect(await stored()).toEqual(before)
  })

  test('bytes that are not UTF-8', async () => {
    const { status, answer } = await put(Uint8Array.of(0x7b, 0xd6, 0xd0, 0x7d))
    expect([status, (answer as ProblemBody).detail]).toEqual([
      400,
      expect.stringContaining('UTF-8'),
    ])
  })

  test('more than 8 MB', async () => {
    const { status } = await put(' '.repeat(8 * 1024 * 1024 + 1))
    expect(status).toBe(413)
    expect(existsSync(join(api.folder, 'map'))).toBe(false)
  })

  test('more positions than can be drawn', async () => {
    const coordinates = [new Array(400_001).fill([0, 0])]
    const { status, answer } = await put(collection(feature({}, { type: 'Polygon', coordinates })))
    expect([status, (answer as ProblemBody).detail]).toEqual([
      400,
      expect.stringContaining('400000'),
    ])
  })

  test('at most twenty faults are told', async () => {
    const bad = Array.from({ length: 50 }, () => feature({}, null))
    const { answer } = await put(collection(...bad))
    expect((answer as ProblemBody).errors).toHaveLength(20)
  })
})
