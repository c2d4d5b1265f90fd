const CATEGORIES = 7

/** The colour of the k-th criterion; after the last one they begin again. */
export function categoryColour(k: number): string {
  return `var(--cat-${String((k % CATEGORIES) + 1)})`
}
