import { describe, expect, test } from 'vitest'
import {
  COUPLING_CLASSES,
  GRADE_RULES,
  competitionRanks,
  gradeZones,
  type FixedGrade,
  type GradeRule,
} from './index.ts'
import { held } from './testing/close.ts'

function grade(scores: readonly number[], rule: GradeRule, fixed: readonly FixedGrade[] = []) {
  const own = Float64Array.from(scores)
  return held(gradeZones({ scores: own, ranks: competitionRanks(own), fixed }, rule))
}
const ten = [95, 90, 85, 80, 75, 70, 65, 60, 55, 50]

describe('quotas', () => {
  test('ten zones: ⌊20 %⌋ A, ⌊30 %⌋ B, ⌈5 %⌉ D, the rest C', () => {
    const { grades, counts } = grade(ten, GRADE_RULES.fifths)
    expect(counts).toEqual({ A: 2, B: 3, C: 4, D: 1 })
    expect(grades.join('')).toBe('AABBBCCCCD')
  })

  test('forty zones by cumulative shares: 25, 70, 95 and 100 %', () => {
    const { counts } = grade(
      Array.from({ length: 40 }, (_, i) => -i),
      GRADE_RULES.quarters,
    )
    expect(counts).toEqual({ A: 10, B: 18, C: 10, D: 2 })
  })

  test.each([
    [0.07, 'ceil', 7],
    [0.29, 'floor', 29],
    [0.285, 'round', 29],
  ] as const)('%f of a hundred by %s is %i, whatever binary numbers say', (share, count, size) => {
    const rule = { kind: 'quota', grades: [{ grade: 'A', share, count }, { grade: 'B' }] } as const
    const hundred = Array.from({ length: 100 }, (_, i) => i)
    expect(grade(hundred, rule).counts['A']).toBe(size)
  })

  test('thirty times a tenth is three', () => {
    const rule = {
      kind: 'quota',
      grades: [{ grade: 'A', share: 0.1, count: 'ceil' }, { grade: 'B' }],
    } as const
    expect(
      grade(
        Array.from({ length: 30 }, (_, i) => i),
        rule,
      ).counts,
    ).toEqual({ A: 3, B: 27 })
  })

  test('zones that tie across a cut all get the better grade, or all the worse', () => {
    const tied = [95, 90, 90, 80, 75, 70, 65, 60, 55, 50]
    expect(grade(tied, GRADE_RULES.fifths).grades.join('')).toBe('AAABBCCCCD')
    expect(grade(tied, { ...GRADE_RULES.fifths, ties: 'down' }).grades.join('')).toBe('ABBBBCCCCD')
  })

  test('exemptions and vetoes come before the quota and take no place in it', () => {
    const fixed = [
      { zone: 0, grade: 'D', why: 'veto' },
      { zone: 9, grade: null, why: 'exempt' },
    ] as const
    const { grades, notes, counts } = grade([...ten, 45, 40], GRADE_RULES.fifths, fixed)
    expect(grades.join('')).toBe('DAABBBCCCCD')
    expect(counts).toEqual({ A: 2, B: 3, C: 4, D: 2 })
    expect([notes[0], notes[9], notes[1]]).toEqual(['veto', 'exempt', null])
  })

  test('under five zones a quota means nothing', () => {
    const { grades, notes } = grade([4, 3, 2, 1], GRADE_RULES.fifths)
    expect(grades).toEqual([null, null, null, null])
    expect(new Set(notes)).toEqual(new Set(['too-few-zones']))
  })

  test('an unranked zone has no grade and takes no place', () => {
    const { grades, notes } = grade([...ten, NaN], GRADE_RULES.fifths)
    expect(grades.slice(0, 10).join('')).toBe('AABBBCCCCD')
    expect([grades[10], notes[10]]).toEqual([null, 'unranked'])
  })
})

test('classes of the score', () => {
  const rule = {
    kind: 'score',
    classes: [
      { grade: 'good', from: 80 },
      { grade: 'fair', from: 60 },
    ],
  } as const
  const { grades, notes } = grade([80, 79.99, 60, 59], rule)
  expect(grades).toEqual(['good', 'fair', 'fair', null])
  expect(notes[3]).toBe('below-all-classes')
  expect(grade([0.95, 0.05], { kind: 'score', classes: COUPLING_CLASSES }).grades).toEqual([
    '优质协调',
    '极度失调',
  ])
})

test.each<[GradeRule, string]>([
  [{ kind: 'quota', grades: [{ grade: 'A', share: 0.2 }] }, 'rest-not-one'],
  [{ kind: 'quota', grades: [{ grade: 'A' }, { grade: 'B' }] }, 'rest-not-one'],
  [{ kind: 'quota', grades: [{ grade: 'A', share: 1.2 }, { grade: 'B' }] }, 'shares-invalid'],
  [
    {
      kind: 'cumulative',
      grades: [
        { grade: 'A', to: 0.5 },
        { grade: 'B', to: 0.4 },
      ],
    },
    'shares-invalid',
  ],
  [{ kind: 'cumulative', grades: [{ grade: 'A', to: 0.5 }] }, 'shares-invalid'],
  [
    {
      kind: 'score',
      classes: [
        { grade: 'A', from: 1 },
        { grade: 'B', from: 2 },
      ],
    },
    'classes-invalid',
  ],
])('%j is refused', (rule, error) => {
  const scores = Float64Array.from(ten)
  expect(gradeZones({ scores, ranks: competitionRanks(scores) }, rule)).toEqual({ error })
})
