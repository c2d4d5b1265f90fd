import { name } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import { claims, leaderClaim, steadyClaim, wholeRanks, type Standing } from '#lib/report/claims.ts'
import type { Board, BoardRow } from '../rank/board.ts'
import type { Uncertainty } from '../rank/uncertainty.ts'
import { mostLacked } from '../rank/verdict.ts'
import { messages } from './messages.ts'

type Intervals = Uncertainty['intervals']

/** Where a row stands, with its interval where it is computed. */
export function standingOf(row: BoardRow, of: number, intervals: Intervals | null): Standing {
  const { rank, tied, zone } = row
  return { rank, of, tied, interval: intervals?.[zone] ?? null }
}

/** The first sentences of a brief: who is ranked, who leads, what is sure, and who is missing. */
export function briefVerdict(
  board: Board,
  intervals: Intervals | null,
  { period, locale }: { readonly period: string; readonly locale: Locale },
): string {
  const t = messages[locale]
  const words = claims[locale]
  const standings = board.rows.map((row) => standingOf(row, board.rows.length, intervals))
  const leaders = board.rows
    .filter(({ rank }) => rank === 1)
    .map((row) => ({ name: row.name, interval: intervals?.[row.zone] ?? null }))
  const lacked = mostLacked(board)
  const parts = [
    t.verdict(period, board.rows.length, board.zones),
    leaderClaim(leaders, locale),
    steadyClaim(standings, locale),
    lacked ? t.missing(board.excluded.length, name(lacked.name, locale)) : null,
  ]
  return parts.filter((part) => part !== null).join(words.comma) + words.stop
}

/** The ends of an interval as whole ranks, as in `3–7`; `–` where there is none. */
export function intervalText(interval: Standing['interval']): string {
  if (!interval) return '–'
  const { best, worst } = wholeRanks(interval)
  return best === worst ? String(best) : `${String(best)}–${String(worst)}`
}
