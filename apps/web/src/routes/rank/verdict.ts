import { formatNumber, formatShare, name } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import { median } from '#lib/statistics.ts'
import type { Board } from './board.ts'
import type { RankTexts } from './messages.ts'
import { stability } from './stability-messages.ts'
import { SURE } from './sure.ts'
import type { Uncertainty } from './uncertainty.ts'

const NAMES_SHOWN = 3

/** What the ranking says, in one sentence. */
export function verdictOf(board: Board, period: string, words: { t: RankTexts; locale: Locale }) {
  const { t, locale } = words
  const clauses = [t.verdict(period, board.rows.length, board.zones)]
  const leaders = board.rows.filter(({ overall }) => overall === 1)
  const best = leaders[0]
  if (best) clauses.push(t.verdictFirst(namesOf(leaders, locale), score(best.score, locale)))
  const middle = median(board.rows.map((row) => row.score))
  if (middle !== null && board.rows.length > 2) clauses.push(t.verdictMiddle(score(middle, locale)))
  const lacked = mostLacked(board)
  const lacking = board.excluded.filter(({ gaps }) => gaps.length > 0).length
  if (lacked) clauses.push(t.verdictMissing(lacking, name(lacked.name, locale)))
  return clauses.join(t.comma) + t.stop
}

/** What of it holds under other weights: nothing is claimed that fewer than 95 % of the draws support. */
export function steadyVerdict(
  board: Board,
  { leaders, places }: Pick<Uncertainty, 'leaders' | 'places'>,
  words: { t: RankTexts; locale: Locale },
): string {
  if (places === 0) return ''
  const text = steadyText(board, { leaders, places }, words.locale) + words.t.stop
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function steadyText(
  board: Board,
  { leaders, places }: Pick<Uncertainty, 'leaders' | 'places'>,
  locale: Locale,
): string {
  const s = stability[locale]
  const nameOf = new Map(board.rows.map((row) => [row.zone, row.name]))
  const sure = leaders.filter(({ share }) => share >= SURE)
  if (places === 1) {
    const share = leaders[0]?.share ?? 0
    const text = formatShare(share, locale)
    return share >= SURE ? s.firstSure(text) : s.firstUnsure(text)
  }
  if (sure.length === 0) return s.noneSteady(places)
  if (sure.length === leaders.length) return s.allSteady(places)
  const names = sure.map(({ zone }) => nameOf.get(zone) ?? zone).join(s.listed)
  return s.someSteady(places, names)
}

/** A score as it is shown; ranks are made from the unrounded ones. */
export function score(value: number, locale: Locale): string {
  return formatNumber(value, locale, Math.abs(value) < 10 ? 2 : 1)
}

function namesOf(rows: readonly { name: string }[], locale: Locale): string {
  const mark = locale === 'zh' ? '、' : ', '
  const names = rows.slice(0, NAMES_SHOWN).map((row) => row.name)
  return names.join(mark) + (rows.length > NAMES_SHOWN ? '…' : '')
}

/** The criterion that keeps out most zones. */
export function mostLacked({ excluded, criteria }: Board) {
  const counts = new Map<number, number>()
  for (const { gaps } of excluded) {
    for (const { criterion } of gaps) counts.set(criterion, (counts.get(criterion) ?? 0) + 1)
  }
  const most = [...counts].toSorted((a, b) => b[1] - a[1])[0]
  return most === undefined ? undefined : criteria[most[0]]
}
