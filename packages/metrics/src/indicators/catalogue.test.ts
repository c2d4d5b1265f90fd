import { describe, expect, test } from 'vitest'

import {
  FAMILIES,
  FIELDS,
  INDICATORS,
  PRESETS,
  DEFAULT_METHOD,
  fieldById,
  formulaText,
  formulaUnitDimension,
  indicatorById,
  isSetRelative,
  unitOf,
} from '../index.ts'

const catalogue: readonly (readonly [id: string, unit: string])[] = [
  ['investment-intensity', '万元/亩'],
  ['tax-per-land', '万元/亩·年'],
  ['land-price-recovery', '%/年'],
  ['land-entitlement', '1'],
  ['dual-linkage-coordination', '1'],
  ['starter-zone-output', '亿元/km²'],
  ['starter-zone-size', 'km²'],
  ['starter-zone-build-out', '%'],
  ['zone-output-density', '亿元/km²'],
  ['output-per-land', '万元/亩·年'],
  ['value-added-per-land', '万元/亩·年'],
  ['labour-productivity', '万元/人'],
  ['energy-productivity', '万元/吨标煤'],
  ['emission-productivity', '万元/吨'],
  ['rd-intensity', '%'],
  ['plot-ratio', '1'],
  ['building-coverage', '%'],
  ['office-land-share', '%'],
  ['idle-land-rate', '%'],
  ['land-supply-rate', '%'],
  ['land-built-rate', '%'],
  ['industrial-land-rate', '%'],
  ['building-density', '%'],
  ['industrial-plot-ratio', '1'],
  ['platform-share', '%'],
  ['functional-mix', '1'],
  ['jobs-housing', '1'],
  ['service-coverage', '%'],
  ['local-supply-rate', '%'],
  ['top500-density', '家/km²'],
]

test('the catalogue is whole', () => {
  expect(INDICATORS.map(({ id, unit }) => [id, unit?.id])).toEqual(catalogue)
})

const land = unitOf('亩').dimension

describe.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))('%s', (_, it) => {
  test('has the unit that follows from its formula', () => {
    expect(it.unit?.dimension).toEqual(formulaUnitDimension(it.formula))
  })

  test('rests on built-in fields', () => {
    expect(it.fields.length).toBeGreaterThan(0)
    expect(it.fields.filter((id) => !fieldById(id))).toEqual([])
  })

  test('says where it comes from, in a short quotation, and what to beware of', () => {
    expect(it.source.length).toBeGreaterThan(0)
    for (const { quote = '-', reference } of it.source) {
      expect(quote.length).toBeGreaterThan(0)
      expect(quote.length).toBeLessThanOrEqual(30)
      expect(reference.title.zh && reference.title.en).toBeTruthy()
    }
    expect(it.caveats.length).toBeGreaterThan(0)
    expect(it.caveats.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true)
  })

  test('belongs to a family and reads in both languages', () => {
    expect(FAMILIES.map(({ id }) => id)).toContain(it.family)
    expect(formulaText(it.formula, 'zh')).not.toBe(formulaText(it.formula, 'en'))
  })
})

test('what no public text defines is marked as a rule of the project', () => {
  const project = INDICATORS.filter(({ rule }) => rule === 'project').map(({ id }) => id)
  expect(project).toEqual([
    'land-price-recovery',
    'land-entitlement',
    'dual-linkage-coordination',
    'zone-output-density',
    'building-density',
    'platform-share',
    'functional-mix',
  ])
})

test('only the coordination degree is relative to the set', () => {
  const relative = INDICATORS.filter(({ formula }) => isSetRelative(formula))
  expect(relative.map(({ id }) => id)).toEqual(['dual-linkage-coordination'])
})

test('denominators are not mixed', () => {
  const over = (id: string) => indicatorById(id)?.fields.at(-1)
  expect(over('investment-intensity')).toBe('supplied-land')
  expect(over('top500-density')).toBe('zone-area')
  expect(over('starter-zone-output')).toBe('starter-zone-area')
  expect(fieldById('supplied-land')?.unit?.dimension).toEqual(land)
})

test('formulas in words', () => {
  const text = (id: string, lang: 'zh' | 'en') => {
    const indicator = indicatorById(id)
    return indicator ? formulaText(indicator.formula, lang) : ''
  }
  expect(text('tax-per-land', 'zh')).toBe('税收 ÷ 供应工业用地面积')
  expect(text('land-price-recovery', 'en')).toBe(
    '(tax ÷ supplied industrial land) ÷ land price per unit of area',
  )
  expect(text('platform-share', 'zh')).toBe('(标准厂房建筑面积 + 专业楼宇建筑面积) ÷ 总建筑面积')
  expect(text('functional-mix', 'zh')).toContain('ln 8')
})

test('presets name indicators that exist and weigh them', () => {
  for (const criteria of [DEFAULT_METHOD.criteria, ...PRESETS.map((preset) => preset.criteria)]) {
    expect(criteria.every(({ indicator, weight }) => indicatorById(indicator) && weight > 0)).toBe(
      true,
    )
  }
})

test('no id is both a field and an indicator', () => {
  const fields = new Set(FIELDS.map(({ id }) => id))
  expect(INDICATORS.filter(({ id }) => fields.has(id)).map(({ id }) => id)).toEqual([])
})
