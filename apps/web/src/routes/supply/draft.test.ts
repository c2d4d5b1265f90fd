import { STARTER_SUPPLY_RULE, supplyRuleFaults } from '@permu/metrics'
import { expect, test } from 'vitest'
import { draftOf, importedRule, ruleOf } from './draft.ts'

const rule = {
  ...structuredClone(STARTER_SUPPLY_RULE),
  intensity: { unit: '万元/亩', otherwise: 350, industries: [{ industry: '医药', required: 500 }] },
} as Parameters<typeof draftOf>[0]

test('a rule comes back from its form as it was', () => {
  expect(ruleOf(draftOf(rule))).toEqual(rule)
})

test('empty rows are left out, steps are put in order, and an empty number is a fault', () => {
  const draft = draftOf(rule)
  draft.industries.push({ industry: ' ', required: null })
  draft.steps = [
    { from: 10, factor: 0.9 },
    { from: 0, factor: 1 },
  ]
  expect(ruleOf(draft).intensity.industries).toHaveLength(1)
  expect(ruleOf(draft).price.steps.map(({ from }) => from)).toEqual([0, 10])
  draft.otherwise = null
  expect(supplyRuleFaults(ruleOf(draft))).toEqual([
    { pointer: '/intensity/otherwise', code: 'positive' },
  ])
})

test('an exported file is read, and another one is told', () => {
  expect(importedRule('{"rule":{"a":1},"note":"x","version":3}')).toEqual({
    rule: { a: 1 },
    note: 'x',
  })
  expect([importedRule('{}'), importedRule('no json')]).toEqual([null, null])
})
