import { composite } from '@permu/metrics'
import AddCriterion from './AddCriterion.svelte'
import FaultText from './FaultText.svelte'
import MethodChooser from './MethodChooser.svelte'
import MethodLines from './MethodLines.svelte'

/**
 * What the page shows only when it is opened, and what ranks by any method that is chosen there: a
 * browser loads it then. Weighted means are ranked without it.
 */
export const panels = {
  AddCriterion,
  FaultText,
  MethodChooser,
  MethodLines,
  rank: composite,
} as const

export type Panels = typeof panels
