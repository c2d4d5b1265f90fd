import type { LegendEntry } from './legend.ts'

/** The signs of legends as paths in a box of 20 × 12. */
export const SHAPES: Readonly<Record<LegendEntry['sign'], string>> = {
  line: 'M1 6H19',
  dashes: 'M1 6H6M8 6H13M15 6H19',
  bar: 'M3 1H17V11H3Z',
  rect: 'M5 1H15V11H5Z',
  circle: 'M10 1.5A4.5 4.5 0 1 1 9.9 1.5Z',
  diamond: 'M10 0L16 6L10 12L4 6Z',
  triangle: 'M10 1L16 11H4Z',
  arrow: 'M10 0L16 12L10 9L4 12Z',
}

/** Signs that are drawn as strokes and not filled. */
export const isLine = (sign: LegendEntry['sign']): boolean => sign === 'line' || sign === 'dashes'
