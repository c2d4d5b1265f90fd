import type { Values } from '@permu/api/client'
import { percentilePosition } from '#lib/statistics.ts'
import { goodness, type Comparison } from './comparison.ts'

/** A zone as the share of zones it is better than, axis by axis. */
export interface Profile {
  readonly name: string
  readonly shares: readonly (number | null)[]
}

/** The profiles of the chosen zones. */
export function profilesOf({ zones, quantities }: Comparison): Profile[] {
  return zones.map(({ name, cells }) => ({
    name,
    shares: cells.map(({ position }, k) => goodness(position, quantities[k]?.better ?? 'more')),
  }))
}

/** The profiles of all other zones. */
export function otherProfiles(values: Values, chosen: readonly string[]): (number | null)[][] {
  const columns = values.indicators.map((_, k) => values.values.flatMap((row) => row[k] ?? []))
  return values.values.flatMap((row, i) => {
    if (chosen.includes(values.zones[i]?.id ?? '')) return []
    const shares = values.indicators.map(({ better }, k) => {
      const value = row[k] ?? null
      return value === null ? null : goodness(percentilePosition(value, columns[k] ?? []), better)
    })
    return [shares]
  })
}

/** The zone and axis that stand furthest from the mean of the other chosen zones there. */
export function mostApart(profiles: readonly Profile[]): { zone: number; axis: number } | null {
  let best: { zone: number; axis: number; away: number } | null = null
  profiles.forEach(({ shares }, zone) => {
    shares.forEach((share, axis) => {
      const others = profiles.flatMap((one, i) => (i === zone ? [] : (one.shares[axis] ?? [])))
      if (share === null || others.length === 0) return
      const mean = others.reduce((sum, one) => sum + one, 0) / others.length
      const away = Math.abs(share - mean)
      if (best === null || away > best.away) best = { zone, axis, away }
    })
  })
  return best
}

/** In how many axes the first is better than the second, of those that both have. */
export function duel(a: Profile, b: Profile): { better: number; of: number } {
  const both = a.shares.flatMap((share, axis) => {
    const other = b.shares[axis] ?? null
    return share === null || other === null ? [] : [share > other]
  })
  return { better: both.filter(Boolean).length, of: both.length }
}
