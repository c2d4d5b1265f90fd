import type { Dimension } from '../dimension.ts'
import { ONE, type Ratio } from '../ratio.ts'

/** A unit without multiplier or denominator; `names` are what files write, in lower case without spaces. */
export interface Atom {
  readonly id: string
  readonly en: string
  readonly dimension: Dimension
  readonly factor: Ratio
  readonly names: readonly string[]
}

export function atoms(dimension: Dimension, rows: readonly AtomRow[]): readonly Atom[] {
  return rows.map(({ id, en, names, factor = ONE }) => ({
    id,
    en,
    dimension,
    factor,
    names: [id.toLowerCase(), en.toLowerCase(), ...names.split(' ')].filter((name) => name !== ''),
  }))
}

interface AtomRow {
  readonly id: string
  readonly en: string
  readonly names: string
  readonly factor?: Ratio
}
