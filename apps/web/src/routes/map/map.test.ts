import type { Values, ZoneMap } from '@permu/api/client'
import { expect, test } from 'vitest'
import { messages } from './messages.ts'
import { faultsOf } from './send.ts'
import { parseMap, printMap } from './state.ts'
import { mapVerdict, mapView } from './view.ts'

const point = { type: 'Point' as const, coordinates: [104, 30] as [number, number] }
const zone = (id: string) => ({ id, name: id, type: null })
const map: ZoneMap = {
  file: { sha256: 'a', name: 'a.geojson', bytes: 9, at: '2026-01-01T00:00:00Z' },
  bounds: [104, 30, 105, 31],
  features: ['甲', '乙', null, '甲', '丙'].map((one) => ({
    label: '',
    zone: one,
    geometry: point,
  })),
  unmatched: [{ feature: 2, label: '某地', reason: 'unknown', zones: [] }],
  absent: [zone('丁')],
}
const values: Values = {
  period: '2024',
  dataVersion: '1',
  indicators: [
    {
      ...{ id: 'tax-per-land', name: { zh: '亩均税收', en: 'tax per mu' }, unit: '万元/亩·年' },
      ...{ better: 'more', kind: 'indicator' },
    },
  ],
  zones: ['甲', '乙', '丙', '丁'].map(zone),
  values: [[10], [30], [null], [99]],
  missing: [{ zone: '丙', indicator: 'tax-per-land', reason: 'suppressed', fields: [] }],
}
const view = mapView(map, values)

test('each zone once, highest first; zones off the map take no part in the classes', () => {
  expect(view.placed.map(({ name, value, group }) => [name, value, group])).toEqual([
    ['乙', 30, 1],
    ['甲', 10, 0],
    ['丙', null, -1],
  ])
  expect(view.placed[2]?.reason).toBe('suppressed')
  expect(view.classes.at(-1)?.to).toBe(30)
})

test('every feature has its paint, the parts of a zone the same', () => {
  expect(view.paints).toEqual([0, 1, 'unmatched', 0, 'missing'])
})

test('the verdict in both languages', () => {
  expect(mapVerdict({ map, values, view }, { t: messages.zh, locale: 'zh' })).toBe(
    '亩均税收：轮廓中的 3 个园区有 2 个有数值；最高的是乙（30 万元/亩·年）；1 个要素没有对应的园区；1 个园区不在轮廓里。',
  )
  expect(mapVerdict({ map, values, view }, { t: messages.en, locale: 'en' })).toMatch(
    /^tax per mu: 2 of the 3 zones .* the highest is 乙 .* 1 zones are not in the outline\.$/u,
  )
})

test.each(['/map', '/map?v=1&y=2023&q=tax&sel=a'])('%s is read and printed alike', (href) => {
  expect(printMap(parseMap(new URL(href, 'http://a').searchParams))).toBe(href)
})

test('faults of an answer, one line each with their place', async () => {
  const answer = (body: unknown) => ({ ok: false, json: () => Promise.resolve(body) })
  const errors = [
    { pointer: '/features/0', message: 'm' },
    { pointer: '', message: 'n' },
  ]
  expect(await faultsOf(answer({ errors }))).toEqual(['/features/0: m', 'n'])
  expect(await faultsOf(answer({ detail: 'too large', errors: [] }))).toEqual(['too large'])
  expect(await faultsOf({ ok: false, json: () => Promise.reject(new Error()) })).toEqual(['–'])
  expect(await faultsOf({ ok: true, json: () => Promise.resolve({}) })).toEqual([])
})
