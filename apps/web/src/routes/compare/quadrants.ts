import type { Bubble } from './bubbles.ts'

export const QUADRANTS = ['highHigh', 'lowHigh', 'lowLow', 'highLow'] as const
export type QuadrantName = (typeof QUADRANTS)[number]

export interface Quadrant {
  readonly id: QuadrantName
  readonly count: number
  /** The names of the chosen zones in it. */
  readonly chosen: readonly string[]
}

function nameOf({ x, y }: Bubble, at: { readonly x: number; readonly y: number }): QuadrantName {
  if (y >= at.y) return x >= at.x ? 'highHigh' : 'lowHigh'
  return x >= at.x ? 'highLow' : 'lowLow'
}

/** Which points stand in which quadrant; one on a line counts as above it. */
export function quadrantsOf(
  points: readonly Bubble[],
  at: { readonly x: number; readonly y: number },
): Quadrant[] {
  return QUADRANTS.map((id) => {
    const inside = points.filter((point) => nameOf(point, at) === id)
    const chosen = inside.filter(({ picked }) => picked === true).map(({ name }) => name)
    return { id, count: inside.length, chosen }
  })
}
