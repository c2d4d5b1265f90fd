import type { copyDatabase as Copy, inspectCopy as Inspect } from './dialect.sqlite.copy.ts'
import type { lockDatabase as Lock } from './dialect.sqlite.lock.ts'
import type { clearMark as Clear } from './dialect.sqlite.mark.ts'
import type { dropSums as Drop } from './dialect.sqlite.sums.ts'

/** A database at a server is no file of ours: it is copied and put back by the server's own tools. */

function none(): never {
  throw new Error('a database at a server is no file')
}

export const copyDatabase: typeof Copy = async () => none()
export const inspectCopy: typeof Inspect = async () => none()
export const lockDatabase: typeof Lock = none
export const clearMark: typeof Clear = none
export const dropSums: typeof Drop = none
