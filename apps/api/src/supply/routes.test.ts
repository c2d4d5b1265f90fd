import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type {
  AppliedRule,
  ProblemBody,
  SupplyDecisionAnswer,
  SupplyRule,
  SupplyRuleVersion,
} from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

const RULE: SupplyRule = {
  intensity: { unit: '万元/亩', otherwise: 350, industries: [{ industry: '医药', required: 500 }] },
  area: { cap: 40, least: 0, step: 1 },
  price: {
    unit: '万元/亩·年',
    steps: [
      { from: 0, factor: 1 },
      { from: 20, factor: 0.9 },
    ],
  },
  penalty: { investmentRate: 0.1, taxRate: 1, tolerance: 0.1 },
}

async function send(body: unknown) {
  const response = await api.request('/supply/rule', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as SupplyRuleVersion }
}

describe('the rule', () => {
  test('begins where nobody has set one, and says so', async () => {
    const rule = await api.get<SupplyRuleVersion>('/supply/rule')
    expect(rule).toMatchObject({ version: 0, at: null, by: null, kind: 'project' })
    expect(rule.words.zh[0]).toContain('350 万元/亩')
  })

  test('gets versions that stay, with who, when and why', async () => {
    expect(await send({ rule: RULE, note: '起草' })).toMatchObject({
      status: 201,
      body: { version: 1 },
    })
    expect((await send({ rule: RULE, note: '再发一次' })).status).toBe(200)
    const changed = { ...RULE, area: { ...RULE.area, cap: null } }
    expect((await send({ rule: changed, note: '取消上限' })).body).toMatchObject({
      version: 2,
      by: 'local',
      note: '取消上限',
    })
    const all = await api.get<SupplyRuleVersion[]>('/supply/rule/versions')
    expect(all.map(({ version, note }) => [version, note])).toEqual([
      [2, '取消上限'],
      [1, '起草'],
      [0, ''],
    ])
    expect((await api.get<SupplyRuleVersion>('/supply/rule?version=1')).rule).toEqual(RULE)
    expect((await api.request('/supply/rule?version=7')).status).toBe(404)
  })

  test('goes out as a file that comes back as it is', async () => {
    await send({ rule: RULE, note: '起草' })
    const response = await api.request('/supply/rule.json')
    expect(response.headers.get('content-disposition')).toContain('permu-supply-rule-v1.json')
    const text = await response.text()
    await send({ rule: { ...RULE, area: { ...RULE.area, cap: 1 } }, note: '' })
    const again = await send(JSON.parse(text))
    expect([again.status, again.body.version, again.body.note]).toEqual([201, 3, '起草'])
    expect(again.body.rule).toEqual(RULE)
  })

  test('that cannot be applied is refused with the place of each fault', async () => {
    const wrong = { ...RULE, intensity: { ...RULE.intensity, otherwise: 0, unit: '亩' } }
    const { status, body } = await send({ rule: wrong })
    expect(status).toBe(400)
    expect((body as unknown as ProblemBody).errors.map(({ pointer }) => pointer)).toEqual([
      '/rule/intensity/unit',
      '/rule/intensity/otherwise',
    ])
    expect((await send({ rule: { intensity: 1 } })).status).toBe(400)
    expect(await api.get<SupplyRuleVersion[]>('/supply/rule/versions')).toHaveLength(1)
  })
})

const ZONES = '园区,年份,土地出让单价(万元/亩)\n甲园,2023,40\n乙园,2023,待公布\n'
const LEDGER =
  '园区,项目名称,宗地编号,所属产业,供地面积(亩),协议投资(万元),实际投资(万元),土地价款(万元),约定亩均税收(万元/亩),2023年税收(万元)\n' +
  '甲园,一厂,P1,电子,20,7000,3500,800,20,300\n' +
  '甲园,二厂,P2,医药,20,5000,5000,800,10,200\n' +
  '乙园,三厂,P3,电子,10,,100,,10,\n'

