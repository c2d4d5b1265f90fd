import { untrack } from 'svelte'

/** Does at once what opening does, for a part that was opened before the scripts came. */
export const ifOpen = (work: () => void) => (details: HTMLDetailsElement) =>
  untrack(() => {
    if (details.open) work()
  })
