import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { EVERYTHING } from './access/visitor.ts'
import { createVisitors } from './access/visitors.ts'
import { createAuth } from './accounts/auth.ts'
import { createApp } from './app.ts'
import { createBackups } from './backup/backups.ts'
import { createRates } from './border/rates.ts'
import { createReceiving } from './border/receiving.ts'
import { limitSockets, SERVER_OPTIONS } from './border/sockets.ts'
import { createComputing } from './computing/pool.ts'
import type { Config } from './config.ts'
import { createSnapshots } from './data/snapshots.ts'
import { LOCAL_PERSON } from './database/store.ts'
import { drain } from './drain.ts'
import type { Deps } from './env.ts'
import { createFront } from './front.ts'
import { createAnswers } from './http/answers.ts'
import { createIntake } from './reading/intake.ts'
import { loadSample } from './samples/service.ts'
import { createLog } from './watching/log.ts'
import { createIntegrity } from './watching/integrity.ts'
import { createMetricsServer } from './watching/metrics-server.ts'
import { createMetrics } from './watching/metrics.ts'
import { listen, openDoor, urlOf } from './listening.ts'
import { openData } from './opening.ts'
import { openWeb } from './web.ts'

export interface Running {
  url: string
  /** The page to make the first administrator, while the server waits for one; null otherwise. */
  setup: string | null
  /** Where the figures are, if they have a port of their own. */
  metrics: string | null
  log: Logger
  close(): Promise<void>
}

export async function openDeps(config: Config): Promise<Deps> {
  const log = createLog(config.log)
  const store = await openData(config)
  const snapshots = createSnapshots(store)
  const now = () => new Date()
  const files = join(config.data, 'files')
  const intake = createIntake({ store, snapshots, files, maxRows: config.maxRows, log, now })
  const backups = createBackups({ config, store, intake, log, now })
  const computing = createComputing()
  const accounts = createAuth({ config, store, log })
  const visitors = createVisitors({ config, store, auth: accounts, log, now })
  const actor = { id: LOCAL_PERSON, requestId: null, can: EVERYTHING }
  const nameOf = (id: string) => id
  const rates = createRates(config.quotas)
  const receiving = createReceiving(config.uploadsAtOnce)
  const life = { since: now(), isDraining: false }
  const metrics = createMetrics()
  const integrity = createIntegrity(store.facts.isSound, now)
  return {
    ...{
      config,
      store,
      snapshots,
      answers: createAnswers(),
      intake,
      backups,
      computing,
      log,
      now,
      actor,
    },
    ...{ accounts, visitors, nameOf },
    ...{ rates, receiving, metrics, integrity, life },
  }
}

/** The server of the figures, where they have a port of their own. */
async function openMetrics(deps: Deps): Promise<{ server: Server; url: string } | null> {
  const place = deps.config.metrics
  if (place === null) return null
  const server = createMetricsServer(deps)
  const port = await listen(server, { ...place, setting: 'PERMU_METRICS_PORT' })
  return { server, url: `${urlOf({ ...place, port })}/metrics` }
}

/**
 * Opens the store, listens, and takes up what an earlier process left unfinished; `opened` hears the
 * address beyond this machine where that has to wait for an administrator.
 */
export async function startServer(config: Config, opened: (url: string) => void): Promise<Running> {
  const deps = await openDeps(config)
  const front = createFront(createApp(deps), deps, openWeb())
  function make() {
    const server = createServer(SERVER_OPTIONS, front)
    limitSockets(server, config.maxConnections)
    return server
  }
  const door = await openDoor({ make, deps, opened })
  const metrics = await openMetrics(deps)
  deps.intake.prepare()
  await deps.intake.resume()
  deps.backups.keepMaking()
  if (config.sample !== null) await loadSample(deps, config.sample)
  const { url, setup } = door
  const close = () => drain([...door.end(), ...(metrics === null ? [] : [metrics.server])], deps)
  return { url, setup, metrics: metrics?.url ?? null, log: deps.log, close }
}
