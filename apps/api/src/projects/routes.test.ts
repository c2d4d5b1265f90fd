import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProjectPage, ProjectTrace, Reconciliation, Upload } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

const ZONES =
  '园区,年份,供应工业用地面积(公顷),固定资产投资(亿元),税收(万元),土地出让单价(万元/亩)\n' +
  '甲园,2023,2,0.8,450,40\n乙园,2023,1,0.5,120,30\n'
const HEAD =
  '园区,项目名称,宗地编号,所属产业,供地日期,供地面积(亩),协议投资(万元),实际投资(万元),土地单价(万元/亩),约定亩均税收(万元/亩),2022年税收(万元),2023年税收(万元)\n'
const LEDGER =
  `${HEAD}甲园,一厂,P1,电子,2021-03-01,20,7000,6000,40,20,250,300\n` +
  '甲园,二厂,P2,医药,2022-05-01,10,2000,2000,42,15,,150\n' +
  '甲园,新厂,P9,电子,2024-02-01,50,9000,,40,20,,\n' +
  '乙园,三厂,P3,电子,2020,15,5000,4000,30,10,100,120\n'

async function fill() {
  await api.send(ZONES, 'name=zones.csv')
  const { upload } = await api.send(LEDGER, 'name=ledger.csv')
  return upload
}

test('without a ledger there are no projects, and nothing to compare', async () => {
  expect(await api.get<ProjectPage>('/projects')).toMatchObject({
    total: 0,
    period: null,
    items: [],
  })
  expect((await api.request('/projects/reconciliation')).status).toBe(404)
})

