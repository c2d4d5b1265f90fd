import {
  GAP_OPTIONS,
  leavesOf,
  NORMALISE_OPTIONS,
  type GapRule,
  type MethodCard,
  type NormaliseRule,
} from '@permu/metrics'
import type { Names } from '../contract.ts'
import { normaliseText } from './rule-text.ts'

/** The rules that a method really applies: indicators may have their own, and some aggregations theirs. */

export interface Applied {
  readonly choice: string
  readonly name: Names
  readonly note: Names
}

const unique = <T>(list: readonly T[]) => [...new Set(list)]

function joined(choices: readonly string[], options: readonly Omit<Applied, 'choice'>[]): Applied {
  const text = (of: (option: Omit<Applied, 'choice'>) => string, between: string) =>
    unique(options.map(of)).join(between)
  return {
    choice: choices.join('+'),
    name: { zh: text((o) => o.name.zh, '、'), en: text((o) => o.name.en, ', ') },
    note: { zh: text((o) => o.note.zh, ''), en: text((o) => o.note.en, ' ') },
  }
}

const optionOf = <Id extends string>(
  options: readonly ({ id: Id } & Omit<Applied, 'choice'>)[],
  id: Id,
) => options.filter((option) => option.id === id)

const NO_SCALE: Applied = {
  choice: 'none',
  name: { zh: '不需要标准化', en: 'no normalisation' },
  note: { zh: '只比较高低。', en: 'Values are only compared.' },
}

function rulesOf({ of, normalise, aggregate }: MethodCard): NormaliseRule[] {
  if (aggregate.kind === 'topsis') return [{ kind: aggregate.normalise ?? 'vector' }]
  // The index of Mazziotta and Pareto keeps the rules of indicators, and the card states its own scale.
  return leavesOf(of).map((leaf) => leaf.normalise ?? normalise)
}

/** How values become comparable. */
export function normalising(card: MethodCard): Applied {
  if (card.aggregate.kind === 'copeland') return NO_SCALE
  const rules = rulesOf(card)
  const texts = unique(rules.map(normaliseText))
  const kinds = unique(rules.map(({ kind }) => kind))
  // Indicators that differ only in their figures share a rule.
  const choices = texts.length > 1 ? kinds : texts
  return joined(
    choices,
    kinds.flatMap((kind) => optionOf(NORMALISE_OPTIONS, kind)),
  )
}

/** What a gap does. */
export function gapsApplied({ of, gaps }: MethodCard): Applied {
  const rules: GapRule[] = unique(leavesOf(of).map((leaf) => leaf.gaps ?? gaps))
  return joined(
    rules,
    rules.flatMap((rule) => optionOf(GAP_OPTIONS, rule)),
  )
}
