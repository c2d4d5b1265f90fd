import { solveFrontier, type Column, type FrontierOptions } from '@permu/metrics'

export interface FrontierAsk {
  readonly inputs: readonly Column[]
  readonly outputs: readonly Column[]
  readonly options: FrontierOptions
}

/** Zones beside their frontier, or what is wrong with the options. */
export const computeFrontier = ({ inputs, outputs, options }: FrontierAsk) =>
  solveFrontier(inputs, outputs, options)
