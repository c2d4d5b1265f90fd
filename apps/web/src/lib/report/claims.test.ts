import { expect, test } from 'vitest'
import { leaderClaim, steadyClaim, wholeRanks, zoneClaim } from './claims.ts'

const within = (low: number, high: number) => ({ low, high })
const zone = (rank: number, interval: ReturnType<typeof within> | null, of = 20, tied = false) => ({
  ...{ rank, of, tied, interval },
})

test('ends are rounded outwards', () => {
  expect(wholeRanks(within(1.4, 3.05))).toEqual({ best: 1, worst: 4 })
})

test.each([
  [zone(1, within(1, 1)), '在 20 个参评园区中排第 1；权重变动时，90 % 的抽样里都在第 1 名。'],
  [
    zone(2, within(1, 4)),
    '在 20 个参评园区中排第 2；权重变动时，90 % 的抽样里在第 1–4 名之间，可以说属于前 4 名。',
  ],
  [
    zone(17, within(14, 19), 20, true),
    '在 20 个参评园区中排第 17（并列）；权重变动时，90 % 的抽样里在第 14–19 名之间，可以说不在前 13 名之内。',
  ],
  [
    zone(9, within(6, 13.2)),
    '在 20 个参评园区中排第 9；权重变动时，90 % 的抽样里在第 6–14 名之间，在前一半还是后一半不能断定。',
  ],
  [zone(3, null), '在 20 个参评园区中排第 3；没有名次区间，先后是否可靠不作判断。'],
])('a zone: %o', (standing, text) => {
  expect(zoneClaim(standing, 'zh')).toBe(text)
})

test.each([
  [
    zone(2, within(1, 4)),
    'it has rank 2 of 20 ranked zones; under other weights it is between ranks 1 and 4 in 90 % of the draws: it is among the first 4.',
  ],
  [
    zone(1, within(1, 1)),
    'it has rank 1 of 20 ranked zones; under other weights it is at rank 1 in 90 % of the draws.',
  ],
  [
    zone(9, within(6, 14)),
    'it has rank 9 of 20 ranked zones; under other weights it is between ranks 6 and 14 in 90 % of the draws: whether it belongs to the upper or the lower half is open.',
  ],
])('a zone in English: %o', (standing, text) => {
  expect(zoneClaim(standing, 'en')).toBe(text)
})

const leader = (name: string, interval: ReturnType<typeof within> | null) => ({ name, interval })

test.each([
  [[leader('甲', within(1, 1))], '甲居第一，权重变动时 90 % 的抽样里都是第 1 名'],
  [[leader('甲', within(1, 1.05))], '甲得分最高，但名次并不稳固：只能说属于前 2 名'],
  [[leader('甲', within(1, 5))], '甲得分最高，但名次并不稳固：只能说属于前 5 名'],
  [
    [leader('甲', within(1, 2)), leader('乙', within(1, 3))],
    '甲、乙并列得分最高，只能说属于前 3 名',
  ],
  [[leader('甲', null)], '甲得分最高；没有名次区间，不断言其为第一'],
  [[], null],
])('leaders: %o', (leaders, text) => {
  expect(leaderClaim(leaders, 'zh')).toBe(text)
})

test('in English nobody is called the first without proof', () => {
  expect(leaderClaim([leader('A', within(1, 1))], 'en')).toContain('A is first')
  for (const interval of [within(1, 2), within(1, 1.01), null]) {
    expect(leaderClaim([leader('A', interval)], 'en')).not.toMatch(/is first/u)
  }
})

test('the upper third counts only those whose whole interval lies in it', () => {
  const six = [within(1, 1), within(1, 2), within(2, 3), within(3, 5), within(4, 6), within(5, 6)]
  const standings = six.map((interval, i) => zone(i + 1, interval, 6))
  expect(steadyClaim(standings, 'zh')).toBe('权重变动时仍稳居前 2 名（前三分之一）的有 2 个')
  expect(steadyClaim(standings, 'en')).toContain('2 zones stay among the first 2')
  const wide = standings.map((one) => ({ ...one, interval: within(1, 6) }))
  expect(steadyClaim(wide, 'zh')).toBe('没有一个园区在权重变动时稳居前 2 名（前三分之一）')
  expect(steadyClaim(standings.slice(1), 'zh')).toBeNull()
  expect(steadyClaim([...standings.slice(1), zone(1, null, 6)], 'zh')).toBeNull()
})
