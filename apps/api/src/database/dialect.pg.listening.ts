import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

/** Milliseconds before it is tried again to reach the server. */
const AGAIN_AFTER = 1000

/**
 * Hears what is told on a channel, by a connection of its own; one that breaks is made anew, and what is
 * told meanwhile is not heard.
 */
export function listenAt(connectionString: string) {
  return async (channel: string, heard: (message: string) => void) => {
    const ended = new AbortController()
    let client: Client | null = null

    async function connect() {
      const one = new Client({ connectionString, application_name: 'permu', keepAlive: true })
      one.on('notification', ({ payload }) => heard(payload ?? ''))
      one.on('error', () => undefined)
      await one.connect()
      await one.query(`listen ${channel}`)
      client = one
      one.once('end', () => void again(one))
    }

    async function again(broken: Client) {
      if (client === broken) client = null
      while (client === null && !ended.signal.aborted) {
        await sleep(AGAIN_AFTER, null, { ref: false })
        await connect().catch(() => undefined)
      }
    }

    await connect()
    return async () => {
      ended.abort()
      await client?.end()
    }
  }
}
