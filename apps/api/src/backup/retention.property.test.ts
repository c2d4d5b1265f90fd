import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupName, isBackupName, REASONS } from './names.ts'
import { backupsToKeep, DAYS, MONTHS, OTHERS, WEEKS, type Dated } from './retention.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 1, 3)

const backup = fc
  .record({
    minutes: fc.integer({ min: 0, max: 800 * 24 * 60 }),
    reason: fc.constantFrom(...REASONS),
  })
  .map(({ minutes, reason }): Dated => {
    const at = new Date(START + minutes * 60_000)
    return {
      name: `${backupName(at, reason, () => false)}-${String(minutes)}`,
      at: at.toISOString(),
      reason,
    }
  })
const backups = fc.uniqueArray(backup, { selector: ({ name }) => name, maxLength: 120 })
const daily = (all: readonly Dated[]) => all.filter(({ reason }) => reason === 'daily')
const newestFirst = (all: readonly Dated[]) => [...all].sort((a, b) => (a.at < b.at ? 1 : -1))

describe('which backups stay', () => {
  test('the newest of every reason does, and so many at most', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = backupsToKeep(all)
        for (const reason of REASONS) {
          const own = newestFirst(all.filter((one) => one.reason === reason))
          if (own[0]) expect(kept.has(own[0].name) || own[0].at === own[1]?.at).toBe(true)
        }
        const keptDaily = daily(all).filter(({ name }) => kept.has(name))
        expect(keptDaily.length).toBeLessThanOrEqual(DAYS + WEEKS + MONTHS)
        expect(kept.size - keptDaily.length).toBeLessThanOrEqual(3 * OTHERS)
      }),
    )
  })

  test('the order in which they are found makes no difference', () => {
    fc.assert(
      fc.property(backups, (all) => {
        fc.pre(new Set(all.map(({ at }) => at)).size === all.length)
        expect(backupsToKeep([...all].reverse())).toEqual(backupsToKeep(all))
      }),
    )
  })

  test('thinning each day leaves what thinning once would leave', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (days) => {
        const all = Array.from({ length: days }, (_, i): Dated => {
          const at = new Date(START + i * DAY)
          return {
            name: backupName(at, 'daily', () => false),
            at: at.toISOString(),
            reason: 'daily',
          }
        })
        let left: Dated[] = []
        for (const one of all) {
          left.push(one)
          const kept = backupsToKeep(left)
          left = left.filter(({ name }) => kept.has(name))
        }
        expect(new Set(left.map(({ name }) => name))).toEqual(backupsToKeep(all))
      }),
      { numRuns: 30 },
    )
  })

  test('a year of days: seven days, four weeks, six months', () => {
    const all = Array.from({ length: 365 }, (_, i): Dated => {
      const at = new Date(START + i * DAY).toISOString()
      return { name: at.slice(0, 10), at, reason: 'daily' }
    })
    expect([...backupsToKeep(all)].sort()).toEqual([
      ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30', '2026-12-13'],
      ...['2026-12-20', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29'],
      ...['2026-12-30', '2026-12-31'],
    ])
  })
})

test('a name sorts by time, is told apart within a second, and is no path', () => {
  const at = new Date('2026-01-31T03:00:00Z')
  expect(backupName(at, 'daily', () => false)).toBe('20260131-030000-daily')
  expect(backupName(at, 'daily', (name) => !name.endsWith('-3'))).toBe('20260131-030000-daily-3')
  for (const text of ['../permu.db', '20260131-030000-daily/..', '20260131-030000-', '']) {
    expect(isBackupName(text)).toBe(false)
  }
})
