const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow', 'pin'] as const
export type Symbol = (typeof SYMBOLS)[number]

/** The shape of the i-th chosen zone: it tells zones apart where colour does not. */
export const symbolAt = (i: number): Symbol => SYMBOLS[i % SYMBOLS.length] ?? 'circle'

/** Grey that shows on light and dark paper, for the zones that are not chosen. */
export const CROWD_COLOUR = '#888888'

/** A value on an axis that others are held against, with its name. */
export interface Mark {
  readonly value: number
  readonly label: string
}

/** Dashed lines across the plot, at values of the given axis. */
export function markLineAt(axis: 'xAxis' | 'yAxis', marks: readonly Mark[]) {
  if (marks.length === 0) return {}
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { type: 'dashed' as const, width: 1 },
      data: marks.map(({ value, label }) => ({
        [axis]: value,
        label: { formatter: label, position: 'end' as const },
      })),
    },
  }
}

/** The key of a line whose colour goes with the i-th chosen zone whatever its name. */
export const seriesName = (name: string, i: number): string => `${String(i + 1)} ${name}`
