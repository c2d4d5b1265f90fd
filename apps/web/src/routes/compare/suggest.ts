import type { Zone } from '@permu/api/client'

export const SUGGESTED = 5
/** Land is similar where the larger is at most this many times the smaller. */
const SIMILAR = 1.5

export type Likeness = 'type' | 'industry' | 'land' | 'median'

/** Zones to hold beside one, and in what they are like it. */
export interface Suggestion {
  readonly like: Likeness
  readonly zones: readonly { readonly id: string; readonly name: string }[]
}

export interface Peers {
  readonly directory: readonly Zone[]
  /** The land supplied, by zone. */
  readonly land: ReadonlyMap<string, number>
  /** The quantity looked at, by zone, and its middle. */
  readonly values: ReadonlyMap<string, number>
  readonly median: number | null
}

function apart(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined || a <= 0 || b <= 0) return Infinity
  return Math.abs(Math.log(a / b))
}

/** Peers of a zone: same type, same lead industry, similar land, and nearest to the middle of all. */
export function suggest(peers: Peers, zone: string, chosen: readonly string[]): Suggestion[] {
  const { directory, land, values, median } = peers
  const self = directory.find(({ id }) => id === zone)
  if (!self) return []
  const rest = directory.filter(({ id }) => !chosen.includes(id))
  const nearLand = (one: Zone) => apart(land.get(one.id), land.get(zone))
  const nearMiddle = (one: Zone) => {
    const value = values.get(one.id)
    return value === undefined || median === null ? Infinity : Math.abs(value - median)
  }
  const best = (like: Likeness, zones: readonly Zone[], order: (one: Zone) => number) => ({
    like,
    zones: zones
      .toSorted((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1))
      .slice(0, SUGGESTED)
      .map(({ id, name }) => ({ id, name })),
  })
  const { type, leadIndustry } = self
  return [
    best('type', type === null ? [] : rest.filter((one) => one.type === type), nearLand),
    best(
      'industry',
      leadIndustry === null ? [] : rest.filter((one) => one.leadIndustry === leadIndustry),
      nearLand,
    ),
    best(
      'land',
      rest.filter((one) => nearLand(one) <= Math.log(SIMILAR)),
      nearLand,
    ),
    best(
      'median',
      rest.filter((one) => nearMiddle(one) < Infinity),
      nearMiddle,
    ),
  ].filter(({ zones }) => zones.length > 0)
}
