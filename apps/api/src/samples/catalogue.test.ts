import { readFileSync } from 'node:fs'
import { INDICATORS } from '@permu/metrics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateCity, generateLedger } from '../../samples/generate.ts'
import type { Ranking, Reconciliation, Trace, Upload, Values, Zone } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'
import { SAMPLES } from './catalogue.ts'

const FOLDER = new URL('../../samples/', import.meta.url)
const fileOf = (path: string) => readFileSync(new URL(path, FOLDER))

test('the synthetic city is what its generator writes', () => {
  for (const { name, bytes } of [...generateCity(), generateLedger()]) {
    expect(fileOf(name).equals(Buffer.from(bytes)), name).toBe(true)
  }
})

test('every file of a sample is there, and synthetic ones are called so', () => {
  for (const { kind, name, files } of SAMPLES) {
    for (const { path } of files) expect(fileOf(path).length).toBeGreaterThan(0)
    if (kind === 'synthetic') expect(name).toMatchObject({ zh: /合成/u, en: /synthetic/u })
  }
  expect(SAMPLES.map(({ kind }) => kind)).toContain('real')
})

describe('loaded', () => {
  let api: Api
  beforeAll(async () => {
    api = await openApi()
    for (const { id } of SAMPLES) {
      const response = await api.request(`/samples/${id}`, { method: 'POST' })
      expect(response.status).toBe(200)
    }
  })
  afterAll(() => api.close())

  const uploads = async () => (await api.get<{ items: Upload[] }>('/uploads')).items
  const named = async (name: string): Promise<Upload | undefined> =>
    (await uploads()).find((upload) => upload.name === name)

  test('they are committed without an error, each in its own encoding', async () => {
    const all = await uploads()
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 'committed'))
    expect(all.map(({ problems }) => problems.errors)).toEqual(all.map(() => 0))
    expect((await named('city-66-2019-2021.csv'))?.file?.encoding).toMatch(/gb/u)
    expect((await named('city-66-2022-2024.csv'))?.file?.bom).toBe(true)
  })

  test('no column of the city is a field of its own', async () => {
    const files = await Promise.all(
      ['city-66-2019-2021.csv', 'city-66-2022-2024.csv'].map((name) => named(name)),
    )
    const columns = files.flatMap((file) => file?.columns ?? [])
    const values = columns.filter(({ role }) => role === 'value')
    expect(values).toHaveLength(86)
    expect(values.filter(({ isNew }) => isNew)).toEqual([])
  })

  test('the city gives every indicator of the catalogue', async () => {
    const { indicators, values } = await api.get<Values>('/values?period=2023')
    const known = new Map(indicators.map(({ id }, at) => [id, at]))
    const filled = INDICATORS.map(({ id }) => {
      const at = known.get(id) ?? -1
      return [id, values.filter((row) => typeof row[at] === 'number').length > 55] as const
    })
    expect(filled).toEqual(INDICATORS.map(({ id }) => [id, true]))
  })

  test('the ledger adds up to its zones in 2023, but for the two slips in it', async () => {
    const { zones, period } = await api.get<Reconciliation>('/projects/reconciliation')
    expect([period, zones.length]).toEqual(['2023', 11])
    const checks = zones.flatMap((row) =>
      row.checks.map((check) => ({ ...check, of: row.zone.code })),
    )
    const verdicts = Map.groupBy(checks, ({ verdict }) => verdict)
    expect(verdicts.get('differs')?.map(({ of, field }) => [of, field])).toEqual([
      ['SF013', 'supplied-land'],
      ['SF037', 'tax'],
    ])
    expect(verdicts.get('agrees')?.length).toBeGreaterThan(25)
  })

  test('66 zones, one merged into another from 2022', async () => {
    const cityIn = async (period: string) =>
      (await api.get<Zone[]>(`/zones?period=${period}`)).filter(({ code }) =>
        code?.startsWith('SF'),
      )
    expect(await cityIn('2021')).toHaveLength(66)
    expect(await cityIn('2024')).toHaveLength(65)
  })

  test('its newest year is only partly published, and says so', async () => {
    const path = '/rankings?period=2024&by=tax-per-land:1,investment-intensity:1'
    const { rows, excluded } = await api.get<Ranking>(path)
    expect(rows.length).toBeGreaterThan(55)
    expect(excluded.map(({ reason }) => reason)).toContain('not-yet-published')
  })

  test('a Polish figure leads to its cell', async () => {
    const path = '/trace?zone=KOS&period=2017&indicator=%E8%B4%A2%E5%8A%A1%E7%BB%93%E6%9E%9C'
    const { value, unit, inputs } = await api.get<Trace>(path)
    expect({ value, unit }).toEqual({ value: 22.9849, unit: '十亿PLN' })
    expect(inputs[0]?.source).toMatchObject({ file: 'poland-sez.csv', row: 3, column: 8 })
  })

  test('ten Polish zones', async () => {
    const zones = await api.get<Zone[]>('/zones?period=2017')
    expect(zones).toHaveLength(10)
  })

  test('the change from 万元 to 亿元 leaves tax per land comparable', async () => {
    const taxIn = async (period: string) => {
      const { zones, indicators, values } = await api.get<Values>(`/values?period=${period}`)
      const at = indicators.findIndex(({ id }) => id === 'tax-per-land')
      return new Map(zones.map(({ id }, i) => [id, values[i]?.[at]]))
    }
    const [before, after] = [await taxIn('2021'), await taxIn('2022')]
    const factors = [...after].flatMap(([id, tax]) => {
      const past = before.get(id)
      return typeof tax === 'number' && typeof past === 'number' ? [tax / past] : []
    })
    expect(factors.length).toBeGreaterThan(55)
    expect(Math.min(...factors)).toBeGreaterThan(1 / 3)
    expect(Math.max(...factors)).toBeLessThan(3)
  })
})

test('a sample that is removed takes its figures along', async () => {
  const api = await openApi()
  try {
    for (const { id } of SAMPLES) {
      await api.request(`/samples/${id}`, { method: 'POST' })
      const response = await api.request(`/samples/${id}`, { method: 'DELETE' })
      expect(response.status).toBe(200)
    }
    const { items } = await api.get<{ items: Upload[] }>('/uploads')
    expect(items.map(({ status }) => status)).toEqual(items.map(() => 'withdrawn'))
    expect(items.length).toBeGreaterThan(0)
  } finally {
    await api.close()
  }
})
