import type { HeaderFinding } from './header.ts'
import { labelOfYear } from './labels-of-year.ts'
import type { ColumnFacts, RoleGuess } from './roles.ts'
import { namedShares } from './shares.ts'
import { textShare, type ColumnStats } from './stats.ts'
import { periodWord } from './words.ts'

/** The header's labels as they are understood: a month or quarter alone belongs to the file's year. */
export function labelsOf(
  { header, year }: { header: HeaderFinding; year: string | null },
  stats: ColumnStats[],
): string[] {
  // Where each row has a year of its own, that of the file says nothing.
  if (header.labels.some((label) => periodWord(label) !== null)) return header.labels
  return header.labels.map((label, i) => {
    const own = stats[i]
    const holdsText = own !== undefined && textShare(own) >= 0.5
    return holdsText ? label : labelOfYear(label, year)
  })
}

/** 比上年增长(%) takes the name of the quantity to its left. */
export function nameShares(facts: ColumnFacts[], guesses: RoleGuess[]): void {
  const isValue = (at: number) => {
    return guesses[at]?.role === 'value' && guesses[at].why !== 'zone-header'
  }
  const named = namedShares(
    facts.map(({ label }) => label),
    isValue,
  )
  for (const [i, fact] of facts.entries()) {
    const { [i]: label = '' } = named
    if (label === fact.label) continue
    fact.label = label
    fact.beside = true
  }
}
