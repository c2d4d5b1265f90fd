type Code = 'unauthorized' | 'forbidden'

let code = $state<Code | null>(null)

/** The refusal of the last attempt on this page, for the one place that tells it. */
export const refused = {
  get code(): Code | null {
    return code
  },
  /** Called with the code of every problem; only those about the account are kept. */
  note(seen: string): void {
    // On the server this module is shared by all visitors.
    if (typeof document === 'undefined') return
    if (seen === 'unauthorized' || seen === 'forbidden') code = seen
  },
  forget(): void {
    code = null
  },
}
