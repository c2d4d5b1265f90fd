import { at } from '../statistics/array.ts'
import { mean } from '../statistics/moments.ts'
import { median } from '../statistics/quantile.ts'

/** What fills a gap: the mean or median of all zones, or of the zone's own group. */
export const FILLS = ['mean', 'median', 'group-mean', 'group-median'] as const

/** One of {@link FILLS}. */
export type Fill = (typeof FILLS)[number]

/**
 * What a missing value does. `exclude`: the zone is not ranked. `reweight`: the weights are
 * normalised over what the zone has. Else it is filled, and the cell is listed.
 */
export const GAP_RULES = ['exclude', 'reweight', ...FILLS] as const

/** One of {@link GAP_RULES}. */
export type GapRule = (typeof GAP_RULES)[number]

/** The group of each zone; null = in none. */
export type Groups = readonly (string | null)[]

/** A cell that was missing and has been filled. */
export interface ImputedCell {
  readonly zone: number
  readonly criterion: number
  readonly before: null
  readonly after: number
  readonly why: Fill
}

/** Whether a rule fills gaps. */
export function isFill(rule: GapRule): rule is Fill {
  return rule !== 'exclude' && rule !== 'reweight'
}

/**
 * Values with their gaps (NaN) filled. A gap stays where the zone has no group or nobody in it has a
 * value. OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 3.
 */
export function impute(values: Float64Array, fill: Fill, groups: Groups = []): Float64Array {
  const centre = fill === 'mean' || fill === 'group-mean' ? mean : median
  if (fill === 'mean' || fill === 'median') {
    const everywhere = centre(values)
    return values.map((value) => (Number.isNaN(value) ? (everywhere ?? NaN) : value))
  }
  const centres = new Map(
    [...membersOf(groups)].map(([group, zones]) => {
      return [group, centre(Float64Array.from(zones, (zone) => at(values, zone)))]
    }),
  )
  return values.map((value, zone) => {
    if (!Number.isNaN(value)) return value
    const group = groups[zone]
    return typeof group === 'string' ? (centres.get(group) ?? NaN) : NaN
  })
}

/** The zones of each group, in order. */
export function membersOf(groups: Groups): Map<string, number[]> {
  const members = new Map<string, number[]>()
  groups.forEach((group, zone) => {
    if (group === null) return
    const list = members.get(group)
    if (list) list.push(zone)
    else members.set(group, [zone])
  })
  return members
}

/** The cells that imputation filled. */
export function imputedCells(
  { criterion, why }: { readonly criterion: number; readonly why: Fill },
  before: Float64Array,
  after: Float64Array,
): ImputedCell[] {
  return [...before.keys()].flatMap((zone) => {
    const value = at(after, zone)
    if (!Number.isNaN(at(before, zone)) || Number.isNaN(value)) return []
    return [{ zone, criterion, before: null, after: value, why }]
  })
}
