import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Deps } from './env.ts'

/** Lets requests in flight end, but waits no longer than that; resolves when all connections are closed. */
async function closeServer(server: Server, milliseconds: number) {
  if (!server.listening) return
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const patience = setTimeout(() => server.closeAllConnections(), milliseconds)
  await closed
  clearTimeout(patience)
}

/**
 * Stops in order: says that nobody should come any more, takes no new connections, lets requests end, and
 * closes what was opened. A file that is still being read when time is up is read again at the next start.
 */
export async function drain(servers: readonly Server[], deps: Deps): Promise<void> {
  const { config, life } = deps
  life.isDraining = true
  await sleep(config.drainWait)
  const until = performance.now() + config.drainDeadline
  const left = () => Math.max(0, until - performance.now())
  await Promise.all(servers.map((server) => closeServer(server, config.drainDeadline)))
  await deps.backups.close()
  await deps.computing.close()
  await Promise.race([deps.intake.close(), sleep(left(), null, { ref: false })])
  deps.metrics.close()
  await deps.store.close()
}
