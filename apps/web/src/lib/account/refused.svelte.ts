type Code = 'unauthorized' | 'forbidden'

let code = $state<Code | null>(null)
let zones = $state.raw<readonly string[]>([])

/** The refusal of the last attempt on this page, for the one place that tells it. */
export const refused = {
  get code(): Code | null {
    return code
  },
  /** The zones that are not one's own, where those are the reason. */
  get zones(): readonly string[] {
    return zones
  },
  /** Called with the code of every problem; only those about the account are kept. */
  note(seen: string, foreign: readonly string[]): void {
    // On the server this module is shared by all visitors.
    if (typeof document === 'undefined') return
    if (seen !== 'unauthorized' && seen !== 'forbidden') return
    code = seen
    zones = foreign
  },
  forget(): void {
    code = null
  },
}
