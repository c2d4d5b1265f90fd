import { PER_MU } from '../indicators/source.ts'
import type { Source } from '../indicator.ts'

/** What an indicator is divided by, and its weight, in one place and year. */
export interface PublishedBase {
  readonly indicator: string
  readonly unit: string
  readonly weight: number
  readonly bases: Readonly<Record<'2021' | '2022', number>>
}

/**
 * Weights and bases of the per-mu performance assessment of large firms in Huangyan (Taizhou,
 * Zhejiang). The base is set anew each year: scores of two years compare on one base only. R&D
 * intensity, published as 0.0305 and 0.0302, stands in per cent.
 */
export const HUANGYAN: {
  readonly source: Source
  readonly indicators: readonly PublishedBase[]
} = {
  source: PER_MU,
  indicators: [
    base('tax-per-land', '万元/亩', 30, [26.01, 24.097]),
    base('value-added-per-land', '万元/亩', 20, [132.27, 136.16]),
    base('energy-productivity', '万元/吨标煤', 20, [2.54, 2.694]),
    base('emission-productivity', '万元/吨', 10, [4861.08, 4929.81]),
    base('labour-productivity', '万元/人', 10, [17.45, 18.14]),
    base('rd-intensity', '%', 10, [3.05, 3.02]),
  ],
}

function base(
  ...[indicator, unit, weight, [first, second]]: [string, string, number, [number, number]]
): PublishedBase {
  return { indicator, unit, weight, bases: { '2021': first, '2022': second } }
}
