import type { Text } from '../field.ts'
import type { ScoreClass } from '../grades.ts'

const NAMES: readonly (readonly [zh: string, en: string])[] = [
  ['极度失调', 'extreme imbalance'],
  ['严重失调', 'severe imbalance'],
  ['中度失调', 'moderate imbalance'],
  ['轻度失调', 'mild imbalance'],
  ['濒临失调', 'near imbalance'],
  ['勉强协调', 'bare coordination'],
  ['初级协调', 'primary coordination'],
  ['中级协调', 'intermediate coordination'],
  ['良好协调', 'good coordination'],
  ['优质协调', 'high-quality coordination'],
]

/** The usual ten classes of coordination, a tenth each, best first; papers differ, so the cuts are only a start. */
export const COUPLING_CLASSES: readonly (ScoreClass & { readonly name: Text })[] = NAMES.map(
  ([zh, en], k) => ({ grade: zh, name: { zh, en }, from: k / 10 }),
).reverse()