describe('projects', () => {
  test('are listed in 亩 and 万元, each figure with its cell', async () => {
    const { id } = await fill()
    const page = await api.get<ProjectPage>('/projects')
    expect(page).toMatchObject({ period: '2023', periods: ['2022', '2023'], total: 4, next: null })
    const [first] = page.items
    expect(first).toMatchObject({
      zone: { name: '甲园' },
      name: { text: '一厂', source: { row: 2, column: 2, header: '项目名称' } },
      supplyDate: { text: '2021-03-01' },
      completionDate: { text: null, reason: 'not-reported', source: null },
      area: {
        value: 20,
        unit: '亩',
        source: { upload: id, file: 'ledger.csv', row: 2, column: 6 },
      },
      landUnitPrice: { value: 40, unit: '万元/亩' },
      landPrice: { value: 800, unit: '万元', source: null },
      intensity: { value: 300, unit: '万元/亩', source: null },
      taxPerLand: { value: 15, unit: '万元/亩' },
    })
    expect(page.items[1]?.tax).toMatchObject([
      { period: '2022', value: null, reason: 'not-reported' },
      { period: '2023', value: 150, reason: null },
    ])
  })

  test('are filtered by zone, industry and year, and paged', async () => {
    await fill()
    const names = async (query: string) =>
      (await api.get<ProjectPage>(`/projects?${query}`)).items.map(({ name }) => name.text)
    expect(await names(`zone=${encodeURIComponent('乙园')}`)).toEqual(['三厂'])
    expect(await names(`industry=${encodeURIComponent(' 医药')}`)).toEqual(['二厂'])
    const first = await api.get<ProjectPage>('/projects?limit=3&period=2022')
    expect([first.total, first.next, first.items[0]?.taxPerLand.value]).toEqual([4, '3', 12.5])
    expect(await names('limit=3&cursor=3')).toEqual(['三厂'])
    expect(first.industries).toEqual([
      { name: '电子', projects: 3 },
      { name: '医药', projects: 1 },
    ])
    for (const query of ['zone=nowhere', 'period=1999', 'cursor=x']) {
      expect((await api.request(`/projects?${query}`)).status).toBe(
        query === 'cursor=x' ? 400 : 404,
      )
    }
  })

  test('go out as CSV, by path or by Accept, with reasons where there is no number', async () => {
    await fill()
    const plain = await (await api.request('/projects.csv')).text()
    const asked = await (await api.request('/projects', { headers: { accept: 'text/csv' } })).text()
    expect(asked).toBe(plain)
    const lines = plain.trim().split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines[3]).toContain('甲园,新厂,P9,电子,2024-02-01,,,,50,9000,not-reported,2000,40,20')
    expect(lines[1]).toContain('ledger.csv 2:6')
  })

  test('lead to the texts of their cells, corrections told', async () => {
    const { upload } = await api.send(
      LEDGER.replace(',20,7000,', ',约20,7000,'),
      'name=a.csv&mode=preview',
    )
    await api.request(`/uploads/${upload.id}/commit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ corrections: [{ row: 2, column: 6, text: '20' }] }),
    })
    const { items } = await api.get<ProjectPage>('/projects')
    const { cells } = await api.get<ProjectTrace>(`/projects/${items[0]?.id ?? ''}/trace`)
    expect(cells.find(({ item }) => item === 'project-area')).toMatchObject({
      value: 20,
      unit: '亩',
      factor: null,
      text: '约20',
      corrected: '20',
      source: { row: 2, column: 6, header: '供地面积(亩)' },
    })
    expect((await api.request('/projects/nothing/trace')).status).toBe(404)
  })
})

describe('figures that cannot be', () => {
  test('make no quotient, and months are not held against years', async () => {
    await api.send(
      '园区,项目名称,供地面积(亩),实际投资(万元),土地单价(万元/亩),2022年税收(万元),2023年1-9月税收(万元)\n' +
        '甲园,一厂,-5,100,40,-30,20\n甲园,二厂,10,100,40,-30,20\n',
      'name=ledger.csv',
    )
    const { items, period } = await api.get<ProjectPage>('/projects')
    expect(period).toBe('2022')
    const [first, second] = items.map(({ intensity, taxPerLand, landPrice }) => {
      return [intensity, taxPerLand, landPrice].map(({ value, reason }) => value ?? reason)
    })
    expect(first).toEqual(['out-of-domain', 'out-of-domain', 'not-reported'])
    expect(second).toEqual([10, -3, 400])
    const { zones } = await api.get<Reconciliation>('/projects/reconciliation')
    expect(zones[0]?.checks[0]?.ledger).toMatchObject({ value: 10, counted: 1 })
  })
})

describe('the sums', () => {
  test('stand beside the zones’ figures of the period, by what was supplied until then', async () => {
    await fill()
    const found = await api.get<Reconciliation>('/projects/reconciliation')
    expect(found).toMatchObject({ period: '2023', tolerance: 0.5, differing: 1 })
    const [first, second] = found.zones
    expect(first).toMatchObject({ projects: 2, later: 1, undated: 0 })
    expect(
      first?.checks.map(({ field, ledger, zone, difference, verdict }) => {
        return [field, ledger.value, zone.value, difference, verdict]
      }),
    ).toEqual([
      ['supplied-land', 30, 30, 0, 'agrees'],
      ['fixed-asset-investment', 8000, 8000, 0, 'agrees'],
      ['tax', 450, 450, 0, 'agrees'],
    ])
    expect(second?.checks[1]).toMatchObject({ difference: -1000, percent: -20, verdict: 'differs' })
    expect(first?.checks[0]?.parts).toEqual([])
  })

  test('of one zone show what they are made of', async () => {
    await fill()
    const path = `/projects/reconciliation?zone=${encodeURIComponent('甲园')}&period=2022`
    const { zones } = await api.get<Reconciliation>(path)
    const tax = zones[0]?.checks[2]
    expect(tax?.parts.map(({ name, value, reason }) => [name, value, reason])).toEqual([
      ['一厂', 250, null],
      ['二厂', null, 'not-reported'],
    ])
    expect(tax?.parts[0]?.source).toMatchObject({ row: 2, column: 11 })
    expect(tax).toMatchObject({ ledger: { value: 250, counted: 1 }, verdict: 'missing' })
  })

  test('make indicators by ratio of sums over the projects that have both', async () => {
    await fill()
    const path = `/projects/reconciliation?zone=${encodeURIComponent('甲园')}`
    const { zones } = await api.get<Reconciliation>(path)
    const by = new Map(zones[0]?.indicators.map((one) => [one.id, one]))
    expect(by.get('investment-intensity')).toMatchObject({
      ledger: { value: 8000 / 30, counted: 2 },
      zone: { value: 8000 / 30 },
    })
    expect(by.get('tax-per-land')?.ledger).toMatchObject({ value: 15, unit: '万元/亩·年' })
    expect(by.get('land-price')?.ledger.value).toBeCloseTo((20 * 40 + 10 * 42) / 30, 9)
    expect(by.get('land-price')?.zone.value).toBe(40)
    expect(by.get('land-price-recovery')?.ledger.value).toBeCloseTo((100 * 15) / (1220 / 30), 9)
  })

  test('that lack projects are called incomplete', async () => {
    await api.send(ZONES, 'name=zones.csv')
    await api.send(LEDGER.replace('20,15,,150', '20,15,,'), 'name=ledger.csv')
    await api.send(LEDGER.replace('42,15,,150', '42,15,,'), 'name=other.csv')
    const before = await api.get<{ items: Upload[] }>('/uploads')
    await api.request(`/uploads/${before.items[1]?.id ?? ''}`, { method: 'DELETE' })
    const { zones } = await api.get<Reconciliation>('/projects/reconciliation')
    expect(zones[0]?.checks[2]).toMatchObject({
      ledger: { value: 300, counted: 1 },
      difference: -150,
      verdict: 'incomplete',
    })
  })

  test('go out as CSV', async () => {
    await fill()
    const text = await (await api.request('/projects/reconciliation.csv')).text()
    expect(text).toContain(
      '乙园,2023,固定资产投资（累计） fixed-asset investment (cumulative),万元,4000',
    )
    expect(text).toContain(',4000,5000,-1000,-20,differs,1,1')
  })
})

describe('the template of a ledger', () => {
  test.each(['zh', 'en'])('comes back as a ledger when it is filled, %s', async (lang) => {
    const response = await api.request(`/template.csv?kind=ledger&lang=${lang}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const header = new TextDecoder().decode(bytes).trim()
    const row = 'Z1,甲园,一厂,P1,电子,2023-01-02,2022,2023,2024,20,7000,6000,800,40,20,300'
    const { upload } = await api.send(`${header}\n${row}\n`, 'name=t.csv&mode=preview')
    expect(upload.kind).toBe('ledger')
    expect(upload.problems.items.map(({ code }) => code)).toEqual(['read-as-ledger'])
    expect(upload.columns.map(({ item }) => item)).not.toContain(undefined)
    expect(upload.counts.cells).toBe(14)
  })
})
