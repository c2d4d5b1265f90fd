import { weightShares } from '@permu/metrics'
import type { Choice } from './state.ts'

const WHOLE = 100

/** Shares in percent that sum to 100; all zero where the weights cannot be used. */
export function sharesOf(criteria: readonly Pick<Choice, 'weight'>[]): number[] {
  const shares = weightShares(criteria.map(({ weight }) => weight))
  return 'error' in shares ? criteria.map(() => 0) : Array.from(shares, (share) => share * WHOLE)
}

/** A share as it is typed and kept in the address: two decimals. */
export function roundShare(share: number): number {
  return Math.round(share * 100) / 100
}

/**
 * Gives one criterion a share; those that are not locked make room in proportion, and all sum to
 * 100 afterwards. What the locked ones hold bounds the share.
 */
export function moveShare(
  criteria: readonly Choice[],
  moved: { readonly id: string; readonly share: number },
  locked: ReadonlySet<string>,
): Choice[] {
  const at = criteria.findIndex(({ id }) => id === moved.id)
  if (at === -1) return [...criteria]
  const now = sharesOf(criteria).map(roundShare)
  const others = criteria.flatMap(({ id }, i) => (i !== at && !locked.has(id) ? [i] : []))
  const held = sum(now.filter((_, i) => i !== at && !others.includes(i)))
  const room = Math.max(0, WHOLE - held)
  const share = others.length === 0 ? room : clamp(moved.share, room)
  const next = [...now]
  next[at] = roundShare(share)
  spread(next, others, room - (next[at] ?? 0))
  return criteria.map((choice, i) => ({ ...choice, weight: next[i] ?? 0 }))
}

/** Every criterion the same. */
export function equalWeights(criteria: readonly Choice[]): Choice[] {
  return criteria.map((choice) => ({ ...choice, weight: 1 }))
}

/** One criterion more, with an average share; the others keep their proportions. */
export function addChoice(criteria: readonly Choice[], id: string): Choice[] {
  if (criteria.some((choice) => choice.id === id)) return [...criteria]
  const total = sum(criteria.map(({ weight }) => weight))
  const weight = total === 0 ? 1 : roundShare(total / criteria.length)
  return [...criteria, { id, weight }]
}

export function removeChoice(criteria: readonly Choice[], id: string): Choice[] {
  return criteria.filter((choice) => choice.id !== id)
}

/** Turns the direction of one criterion; back at the indicator's own the mark is dropped. */
export function turnChoice(
  criteria: readonly Choice[],
  id: string,
  better: { readonly own: 'more' | 'less' | 'target'; readonly now: 'more' | 'less' | 'target' },
): Choice[] {
  const next = better.now === 'more' ? 'less' : 'more'
  return criteria.map((choice) => {
    if (choice.id !== id) return choice
    const plain = { id: choice.id, weight: choice.weight }
    return next === better.own ? plain : { ...plain, better: next }
  })
}

function spread(shares: number[], others: readonly number[], rest: number): void {
  const before = sum(others.map((i) => shares[i] ?? 0))
  for (const i of others) {
    const part = before > 0 ? (shares[i] ?? 0) / before : 1 / others.length
    shares[i] = roundShare(rest * part)
  }
  const largest = others.toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0))[0]
  if (largest === undefined) return
  const left = rest - sum(others.map((i) => shares[i] ?? 0))
  shares[largest] = Math.max(0, roundShare((shares[largest] ?? 0) + left))
}

function clamp(share: number, room: number): number {
  return Math.min(Math.max(Number.isFinite(share) ? share : 0, 0), room)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
