import { expect, test } from 'vitest'
import { DEFAULT_STATE } from '../state.ts'
import { THREE, manyZones } from '../testing.ts'
import { messages } from './messages.ts'
import { rivalName } from './names.ts'
import { RIVALS, USUAL_RIVALS, compareMethods, readRivals } from './rivals.ts'
import { comparisonSummary } from './summary.ts'

const compared = (codes: readonly string[]) =>
  compareMethods({ values: manyZones(7), choices: THREE, state: DEFAULT_STATE, codes })

test('the first column is the method in force; rows stand in its order', () => {
  const { rivals, rows } = compared(['z', 'cop'])
  expect(rivals.map(({ code }) => code)).toEqual(['now', 'z', 'cop'])
  expect(rows.map(({ ranks }) => ranks[0])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect(rows.every(({ ranks, span }) => span >= Math.abs((ranks[0] ?? 0) - (ranks[1] ?? 0)))).toBe(
    true,
  )
})

test('equal weights beside equal weights agree fully', () => {
  const { agreement } = compared(['eq'])
  expect(agreement).toMatchObject([{ a: 0, b: 1, spearman: 1, kendall: 1, shift: 0 }])
  const words = { t: messages.zh, locale: 'zh' as const, nameOf: (code: string) => code }
  expect(comparisonSummary(compared(['eq']), words)).toBe('这些方法给出的名次完全相同。')
})

test('a method that does not fit keeps its fault and ranks nobody', () => {
  const [, tax] = compared(['tax']).rivals
  expect(tax).toMatchObject({ ranked: 0, fault: 'no-criteria' })
})

test('an address names rivals; unknown ones are left out, none at all can be asked for', () => {
  expect(readRivals(new URLSearchParams(''))).toEqual(USUAL_RIVALS)
  expect(readRivals(new URLSearchParams('m=z,nonsense,z,toString'))).toEqual(['z'])
  expect(readRivals(new URLSearchParams('m=&m=z&m=geo'))).toEqual(['z', 'geo'])
  expect(readRivals(new URLSearchParams('m='))).toEqual([])
})

test('every rival has a name in both languages', () => {
  for (const code of Object.keys(RIVALS)) {
    expect(rivalName(code, 'zh')).not.toBe(code)
    expect(rivalName(code, 'en').length).toBeGreaterThan(2)
  }
})
