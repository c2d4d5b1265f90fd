import type { Zone } from '@permu/api/client'
import { compareNames } from '#lib/format.ts'

export interface ZoneFilter {
  readonly text: string
  readonly type: string
}

/** The zones that a filter leaves, by name; the text is looked for in name and code. */
export function filterZones(zones: readonly Zone[], { text, type }: ZoneFilter): Zone[] {
  const wanted = text.trim().toLowerCase()
  return zones
    .filter((zone) => type === '' || zone.type === type)
    .filter(
      ({ name, code }) =>
        name.toLowerCase().includes(wanted) || (code ?? '').toLowerCase().includes(wanted),
    )
    .sort((a, b) => compareNames(a.name, b.name))
}

export function typesOf(zones: readonly Zone[]): string[] {
  return [...new Set(zones.flatMap(({ type }) => type ?? []))].sort(compareNames)
}
