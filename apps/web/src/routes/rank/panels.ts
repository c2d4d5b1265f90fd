import AddCriterion from './AddCriterion.svelte'
import FaultText from './FaultText.svelte'
import MethodChooser from './MethodChooser.svelte'
import MethodLines from './MethodLines.svelte'

/** What the page shows only when it is opened: a browser loads it then. */
export const panels = { AddCriterion, FaultText, MethodChooser, MethodLines } as const

export type Panels = typeof panels
