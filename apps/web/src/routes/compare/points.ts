import type { Bubble } from './bubbles.ts'
import { LAND } from './comparison.ts'
import type { Loaded } from './pick.ts'

/** All zones that have both quantities; the chosen ones are picked out with their names. */
export function pointsOf(
  { values, zones }: Pick<Loaded, 'values' | 'zones'>,
  axes: { readonly x: string | undefined; readonly y: string | undefined },
): Bubble[] {
  const at = (id: string | undefined) => values.indicators.findIndex((one) => one.id === id)
  const [x, y, land] = [at(axes.x), at(axes.y), at(LAND)]
  const chosen = new Set(zones)
  return values.zones.flatMap(({ id, name }, i): Bubble[] => {
    const row = values.values[i] ?? []
    const [left, top] = [row[x] ?? null, row[y] ?? null]
    if (left === null || top === null) return []
    return [{ name, x: left, y: top, land: row[land] ?? null, picked: chosen.has(id) }]
  })
}
