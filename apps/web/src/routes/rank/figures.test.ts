import { leavesOf, methodCard } from '@permu/metrics'
import { expect, test } from 'vitest'
import { figureFault, withFigures } from './figures.ts'
import { csvLink } from './links.ts'
import { questionOf } from './method.ts'
import { scaleWords } from './rule-words.ts'
import { DEFAULT_STATE, type RankState } from './state.ts'
import { buildBoard, THREE, manyZones } from './testing.ts'

const values = manyZones(6)
const of = (change: Partial<RankState>, method: Partial<RankState['method']> = {}): RankState => ({
  ...DEFAULT_STATE,
  ...change,
  method: { ...DEFAULT_STATE.method, ...method },
})

test('figures that make no rule have their fault', () => {
  expect(figureFault('goal', [0, 50])).toBeNull()
  expect(figureFault('goal', [50, 50])).toBe('bounds')
  expect(figureFault('goal', [0, null])).toBe('bounds')
  expect(figureFault('target', [null, 1])).toBe('aim')
  expect(figureFault('base', [0, null])).toBe('base')
  expect(figureFault('base', [20, -1])).toBe('cap')
  expect(figureFault('z', [null, null])).toBeNull()
  expect(figureFault('z', [100, 0])).toBe('deviation')
  expect(figureFault('pow', [0, null])).toBe('exponent')
  expect(figureFault('pow', [-0.5, null])).toBeNull()
  expect(figureFault('pct', [null, null])).toBeNull()
  expect(figureFault(null, [null, null])).toBeNull()
})

test('a rule with bad figures ranks nobody, and says which figure', () => {
  const board = buildBoard(values, THREE, of({ figures: [50, 10] }, { n: 'goal' }))
  expect([board.fault?.figure, board.rows]).toEqual(['bounds', []])
  const own = [{ id: 'land', code: 'base' as const, figures: [null, null] as const }]
  expect(buildBoard(values, THREE, of({ own })).fault).toMatchObject({
    figure: 'base',
    criterion: { id: 'land' },
  })
  const gone = [{ id: 'gone', code: 'base' as const, figures: [null, null] as const }]
  expect(buildBoard(values, THREE, of({ own: gone })).fault).toBeNull()
})

test('a target that is no better than the worst zone is told by the ranking', () => {
  const board = buildBoard(values, THREE, of({ figures: [-1000, null] }, { n: 'target' }))
  expect(board.fault).toMatchObject({
    code: 'base-invalid',
    figure: null,
    criterion: { id: 'tax' },
  })
})

test('goalposts score 0 at the lower bound and 100 at the upper one', () => {
  const state = of({ figures: [0, 100] }, { n: 'goal' })
  const { rows } = buildBoard(values, [{ id: 'tax', weight: 1 }], state)
  for (const { score, values: own } of rows) expect(score).toBeCloseTo(own[0] ?? NaN, 9)
})

test('a criterion has its own rule in the unit of the data, the others the rule of all', () => {
  const own = [{ id: 'tax', code: 'base' as const, figures: [20, 1.5] as const }]
  const state = of({ own }, { n: 'pct' })
  const { method } = questionOf(values, THREE, state)
  expect(leavesOf(method.of).map(({ normalise, unit }) => [normalise, unit])).toEqual([
    [{ kind: 'base', base: 20, cap: 1.5 }, '万元'],
    [undefined, undefined],
    [undefined, undefined],
  ])
  const link = csvLink('2023', buildBoard(values, THREE, state), state)
  expect(new URL(link, 'http://x').searchParams.has('method')).toBe(true)
})

test('a power mean of exponent 1 ranks as the arithmetic mean on the same scale', () => {
  const names = (state: RankState) => buildBoard(values, THREE, state).rows.map(({ zone }) => zone)
  const arithmetic = names(of({}, { n: 'mm1' }))
  expect(names(of({ exponent: 1 }, { agg: 'pow' }))).toEqual(arithmetic)
  expect(names(of({ exponent: -20 }, { agg: 'pow' }))).not.toEqual(arithmetic)
  expect(buildBoard(values, THREE, of({}, { agg: 'pow' })).fault?.figure).toBe('exponent')
})

test('another mean and deviation move the scores of z and keep the ranks', () => {
  const plain = buildBoard(values, THREE, of({}, { n: 'z' }))
  const moved = buildBoard(values, THREE, of({ figures: [100, 10] }, { n: 'z' }))
  expect(moved.rows.map(({ zone }) => zone)).toEqual(plain.rows.map(({ zone }) => zone))
  for (const [i, { score }] of moved.rows.entries()) {
    expect(score).toBeCloseTo(100 + 10 * (plain.rows[i]?.score ?? NaN), 9)
  }
})

test('the card says the figures', () => {
  expect(scaleWords({ kind: 'goalposts', low: 0, high: 50 }, 'zh')).toBe('固定上下限 0–50')
  expect(scaleWords({ kind: 'z-score', mean: 100, deviation: 10 }, 'zh')).toContain('100 ± 10')
  expect(scaleWords(methodCard({ version: 1, of: [] }).normalise, 'zh')).toBe('极差标准化 0–100')
  expect(withFigures({ kind: 'rank' }, [1, 2])).toEqual({ kind: 'rank' })
})
