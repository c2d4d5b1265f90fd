import { leavesOf, type MethodCard } from '@permu/metrics'
import { defineMessages, type Locale } from '#lib/i18n/index.ts'
import { name } from '#lib/format.ts'
import type { Board } from './board.ts'
import { groupingTexts } from './grouping-messages.ts'
import { methodTexts, optionWords, ruleName } from './method-messages.ts'
import { aggregateWords, scaleWords } from './rule-words.ts'
import type { RankState } from './state.ts'

/** Words of the method card. */
export const cardTexts = defineMessages({
  zh: {
    ownRule: '：没有公开文件规定算式，规则为本工具所设。',
    sourced: '：按公开文件。',
    criteria: '指标与权重',
    screen: '数据要求',
    screened: (share: string) => `至少有 ${share} 的数据`,
    noScreen: '不设下限',
    own: (names: string) => `（另用规则的：${names}）`,
    ties: '并列',
    tiesText: '1、2、2、4',
    changed: '改动的单元格',
    changedText: (imputed: number, treated: number) =>
      `填补 ${imputed} 个，处理极端值 ${treated} 个`,
    excluded: '未参评',
    zones: (n: number) => `${n} 个`,
    draws: '名次区间',
    drawText: (n: number, seed: number, near: string) => `${n} 次抽样，种子 ${seed}，${near}`,
    list: '、',
  },
  en: {
    ownRule: ': no public text fixes the formula; the rule is this tool’s own.',
    sourced: ': as published.',
    criteria: 'Indicators and weights',
    screen: 'Data asked for',
    screened: (share: string) => `at least ${share} of the data`,
    noScreen: 'no limit',
    own: (names: string) => ` (by rules of their own: ${names})`,
    ties: 'Ties',
    tiesText: '1, 2, 2, 4',
    changed: 'Changed cells',
    changedText: (imputed: number, treated: number) =>
      `${imputed} filled, ${treated} outliers treated`,
    excluded: 'Not ranked',
    zones: (n: number) => `${n} zones`,
    draws: 'Rank intervals',
    drawText: (n: number, seed: number, near: string) => `${n} draws, seed ${seed}, ${near}`,
    list: ', ',
  },
})

interface Line {
  readonly label: string
  readonly text: string
}

/** All that decided the ranking besides the data, a line a step. */
export function cardLines(
  card: MethodCard,
  board: Board,
  { asked, locale }: { readonly asked: RankState; readonly locale: Locale },
): Line[] {
  const t = cardTexts[locale]
  const m = methodTexts[locale]
  const share = (part: number) => `${part.toFixed(1)} %`
  const criteria = board.criteria.map((one) => `${name(one.name, locale)} ${share(one.share)}`)
  const grade = asked.method.grade ?? (card.grade ? 'fifths' : 'no')
  const near = asked.concentration === 'any' ? m.any : m.near(String(asked.concentration))
  return [
    { label: t.criteria, text: criteria.join(t.list) },
    {
      label: t.screen,
      text: card.screen > 0 ? t.screened(share(100 * card.screen)) : t.noScreen,
    },
    { label: m.treat, text: optionWords('treat', card.treat ? 'jrc' : 'no', locale).name },
    { label: m.miss, text: ruleName('miss', card.gaps, locale) },
    { label: m.n, text: normaliseText(card, board, locale) },
    { label: m.wt, text: ruleName('wt', card.weigh, locale) },
    { label: m.agg, text: aggregateWords(card.aggregate, locale) },
    { label: m.grade, text: optionWords('grade', grade, locale).name },
    { label: groupingTexts[locale].group, text: groupText(asked, locale) },
    { label: t.ties, text: t.tiesText },
    { label: t.changed, text: t.changedText(board.changed.imputed, board.changed.treated) },
    { label: t.excluded, text: t.zones(board.excluded.length) },
    { label: t.draws, text: t.drawText(asked.draws, asked.seed, near) },
  ]
}

function groupText({ group, within }: RankState, locale: Locale): string {
  const t = groupingTexts[locale]
  if (group === null) return t.noGroup
  return within ? [t[group], t.within].join(locale === 'zh' ? '，' : ', ') : t[group]
}

function normaliseText(card: MethodCard, { criteria }: Board, locale: Locale): string {
  const t = cardTexts[locale]
  const nameOf = (id: string) => {
    const criterion = criteria.find((one) => one.id === id)
    return criterion ? name(criterion.name, locale) : id
  }
  const own = leavesOf(card.of).flatMap(({ indicator, normalise }) =>
    normalise ? [`${nameOf(indicator)} ${scaleWords(normalise, locale)}`] : [],
  )
  const text = scaleWords(card.normalise, locale)
  return own.length === 0 ? text : text + t.own(own.join(t.list))
}
