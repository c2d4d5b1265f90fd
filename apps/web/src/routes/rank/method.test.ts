import {
  COMPOSITE_PRESETS,
  composite,
  leavesOf,
  methodId,
  type Better,
  type CompositePreset,
} from '@permu/metrics'
import type { Better as SentBetter, Values } from '@permu/api/client'
import { expect, test } from 'vitest'
import { presetChoices, questionOf } from './method.ts'
import { DEFAULT_STATE } from './state.ts'
import { THREE, VALUES, manyZones } from './testing.ts'

const everything = () => true

// As JSON carries it: an open end of a target is null.
function sent(better: Better): SentBetter {
  if (typeof better === 'string') return better
  const [low, high] = better.target.map((end) => (Number.isFinite(end) ? end : null))
  return { target: [low ?? null, high ?? null] }
}

/** The values that a preset asks for, of a few zones. */
function valuesFor({ method }: CompositePreset): Values {
  const leaves = leavesOf(method.of)
  return {
    ...VALUES,
    indicators: leaves.map(({ indicator, better, unit }) => ({
      id: indicator,
      name: { zh: indicator, en: indicator },
      unit: unit ?? null,
      better: sent(better),
      kind: 'indicator',
    })),
    values: VALUES.zones.map((_, i) => leaves.map((_leaf, k) => 10 + i * (k + 1))),
    missing: [],
  }
}

test.each(COMPOSITE_PRESETS.map((preset) => [preset.id, preset] as const))(
  'the choices of %s make up its own method again',
  (id, preset) => {
    const choices = presetChoices(preset, everything)
    expect(choices.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 9)
    const { method } = questionOf(valuesFor(preset), choices, { ...DEFAULT_STATE, preset: id })
    const own = leavesOf(preset.method.of).map(({ indicator }) => indicator)
    expect(leavesOf(method.of).map(({ indicator }) => indicator)).toEqual(own)
    expect(methodId(method)).toBe(methodId(preset.method))
  },
)

test('moving a share within a preset keeps its tree; what is added stands beside it', () => {
  const [preset] = COMPOSITE_PRESETS.filter(({ id }) => id === 'dual-linkage')
  if (!preset) throw new Error('There is no dual linkage')
  const values = valuesFor(preset)
  const moved = presetChoices(preset, everything).map((choice, k) => ({
    ...choice,
    weight: [40, 10, 30, 20][k] ?? 0,
  }))
  const state = { ...DEFAULT_STATE, preset: 'dual-linkage' }
  const { method, input } = questionOf(values, moved, state)
  expect(method.of.map(({ weight }) => weight)).toEqual([50, 50])
  const result = composite(input, method)
  if ('error' in result) throw new Error(result.error)
  expect([...result.weights.effective].map((w) => Math.round(100 * w))).toEqual([40, 10, 30, 20])
  const none = moved.map((choice, k) => ({ ...choice, weight: k < 2 ? 0 : 50 }))
  expect('error' in composite(input, questionOf(values, none, state).method)).toBe(false)
})

test('a chosen rule replaces the bases of a preset', () => {
  const preset = COMPOSITE_PRESETS.find(({ id }) => id === 'per-mu-performance')
  if (!preset) throw new Error('There is no such preset')
  const chosen = { ...DEFAULT_STATE.method, n: 'z' as const, grade: 'no' as const }
  const state = { ...DEFAULT_STATE, preset: preset.id, method: chosen }
  const { method } = questionOf(valuesFor(preset), presetChoices(preset, everything), state)
  expect(leavesOf(method.of).every(({ normalise }) => normalise === undefined)).toBe(true)
  expect([method.normalise, method.grade]).toEqual([{ kind: 'z-score' }, undefined])
})

test('a geometric mean takes 1–100 where no range is chosen', () => {
  const chosen = { ...DEFAULT_STATE.method, agg: 'geo' as const }
  const state = { ...DEFAULT_STATE, method: chosen }
  const { method } = questionOf(manyZones(1), THREE, state)
  expect(method.normalise).toEqual({ kind: 'min-max', to: [1, 100] })
  const z = questionOf(manyZones(1), THREE, { ...state, method: { ...chosen, n: 'z' } })
  expect(z.method.normalise).toEqual({ kind: 'z-score' })
})

test('what the data do not know is left out of a preset', () => {
  const preset = COMPOSITE_PRESETS.find(({ id }) => id === 'equal')
  const known = preset ? presetChoices(preset, (id) => id === 'tax-per-land') : []
  expect(known).toEqual([{ id: 'tax-per-land', weight: 100 }])
})
