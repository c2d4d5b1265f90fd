import IndicatorPicker from './IndicatorPicker.svelte'
import OwnTargetForm from './OwnTargetForm.svelte'
import Suggestions from './Suggestions.svelte'
import TargetTable from './TargetTable.svelte'
import ZonePicker from './ZonePicker.svelte'

/** What stands in closed parts of the page: a browser loads it when one of them is opened. */
export const choosers = {
  IndicatorPicker,
  OwnTargetForm,
  Suggestions,
  TargetTable,
  ZonePicker,
} as const

export type Choosers = typeof choosers
