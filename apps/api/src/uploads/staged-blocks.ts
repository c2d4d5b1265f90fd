/** What is known of a block without reading it again. */
export interface StagedBlock {
  slots: readonly number[]
  /** How many of its cells have a value. */
  present: number
}

export type StagedBlocks = ReadonlyMap<number, StagedBlock>

const UPLOADS_KEPT = 8
const known = new Map<string, StagedBlocks>()

/** Keeps in mind what was staged of an upload, by block number: most are compared right after. */
export function rememberStaged(upload: string, staged: StagedBlocks) {
  known.delete(upload)
  known.set(upload, staged)
  const [oldest] = known.keys()
  if (known.size > UPLOADS_KEPT && oldest !== undefined) known.delete(oldest)
}

/** The blocks of the upload may no longer be what they were. */
export const forgetStaged = (upload: string) => void known.delete(upload)

/** The store holds something else now. */
export const forgetAllStaged = () => known.clear()

/** Null where this process did not stage the block, or no longer knows. */
export function stagedBlock(upload: string, block: number): StagedBlock | null {
  return known.get(upload)?.get(block) ?? null
}
