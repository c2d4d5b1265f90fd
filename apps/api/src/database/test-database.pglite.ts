import { dropDatabase } from './dialect.pg.lite.ts'

/** Whether one connection is all that the engine has. */
export const ALONE = true

let made = 0

/** A database for a test: the one of an address, else a new one, within the process. */
export async function databaseFor(known: string | undefined) {
  const address = known ?? `postgres://pglite/${String(made++)}`
  return { address, drop: () => dropDatabase(address) }
}