describe('applied to the ledger', () => {
  beforeEach(async () => {
    await api.send(ZONES, 'name=zones.csv')
    await api.send(LEDGER, 'name=ledger.csv')
    await send({ rule: RULE, note: '' })
  })

  test('says what every project would be granted, at what price, and what it owes', async () => {
    const found = await api.get<AppliedRule>('/supply/projects')
    expect(found).toMatchObject({ total: 3, covered: 1, short: 1, unknown: 1, excess: 10 })
    const [second, first, third] = found.items
    expect(second).toMatchObject({
      name: '二厂',
      excess: { value: 10 },
      basePrice: { value: 40, unit: '万元/亩' },
      result: {
        required: { value: 500 },
        listed: true,
        granted: { value: 10 },
        limit: 'entitled',
        matching: { value: 0.5 },
        factor: { value: 1 },
        unitPrice: { value: 40 },
        price: { value: 400 },
      },
    })
    expect(first).toMatchObject({
      name: '一厂',
      result: { granted: { value: 20 }, unitPrice: { value: 36 } },
      penalty: {
        investmentShortfall: { value: 0.5 },
        investment: { value: 40, unit: '万元' },
        tax: { value: 100, unit: '万元' },
      },
    })
    expect(third).toMatchObject({
      name: '三厂',
      basePrice: { value: null, reason: 'not-yet-published' },
      result: { granted: { value: null, reason: 'not-reported' } },
      excess: { value: null, reason: 'not-reported' },
    })
    expect(third?.area.source).toMatchObject({ row: 4, column: 5 })
  })

  test('by another version, filtered, paged and as CSV', async () => {
    const starter = await api.get<AppliedRule>('/supply/projects?version=0&limit=1')
    expect([starter.rule.version, starter.items.length, starter.next]).toEqual([0, 1, '1'])
    const zone = await api.get<AppliedRule>(`/supply/projects?zone=${encodeURIComponent('乙园')}`)
    expect(zone.items.map(({ name }) => name)).toEqual(['三厂'])
    const csv = await (await api.request('/supply/projects.csv')).text()
    expect(csv).toContain('甲园,二厂,医药,20,5000,500,10,10,entitled,10,0.5,40,1,40,0,0')
    expect(csv).toContain('本项目口径')
    expect((await api.request('/supply/projects?version=9')).status).toBe(404)
  })
})

describe('a project that is being negotiated', () => {
  test('is decided by its promises, at the zone’s own price', async () => {
    await api.send(ZONES, 'name=zones.csv')
    await send({ rule: RULE, note: '' })
    const query = `zone=${encodeURIComponent('甲园')}&industry=电子&investment=7000&tax=20&area=30`
    const found = await api.get<SupplyDecisionAnswer>(
      `/supply/decision?${query}&reachedInvestment=50`,
    )
    expect(found).toMatchObject({
      period: '2023',
      rule: { version: 1 },
      request: { zone: { name: '甲园' }, basePrice: { value: 40 }, basePriceFrom: 'zone' },
      result: { granted: { value: 20 }, limit: 'entitled', price: { value: 720 } },
      penalty: { investment: { value: 36 }, taxShortfall: { value: 4 }, tax: { value: 80 } },
    })
    const own = await api.get<SupplyDecisionAnswer>(`/supply/decision?${query}&base=10`)
    expect(own).toMatchObject({
      request: { basePriceFrom: 'given' },
      result: { price: { value: 180 } },
    })
  })

  test('has reasons where promises or prices are not there', async () => {
    const found = await api.get<SupplyDecisionAnswer>('/supply/decision?area=10')
    expect(found.result).toMatchObject({
      granted: { value: null, reason: 'not-reported' },
      price: { value: null, reason: 'not-reported' },
    })
    expect((await api.request('/supply/decision?zone=nowhere')).status).toBe(404)
    expect((await api.request('/supply/decision?area=-1')).status).toBe(400)
  })
})

test('a promise of a year is held against the tax of a year in which the project had its land', async () => {
  await api.send(
    '园区,项目名称,供地日期,供地面积(亩),实际投资(万元),约定亩均税收(万元/亩),2022年税收(万元),2023年1-9月税收(万元)\n' +
      '甲园,一厂,2020-01-01,10,100,20,100,150\n甲园,二厂,2023-03-01,10,100,20,0,150\n',
    'name=ledger.csv',
  )
  const tax = async (period: string) => {
    const { items } = await api.get<AppliedRule>(`/supply/projects?period=${period}`)
    return items.map(({ name, penalty: { tax: one } }) => [name, one.value ?? one.reason])
  }
  expect(await tax('2022')).toEqual([
    ['一厂', 100],
    ['二厂', 'not-applicable'],
  ])
  expect(await tax('2023-09')).toEqual([
    ['一厂', 'not-applicable'],
    ['二厂', 'not-applicable'],
  ])
})
