import { escapeId, unescapeId } from '#lib/id-list.ts'

/** A target that a reader set; it lives in the address, so a link carries it. */
export interface OwnTarget {
  readonly indicator: string
  readonly low: number | null
  readonly high: number | null
  /** The unit in which it was set; null where the quantity has none that is known. */
  readonly unit: string | null
  readonly label: string
}

const LONGEST = 40

function numberOf(text: string): number | null {
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) ? null : value
}

function parseOne(text: string): OwnTarget[] {
  const [indicator = '', low = '', high = '', unit = '', label = ''] = text
    .split('.')
    .map(unescapeId)
  const target = {
    indicator,
    low: numberOf(low),
    high: numberOf(high),
    unit: unit === '' ? null : unit,
    label: label.slice(0, LONGEST),
  }
  return isTarget(target) ? [target] : []
}

/** A target needs an indicator and an end, and its ends in order. */
export function isTarget({ indicator, low, high }: OwnTarget): boolean {
  if (indicator === '' || (low === null && high === null)) return false
  return low === null || high === null || low <= high
}

/** Own targets as an address has them: `indicator.low.high.unit.label`, parted by commas. */
export function parseOwn(texts: readonly string[]): OwnTarget[] {
  const all = texts.flatMap((text) => text.split(',')).flatMap(parseOne)
  return [...new Map(all.map((target) => [target.indicator, target])).values()]
}

export function printOwn(targets: readonly OwnTarget[]): string | null {
  if (targets.length === 0) return null
  return targets
    .map(({ indicator, low, high, unit, label }) =>
      [indicator, low ?? '', high ?? '', unit ?? '', label]
        .map((part) => escapeId(String(part)))
        .join('.'),
    )
    .join(',')
}
