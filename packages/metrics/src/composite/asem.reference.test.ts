import { describe, expect, test } from 'vitest'
import {
  auditCorrelations,
  composite,
  correlate,
  leaveOut,
  leavesOf,
  quantile,
  checkShape,
  mean,
  sampleDeviation,
  availability,
} from '../index.ts'
import { ASEM, ASEM_CODES, ASEM_METHOD, asemInput } from '../testing/asem.ts'
import { expectClose, held } from '../testing/close.ts'
import { numbersOf, readTable } from '../testing/reference/read.ts'

// Every stage of the ASEM Sustainable Connectivity index, as the R package COINr computes it.
const input = asemInput()
const index = held(composite(input, ASEM_METHOD))
const leaves = leavesOf(ASEM_METHOD.of).map(({ indicator }) => indicator)
const TOLERANCE = 1e-9

describe('the ASEM index, stage by stage', () => {
  test('indicators over their denominators', () => {
    const rows = readTable('asem-denominated')
    const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'uCode')
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) {
      expectClose(input.column(name)?.values ?? [], numbersOf(rows, name), TOLERANCE)
    }
  })

  test('gaps filled with the mean of the continent, each of them listed', () => {
    const expected = readTable('asem-imputed')
    const listed = new Map(
      index.imputed.map(({ zone, criterion, after }) => [
        `${ASEM_CODES[zone] ?? ''} ${leaves[criterion] ?? ''}`,
        after,
      ]),
    )
    const names = expected.map(({ uCode = '', indicator = '' }) => `${uCode} ${indicator}`)
    expect([...listed.keys()].sort()).toEqual([...names].sort())
    expectClose(
      names.map((name) => listed.get(name) ?? NaN),
      numbersOf(expected, 'value'),
      TOLERANCE,
    )
  })

  test('outliers tested and moved, each of them listed', () => {
    const tests = new Map(readTable('asem-treatment').map((row) => [row['indicator'] ?? '', row]))
    for (const { criterion, before, after, method } of index.checks) {
      const row = tests.get(leaves[criterion] ?? '') ?? {}
      const moved = row['points'] !== ''
      expect([leaves[criterion], before.pass]).toEqual([leaves[criterion], row['pass'] === 'TRUE'])
      expectClose(
        [before.skewness ?? NaN, before.kurtosis ?? NaN],
        [Number(row['skew']), Number(row['kurt'])],
        TOLERANCE,
      )
      expect(method).toBe(moved ? 'winsorised' : 'none')
      if (!moved) continue
      expectClose(
        [after.skewness ?? NaN, after.kurtosis ?? NaN],
        [Number(row['skew_after']), Number(row['kurt_after'])],
        TOLERANCE,
      )
      expect(index.treated.filter((cell) => cell.criterion === criterion)).toHaveLength(
        Number(row['points']),
      )
    }
    const expected = readTable('asem-treated')
    expect(index.treated).toHaveLength(expected.length)
    const cells = new Map(
      index.treated.map(({ zone, criterion, after }) => [
        `${ASEM_CODES[zone] ?? ''} ${leaves[criterion] ?? ''}`,
        after,
      ]),
    )
    expectClose(
      expected.map(({ uCode = '', indicator = '' }) => cells.get(`${uCode} ${indicator}`) ?? NaN),
      numbersOf(expected, 'value'),
      TOLERANCE,
    )
  })

  test('normalised', () => {
    const rows = readTable('asem-normalised')
    expect(rows.map((row) => row['uCode'])).toEqual(ASEM_CODES)
    leaves.forEach((name, criterion) => {
      expectClose(index.normalised[criterion] ?? [], numbersOf(rows, name), TOLERANCE)
    })
  })

  test('weighed', () => {
    const weights = new Map(readTable('asem-weights').map(({ id, weight }) => [id, Number(weight)]))
    expectClose(
      index.weights.effective,
      leaves.map((name) => weights.get(name) ?? NaN),
      TOLERANCE,
    )
    expect(index.weights.sums.every(({ normalised }) => normalised)).toBe(true)
  })

  test('aggregated and ranked', () => {
    const rows = readTable('asem-scores')
    for (const { id, scores } of index.branches) expectClose(scores, numbersOf(rows, id), TOLERANCE)
    expect(index.branches).toHaveLength(10)
    expectClose(index.scores, numbersOf(rows, 'Index'), TOLERANCE)
    expect([...index.ranks]).toEqual([...numbersOf(rows, 'rank')])
    expect(index.excluded).toEqual([])
  })

  test('without a pillar the ranks move as published', () => {
    const rows = readTable('asem-removed').filter(({ removed }) => removed !== 'Nominal')
    const without = held(
      leaveOut(
        input,
        ASEM_METHOD,
        rows.map(({ removed = '' }) => removed),
      ),
    )
    expectClose(
      without.map((left) => held(left).shift ?? NaN),
      numbersOf(rows, 'mean_abs_rank_diff'),
      TOLERANCE,
    )
  })

  test('indicators correlate with the index as published', () => {
    const rows = readTable('asem-correlation')
    expect(rows).toHaveLength(49)
    for (const { Var2 = '', Correlation } of rows) {
      const column = index.normalised[leaves.indexOf(Var2)] ?? new Float64Array()
      expect(correlate(column, index.scores)).toBeCloseTo(Number(Correlation), 9)
    }
  })

  test('the parts of a country sum to its score', () => {
    index.scores.forEach((score, zone) => {
      const sum = index.parts?.reduce((total, part) => total + (part[zone] ?? NaN), 0)
      expect(sum).toBeCloseTo(score, 9)
    })
  })

  test('no flag is raised on a pair that is neither redundant nor conflicting', () => {
    for (const { r, flag } of auditCorrelations(index.normalised, 'pearson')) {
      const value = r ?? NaN
      const expected = value > 0.9 ? 'redundant' : value < -0.4 ? 'conflicting' : null
      expect(flag).toBe(expected)
    }
  })
})

describe('statistics of the raw columns', () => {
  test.each(readTable('asem-stats').map((row) => [row['iCode'] ?? '', row] as const))(
    '%s',
    (name, row) => {
      const values = numbersOf(ASEM, name)
      const near = (actual: number | null, column: string) => {
        const expected = row[column] === '' ? null : Number(row[column])
        if (expected === null) expect(actual).toBeNull()
        else
          expect(Math.abs((actual ?? NaN) - expected)).toBeLessThan(1e-8 * (1 + Math.abs(expected)))
      }
      near(quantile(values, 0), 'Min')
      near(quantile(values, 1), 'Max')
      near(quantile(values, 0.5), 'Median')
      near(mean(values), 'Mean')
      near(sampleDeviation(values), 'Std')
      const shape = checkShape(values)
      near(shape.skewness, 'Skew')
      near(shape.kurtosis, 'Kurt')
      near(availability([values]).criteria[0] ?? NaN, 'Frc.Avail')
      expect(shape.pass).toBe(row['Flag.SkewKurt'] !== 'OUT')
    },
  )
})
