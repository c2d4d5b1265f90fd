import { accessSync, constants, mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { dirname, join } from 'node:path'
import { createAuth } from './accounts/auth.ts'
import { createVisitors } from './access/visitors.ts'
import { EVERYTHING } from './access/visitor.ts'
import { createApp } from './app.ts'
import { createBackups } from './backup/backups.ts'
import { makeBackup } from './backup/make.ts'
import { createRates } from './border/rates.ts'
import { createReceiving } from './border/receiving.ts'
import { limitSockets, SERVER_OPTIONS } from './border/sockets.ts'
import { createComputing } from './computing/pool.ts'
import type { Config } from './config.ts'
import { createSnapshots } from './data/snapshots.ts'
import { DatabaseRefused } from './database/refusal.ts'
import { syncFolder } from './database/seal.ts'
import { LOCAL_PERSON, openStore, type Store } from './database/store.ts'
import { drain } from './drain.ts'
import type { Deps } from './env.ts'
import { createFront } from './front.ts'
import { createIntake } from './reading/intake.ts'
import { loadSample } from './samples/service.ts'
import { sweepFiles } from './uploads/sweep.ts'
import { createLog } from './watching/log.ts'
import { createIntegrity } from './watching/integrity.ts'
import { createMetricsServer } from './watching/metrics-server.ts'
import { createMetrics } from './watching/metrics.ts'
import { openWeb } from './web.ts'

export interface Running {
  url: string
  /** Where the figures are, if they have a port of their own. */
  metrics: string | null
  close(): Promise<void>
}

/** A start that cannot be: one sentence for the person who tried. */
export class StartError extends Error {}

function prepareFolder(path: string) {
  try {
    const made = mkdirSync(path, { recursive: true })
    if (made !== undefined) syncFolder(dirname(made))
    accessSync(path, constants.W_OK)
  } catch {
    throw new StartError(
      `The data folder ${path} cannot be written; set PERMU_DATA to one that can.`,
    )
  }
}

/** The store, or one sentence about why it must not be opened. */
async function openData(config: Config): Promise<Store> {
  const path = join(config.data, 'permu.db')
  try {
    return await openStore(path, {
      beforeMigration: () => makeBackup(config, { reason: 'migration', at: new Date() }),
    })
  } catch (error) {
    if (error instanceof DatabaseRefused) throw new StartError(error.message)
    throw error
  }
}

export async function openDeps(config: Config): Promise<Deps> {
  prepareFolder(config.data)
  const log = createLog(config.log)
  const store = await openData(config)
  const snapshots = createSnapshots(store)
  const now = () => new Date()
  const files = join(config.data, 'files')
  await sweepFiles(files)
  const intake = createIntake({ store, snapshots, files, log, now })
  const backups = createBackups({ config, store, intake, log, now })
  const computing = createComputing()
  const rates = createRates(config.quotas)
  const receiving = createReceiving(config.uploadsAtOnce)
  const life = { since: now(), isDraining: false }
  const metrics = createMetrics()
  const accounts = createAuth({ config, store, log })
  const visitors = createVisitors({ config, store, auth: accounts, log, now })
  const actor = { id: LOCAL_PERSON, requestId: null, can: EVERYTHING }
  const nameOf = (id: string) => id
  const integrity = createIntegrity(join(config.data, 'permu.db'), now)
  return {
    ...{ config, store, snapshots, intake, backups, computing, accounts, visitors },
    ...{ rates, receiving, metrics, integrity, life, log, now, actor, nameOf },
  }
}

interface Place {
  host: string
  port: number
  /** The setting that can name another port. */
  setting: string
}

function listen(server: Server, { host, port, setting }: Place): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') reject(error)
      else reject(new StartError(`Port ${String(port)} is taken; set ${setting} to a free one.`))
    })
    server.listen(port, host, () => {
      const address = server.address()
      const actual = typeof address === 'object' && address ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${String(actual)}`)
    })
  })
}

/** The server of the figures, where they have a port of their own. */
async function openMetrics(deps: Deps): Promise<{ server: Server; url: string } | null> {
  const place = deps.config.metrics
  if (place === null) return null
  const server = createMetricsServer(deps)
  const url = await listen(server, { ...place, setting: 'PERMU_METRICS_PORT' })
  return { server, url: `${url}/metrics` }
}

/** Opens the store, listens, and takes up what an earlier process left unfinished. */
export async function startServer(config: Config): Promise<Running> {
  const deps = await openDeps(config)
  const front = createFront(createApp(deps), deps, openWeb())
  const server = createServer(SERVER_OPTIONS, front)
  limitSockets(server, config.maxConnections)
  const url = await listen(server, { ...config, setting: 'PORT' })
  const metrics = await openMetrics(deps)
  deps.intake.prepare()
  await deps.intake.resume()
  deps.backups.keepMaking()
  if (config.sample !== null) await loadSample(deps, config.sample)
  const servers = metrics === null ? [server] : [server, metrics.server]
  return { url, metrics: metrics?.url ?? null, close: () => drain(servers, deps) }
}
