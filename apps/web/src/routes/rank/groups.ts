import type { Groups } from '@permu/metrics'
import type { Values } from '@permu/api/client'

/** What zones can be grouped by, as the API names it. */
export const GROUPINGS = ['type', 'leadIndustry', 'ecosystem'] as const

export type Grouping = (typeof GROUPINGS)[number]

type Zone = Values['zones'][number]

/** A grouping of the address; null where it is unknown. */
export function readGrouping(text: string | null): Grouping | null {
  return GROUPINGS.find((one) => one === text) ?? null
}

/** The group of a zone; null where it has none. */
export function groupOf(zone: Zone | undefined, group: Grouping): string | null {
  return zone?.[group] ?? null
}

/** The group of each of some zones of an answer, by their place in it. */
export function groupsOf({ zones }: Values, places: readonly number[], group: Grouping): Groups {
  return places.map((place) => groupOf(zones[place], group))
}

/** The groupings that at least one zone of the answer carries. */
export function groupingsOf(values: Values | null): Grouping[] {
  const zones = values?.zones ?? []
  return GROUPINGS.filter((group) => zones.some((zone) => groupOf(zone, group) !== null))
}

/** How many groups there are, how many of them hold a single zone, and how many zones are in none. */
export function groupCounts(groups: Groups): { groups: number; single: number; none: number } {
  const sizes = new Map<string, number>()
  let none = 0
  for (const group of groups) {
    if (group === null) none++
    else sizes.set(group, (sizes.get(group) ?? 0) + 1)
  }
  const single = [...sizes.values()].filter((size) => size === 1).length
  return { groups: sizes.size, single, none }
}
