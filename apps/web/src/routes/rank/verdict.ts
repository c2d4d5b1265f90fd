import { formatNumber, name } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import { median } from '#lib/statistics.ts'
import type { Board } from './board.ts'
import type { RankTexts } from './messages.ts'

const NAMES_SHOWN = 3

/** What the ranking says, in one sentence. */
export function verdictOf(board: Board, period: string, words: { t: RankTexts; locale: Locale }) {
  const { t, locale } = words
  const clauses = [t.verdict(period, board.rows.length, board.zones)]
  const leaders = board.rows.filter(({ rank }) => rank === 1)
  const best = leaders[0]
  if (best) clauses.push(t.verdictFirst(namesOf(leaders, locale), score(best.score, locale)))
  const middle = median(board.rows.map((row) => row.score))
  if (middle !== null && board.rows.length > 2) clauses.push(t.verdictMiddle(score(middle, locale)))
  const lacked = mostLacked(board)
  if (lacked) clauses.push(t.verdictMissing(board.excluded.length, name(lacked.name, locale)))
  return clauses.join(t.comma) + t.stop
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

function mostLacked({ excluded, criteria }: Board) {
  const counts = new Map<number, number>()
  for (const { gaps } of excluded) {
    for (const { criterion } of gaps) counts.set(criterion, (counts.get(criterion) ?? 0) + 1)
  }
  const most = [...counts].toSorted((a, b) => b[1] - a[1])[0]
  return most === undefined ? undefined : criteria[most[0]]
}
