import type { Reconciliation, ReconciliationCheck } from '@permu/api/client'
import { expect, test } from 'vitest'
import { checkRows, countChecks } from './checks.ts'
import { cellHref, projectsHref, queryOf } from './query.ts'

const check = (verdict: ReconciliationCheck['verdict'], percent: number | null) => ({
  ...{ field: 'tax', name: { zh: '税收', en: 'tax' }, unit: '万元', difference: null, parts: [] },
  ledger: { value: 1, unit: '万元', reason: null },
  zone: { value: 1, unit: '万元', reason: null },
  verdict,
  percent,
})

const zoneOf = (name: string, checks: ReconciliationCheck[]): Reconciliation['zones'][number] => ({
  zone: { id: name, name, code: null },
  ...{ projects: 2, later: 0, undated: 0, indicators: [] },
  checks,
})

test('what differs comes first, the largest share of it before the others', () => {
  const rows = checkRows({
    zones: [
      zoneOf('A', [check('agrees', 0.1), check('differs', -2), check('missing', null)]),
      zoneOf('B', [check('incomplete', -9), check('differs', 7)]),
    ],
  })
  expect(rows.map(({ zone, check: { verdict, percent } }) => [zone.id, verdict, percent])).toEqual([
    ['B', 'differs', 7],
    ['A', 'differs', -2],
    ['B', 'incomplete', -9],
    ['A', 'missing', null],
    ['A', 'agrees', 0.1],
  ])
  expect(countChecks(rows)).toEqual({ differs: 2, incomplete: 1, missing: 1, agrees: 1 })
})

test('addresses leave out what says nothing', () => {
  expect(queryOf({ zone: null, industry: '', period: '2023' })).toEqual({ period: '2023' })
  expect(projectsHref({ zone: null })).toBe('/projects')
  expect(projectsHref({ zone: '甲', all: '1' })).toBe('/projects?zone=%E7%94%B2&all=1')
  expect(cellHref('ab', 'project-area')).toBe('/projects/ab#project-area')
})
