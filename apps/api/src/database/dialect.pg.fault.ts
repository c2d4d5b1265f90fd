/** Codes of the engine, told without naming it: https://www.postgresql.org/docs/15/errcodes-appendix.html */

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

/**
 * The failure itself: the query builder puts it into one of its own, whose message holds all values of
 * the statement, secrets too.
 */
export function failureOf(error: unknown): unknown {
  const isWrapped = error instanceof Error && 'query' in error && 'params' in error
  return isWrapped && error.cause !== undefined ? error.cause : error
}

const DISK_FULL = '53100'

/** Whether a failure of the engine means that the disk has no room. */
export const isEngineFull = (error: unknown): boolean => codeOf(failureOf(error)) === DISK_FULL

const SERIALISATION = '40001'
const DEADLOCK = '40P01'

/** Whether the same transaction may well succeed when it is begun again. */
export const isConflict = (error: unknown): boolean =>
  [SERIALISATION, DEADLOCK].includes(codeOf(error))

const TAKEN = '23505'

/** Whether a row is there already whose key must be the only one. */
export const isTaken = (error: unknown): boolean => codeOf(error) === TAKEN

// Of the system: those that mean that the server cannot be reached.
const UNREACHABLE = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOENT'],
])
/** Connection exceptions, and a server that stops, has stopped, or is not up yet. */
const CONNECTION = /^(08|57P0[123])/u
const ENDED =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/u

/** Whether the connection is gone, whatever was asked. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  return UNREACHABLE.has(code) || CONNECTION.test(code) || ENDED.test(error.message)
}
