import { expect, test } from 'vitest'
import { FIELDS, fieldById, fieldLabels, matchField } from '../index.ts'

test('no label names two fields', () => {
  const owners = new Map<string, string>()
  const twice = FIELDS.flatMap((field) =>
    fieldLabels(field).filter((label) => {
      const owner = owners.get(label)
      owners.set(label, field.id)
      return owner !== undefined
    }),
  )
  expect(owners.size).toBeGreaterThan(FIELDS.length)
  expect(twice).toEqual([])
})

test('every field is complete', () => {
  for (const field of FIELDS) {
    expect(fieldById(field.id)).toBe(field)
    expect(field.unit, field.id).not.toBeNull()
    expect(field.name.zh && field.name.en, field.id).toBeTruthy()
    expect(field.builtIn).toBe(true)
  }
})

const matched: readonly (readonly [label: string, field: string])[] = [
  ['固定资产投资', 'fixed-asset-investment'],
  ['累计完成固定资产投资', 'fixed-asset-investment'],
  ['当年完成投资', 'annual-investment'],
  ['完成投资', 'annual-investment'],
  ['本年固定资产投资', 'annual-investment'],
  ['年度固定资产投资', 'annual-investment'],
  ['税收', 'tax'],
  ['入库税收', 'tax'],
  ['税收总额', 'tax'],
  ['税收收入', 'tax'],
  ['Tax Revenue', 'tax'],
  [' ＴＡＸ ', 'tax'],
  ['供应的工业用地面积', 'supplied-land'],
  ['供给工业用地面积', 'supplied-land'],
  ['工业用地面积', 'supplied-land'],
  ['规划面积', 'zone-area'],
  ['Total Area', 'zone-area'],
  ['起步区面积', 'starter-zone-area'],
  ['Number of Jobs', 'jobs'],
  ['Capital Expenditures', 'fixed-asset-investment'],
  ['人口', 'residents'],
  ['工业增加值：', 'value-added'],
  ['R&D 经费支出', 'rd-expenditure'],
  ['fixed_asset_investment', 'fixed-asset-investment'],
  ['居住用地', 'land-use-residential'],
  ['工业用地（M）', 'land-use-manufacturing'],
]

test.each(matched)('%j is %s', (label, id) => {
  expect(matchField(label)?.id).toBe(id)
})

const other = [
  '人口数(抽样调查)',
  '人口数_抽样调查',
  '税收占比',
  '税收同比增长',
  'GDP',
  '地区生产总值',
  '固定资产投资(不含农户)实际到位资金',
  '固定资产投资总额',
  '进出口总额',
  '面积',
  'Business Permits',
  'constructor',
  '',
]

test.each(other)('%j stays a field of its own', (label) => {
  expect(matchField(label)).toBeNull()
})

test('the three land denominators and the two investments are different fields', () => {
  const labels = ['规划面积', '起步区面积', '供应工业用地面积', '固定资产投资', '当年完成投资']
  expect(new Set(labels.map((label) => matchField(label)?.id)).size).toBe(labels.length)
  expect(labels.map((label) => matchField(label)?.kind)).toEqual([
    'stock',
    'stock',
    'stock',
    'stock',
    'flow',
  ])
})
