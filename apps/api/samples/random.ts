/** Numbers in [0, 1) that the same seed gives everywhere (mulberry32). */
export function createRandom(seed: number) {
  let state = seed >>> 0
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + (high - low) * unit()
  /** Around the middle more often than at the ends. */
  const bell = () => (unit() + unit() + unit()) / 3
  return { unit, between, bell }
}

export type Random = ReturnType<typeof createRandom>
