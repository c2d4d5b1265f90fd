import type { Names, Ranking, Series } from '@permu/api/client'
import { median } from '#lib/statistics.ts'

/** One quantity over all zones: its median in each period, and how many zones have it now. */
export interface Middle {
  readonly id: string
  readonly name: Names
  readonly unit: string | null
  readonly medians: readonly (number | null)[]
  readonly now: number | null
  readonly covered: number
  readonly zones: number
}

export interface Standing {
  readonly criteria: readonly Names[]
  readonly ranked: number
  readonly lacking: number
  readonly top: readonly {
    readonly zone: string
    readonly name: string
    readonly rank: number
    readonly score: number
  }[]
}

const TOP = 5

/** The medians of a series for the cards; `period` is the one whose coverage counts. */
export function middlesOf(series: Series, period: string): Middle[] {
  const at = series.periods.indexOf(period)
  return series.indicators.map(({ id, name, unit }, k) => {
    const rows = series.values[k] ?? []
    const of = (p: number) => rows.flatMap((row) => row[p] ?? [])
    const present = of(at)
    return {
      id,
      name,
      unit,
      medians: series.periods.map((_, p) => median(of(p))),
      now: median(present),
      covered: present.length,
      zones: series.zones.length,
    }
  })
}

/** What the first page says of a ranking: how many stand in it, how many cannot, who leads. */
export function standingOf({ method, rows, excluded }: Ranking): Standing {
  const top = rows.toSorted((a, b) => a.rank - b.rank).slice(0, TOP)
  return {
    criteria: method.criteria.map(({ name }) => name),
    ranked: rows.length,
    // A zone stands there once for every criterion it lacks.
    lacking: new Set(excluded.map(({ zone }) => zone)).size,
    top: top.map(({ zone, name, rank, score }) => ({ zone, name, rank, score })),
  }
}
