import { defineMessages, type Locale } from '#lib/i18n/index.ts'

/** Where a zone stands, and within which ranks 90 % of the draws have it; null = not computed. */
export interface Standing {
  readonly rank: number
  readonly of: number
  readonly tied: boolean
  readonly interval: { readonly low: number; readonly high: number } | null
}

/** Sentences that claim no more than the intervals bear. */
export const claims = defineMessages({
  zh: {
    ranked: (rank: number, of: number) => `在 ${of} 个参评园区中排第 ${rank}`,
    tied: '（并列）',
    noInterval: '；没有名次区间，先后是否可靠不作判断',
    only: (rank: number) => `；权重变动时，90 % 的抽样里都在第 ${rank} 名`,
    within: (best: number, worst: number) =>
      `；权重变动时，90 % 的抽样里在第 ${best}–${worst} 名之间`,
    among: (worst: number) => `，可以说属于前 ${worst} 名`,
    notAmong: (before: number) => `，可以说不在前 ${before} 名之内`,
    open: '，在前一半还是后一半不能断定',
    first: (name: string) => `${name}居第一，权重变动时 90 % 的抽样里都是第 1 名`,
    leads: (name: string, worst: number) =>
      `${name}得分最高，但名次并不稳固：只能说属于前 ${worst} 名`,
    leadTied: (names: string, worst: number) => `${names}并列得分最高，只能说属于前 ${worst} 名`,
    leadOpen: (names: string) => `${names}得分最高；没有名次区间，不断言其为第一`,
    steady: (n: number, third: number) =>
      `权重变动时仍稳居前 ${third} 名（前三分之一）的有 ${n} 个`,
    none: (third: number) => `没有一个园区在权重变动时稳居前 ${third} 名（前三分之一）`,
    and: '、',
    more: '等',
    comma: '；',
    stop: '。',
  },
  en: {
    ranked: (rank: number, of: number) => `it has rank ${rank} of ${of} ranked zones`,
    tied: ' (tied)',
    noInterval: '; without a rank interval nothing is said about how sure that is',
    only: (rank: number) => `; under other weights it is at rank ${rank} in 90 % of the draws`,
    within: (best: number, worst: number) =>
      `; under other weights it is between ranks ${best} and ${worst} in 90 % of the draws`,
    among: (worst: number) => `: it is among the first ${worst}`,
    notAmong: (before: number) => `: it is not among the first ${before}`,
    open: ': whether it belongs to the upper or the lower half is open',
    first: (name: string) =>
      `${name} is first, and at rank 1 in 90 % of the draws of other weights`,
    leads: (name: string, worst: number) =>
      `${name} has the highest score, but its rank is not sure: it is among the first ${worst}`,
    leadTied: (names: string, worst: number) =>
      `${names} share the highest score, and are among the first ${worst}`,
    leadOpen: (names: string) =>
      `${names} scored highest; without rank intervals nobody is called the first`,
    steady: (n: number, third: number) =>
      `${n === 1 ? '1 zone stays' : `${n} zones stay`} among the first ${third} (the upper third) under other weights`,
    none: (third: number) =>
      `no zone is sure to stay among the first ${third} (the upper third) under other weights`,
    and: ', ',
    more: ' and others',
    comma: '; ',
    stop: '.',
  },
})

type ClaimTexts = (typeof claims)['zh']

const NAMED = 3
const FEWEST_FOR_THIRDS = 6

/** An interval as whole ranks, rounded outwards so that nothing is claimed too narrowly. */
export function wholeRanks({ low, high }: { readonly low: number; readonly high: number }) {
  return { best: Math.floor(low), worst: Math.ceil(high) }
}

/** What can be said of one zone. */
export function zoneClaim({ rank, of, tied, interval }: Standing, locale: Locale): string {
  const t = claims[locale]
  const place = t.ranked(rank, of) + (tied ? t.tied : '')
  if (!interval) return place + t.noInterval + t.stop
  const { best, worst } = wholeRanks(interval)
  if (best === worst) return place + t.only(best) + t.stop
  return place + t.within(best, worst) + halfOf(best, worst, { of, t }) + t.stop
}

function halfOf(best: number, worst: number, { of, t }: { of: number; t: ClaimTexts }): string {
  if (worst <= of / 2) return t.among(worst)
  return best > of / 2 ? t.notAmong(best - 1) : t.open
}

/** Of whom it may be said that they lead; `first` only where 90 % of the draws keep to rank 1. */
export function leaderClaim(
  leaders: readonly (Pick<Standing, 'interval'> & { readonly name: string })[],
  locale: Locale,
): string | null {
  const t = claims[locale]
  const [first] = leaders
  if (!first) return null
  const shown = leaders.slice(0, NAMED).map(({ name }) => name)
  const names = shown.join(t.and) + (leaders.length > NAMED ? t.more : '')
  const worst = leaders.map(({ interval }) => (interval ? wholeRanks(interval).worst : null))
  if (worst.some((rank) => rank === null)) return t.leadOpen(names)
  const last = Math.max(...worst.map((rank) => rank ?? 0))
  if (leaders.length > 1) return t.leadTied(names, last)
  return last === 1 ? t.first(names) : t.leads(names, last)
}

/** How many zones keep to the upper third; null where there are too few zones or no intervals. */
export function steadyClaim(standings: readonly Standing[], locale: Locale): string | null {
  const of = standings.length
  if (of < FEWEST_FOR_THIRDS || standings.some(({ interval }) => interval === null)) return null
  const third = Math.floor(of / 3)
  const steady = standings.filter(({ interval }) => interval && wholeRanks(interval).worst <= third)
  const t = claims[locale]
  return steady.length === 0 ? t.none(third) : t.steady(steady.length, third)
}
