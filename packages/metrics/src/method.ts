import { methodText } from './composite/card.ts'
import type { CompositeMethod } from './composite/method.ts'
import { weightShares } from './compare/weights.ts'
import type { MissingRule } from './compare/missing.ts'
import type { Normalisation } from './compare/normalise.ts'
import type { Text } from './field.ts'
import type { Better } from './indicator.ts'

/** An indicator (or field) id in a method, its weight (any non-negative number) and what is good. */
export interface MethodCriterion {
  readonly indicator: string
  readonly weight: number
  readonly better: Better
}

/** All that decides a ranking besides the data. */
export interface Method {
  readonly criteria: readonly MethodCriterion[]
  readonly normalise: Normalisation
  readonly aggregate: 'arithmetic'
  readonly missing: MissingRule
}

/** A ready choice of criteria. */
export interface Preset {
  readonly id: string
  readonly name: Text
  readonly criteria: readonly MethodCriterion[]
}

/**
 * The content of a method as 16 hexadecimal digits: the same for any order of the criteria and any
 * scale of the weights (40, 60 and 0.4, 0.6), another one as soon as a share differs. In a composite
 * method a default may be written or left out.
 */
export function methodId(method: Method | CompositeMethod): string {
  if ('version' in method) return fnv1a(methodText(method))
  const weights = method.criteria.map(({ weight }) => weight)
  const shares = weightShares(weights)
  const counted = 'error' in shares ? weights : [...shares]
  const criteria = method.criteria.map(({ indicator, better }, k) => {
    const direction = typeof better === 'string' ? better : better.target.map(bound).join('…')
    // Twelve digits hide the last-digit noise that dividing the weights by their sum leaves.
    return [indicator, (counted[k] ?? NaN).toPrecision(12), direction].join('\t')
  })
  const { normalise, aggregate, missing } = method
  return fnv1a([normalise, aggregate, missing, ...criteria.sort()].join('\n'))
}

// An open end is ±Infinity here and null after a journey through JSON.
function bound(end: number | null): string {
  return end === null || !Number.isFinite(end) ? '' : String(end)
}

const OFFSET = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n

// FNV-1a, 64 bits (Fowler, Noll, Vo), over UTF-16 code units: low byte, then high byte.
function fnv1a(text: string): string {
  let hash = OFFSET
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    for (const byte of [unit & 0xff, unit >> 8]) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME)
    }
  }
  return hash.toString(16).padStart(16, '0')
}
