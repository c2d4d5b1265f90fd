/** A line of the table: what was tried, what came of it, and what did not hold. */
export interface Row {
  what: string
  /** Computed from what was counted. */
  figure: string
  faults: readonly string[]
}

/** What a person may ask of a subject on the command line. */
export interface Size {
  /** How many kills, flips, files; the subject’s own long form unless said. */
  count: number | null
  minutes: number | null
  seed: number
}

/** Says how far a long run has come. */
export type Tell = (line: string) => void

export type Subject = (size: Size, tell: Tell) => Promise<Row[]>
