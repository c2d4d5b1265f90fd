import { name } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import { messages } from '#lib/report/messages.ts'
import type { Board } from '../rank/board.ts'
import type { RankState } from '../rank/state.ts'

const LONGEST_LINK = 100
const LONGEST_WEIGHTS = 120

const cut = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`

interface Words {
  readonly asked: Pick<RankState, 'type'>
  readonly locale: Locale
  readonly link: string
}

/** What every page of a brief states below: weights, filter and link, cut where they are long. */
export function footText({ criteria }: Pick<Board, 'criteria'>, { asked, locale, link }: Words) {
  const t = messages[locale]
  const weights = criteria.map((one) => `${name(one.name, locale)} ${one.share.toFixed(0)} %`)
  return [
    cut(t.weights(weights.join(t.list)), LONGEST_WEIGHTS),
    asked.type === null ? t.noFilter : t.filter(asked.type),
    cut(link, LONGEST_LINK),
  ].join(' · ')
}
