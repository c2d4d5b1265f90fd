import { randomUUID } from 'node:crypto'

const SENT = /^[\w-]{8,64}$/u

/** The id of a request: what was sent along, where that can be one. */
export const requestIdOf = (sent: string | undefined) =>
  sent !== undefined && SENT.test(sent) ? sent : randomUUID()
