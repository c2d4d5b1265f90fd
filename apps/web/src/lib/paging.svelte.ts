interface Page {
  readonly next: string | null
}

/** Pages that are asked for one by one; asking again keeps the place. */
export class Pages<P extends Page> {
  page = $state.raw<P | null>(null)
  failed = $state(false)
  busy = $state(false)
  #cursors = $state<(string | null)[]>([null])
  #asked = 0
  readonly #ask: (cursor: string | null) => Promise<P>

  constructor(ask: (cursor: string | null) => Promise<P>, first: P | null) {
    this.#ask = ask
    this.page = first
  }

  /** The number of the page that is shown, from 1. */
  get number(): number {
    return this.#cursors.length
  }

  first = (): Promise<void> => this.#show([null])
  again = (): Promise<void> => this.#show(this.#cursors)
  back = (): Promise<void> => this.#show(this.#cursors.slice(0, -1))
  next = (): Promise<void> =>
    this.page?.next ? this.#show([...this.#cursors, this.page.next]) : Promise.resolve()

  async #show(wanted: readonly (string | null)[]): Promise<void> {
    const cursors = wanted.length === 0 ? [null] : [...wanted]
    const asked = ++this.#asked
    this.busy = true
    try {
      const page = await this.#ask(cursors.at(-1) ?? null)
      if (asked !== this.#asked) return
      this.page = page
      this.#cursors = cursors
      this.failed = false
    } catch {
      if (asked === this.#asked) this.failed = true
    } finally {
      if (asked === this.#asked) this.busy = false
    }
  }
}
