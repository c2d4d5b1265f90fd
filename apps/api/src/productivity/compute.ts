import {
  cobbDouglas,
  malmquist,
  multilateralTornqvist,
  type CobbDouglasFault,
  type CobbDouglasResult,
  type Column,
  type MalmquistOptions,
  type PanelPeriod,
  type TornqvistFault,
  type TornqvistResult,
} from '@permu/metrics'

export interface MalmquistAsk {
  readonly periods: readonly PanelPeriod[]
  readonly options: MalmquistOptions
}

/** Changes between neighbouring periods. */
export const computeMalmquist = ({ periods, options }: MalmquistAsk) => malmquist(periods, options)

/** What levels are computed from in one period; worth is left out for a single quantity. */
export interface LevelColumns extends PanelPeriod {
  readonly revenues: readonly Column[] | null
  readonly costs: readonly Column[] | null
}

export interface LevelsAsk {
  readonly kind: 'cobb-douglas' | 'tornqvist'
  readonly periods: readonly LevelColumns[]
  readonly elasticities: readonly number[] | 'estimated'
}

type Levels = CobbDouglasResult | CobbDouglasFault | TornqvistResult | TornqvistFault

/** Levels in each period. */
export function computeLevels({ kind, periods, elasticities }: LevelsAsk): Levels[] {
  return periods.map(({ inputs, outputs, revenues, costs }) => {
    const [output] = outputs
    if (kind === 'cobb-douglas') {
      return output ? cobbDouglas(output, inputs, elasticities) : { error: 'no-outputs' as const }
    }
    return multilateralTornqvist(
      { quantities: outputs, ...(revenues && { worth: revenues }) },
      { quantities: inputs, ...(costs && { worth: costs }) },
    )
  })
}
