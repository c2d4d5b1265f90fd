import type { ProfileGroup, ProfileRow } from '../profile.ts'

const MOST = 10

/** The rows of a brief: what the ranking is made of first, then other indicators that have a place. */
export function keyRows(
  groups: readonly ProfileGroup[],
  criteria: readonly string[],
): ProfileRow[] {
  const rows = groups.flatMap((group) => group.rows)
  const order = new Map(criteria.map((id, k) => [id, k]))
  const chosen = rows.filter(({ id, kind }) => {
    const first = rows.find((row) => row.id === id)
    return order.has(id) && first?.kind === kind
  })
  const first = chosen.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  const others = groups
    .filter(({ id }) => id !== 'raw')
    .flatMap((group) => group.rows)
    .filter(({ id, place }) => place !== null && !order.has(id))
  return [...first, ...others].slice(0, Math.max(MOST, first.length))
}
