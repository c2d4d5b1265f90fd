import { accessSync, constants, mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { pino } from 'pino'
import { createAuth } from './accounts/auth.ts'
import { createVisitors } from './access/visitors.ts'
import { EVERYTHING } from './access/visitor.ts'
import { createApp } from './app.ts'
import { createBackups } from './backup/backups.ts'
import { makeBackup } from './backup/make.ts'
import { createComputing } from './computing/pool.ts'
import type { Config } from './config.ts'
import { createSnapshots } from './data/snapshots.ts'
import { DatabaseRefused } from './database/refusal.ts'
import { syncFolder } from './database/seal.ts'
import { LOCAL_PERSON, openStore, type Store } from './database/store.ts'
import type { Deps } from './env.ts'
import { compressed } from './http/compress.ts'
import { isOwnName } from './http/own-name.ts'
import { createIntake } from './reading/intake.ts'
import { loadSample } from './samples/service.ts'
import { filesFolder } from './uploads/service.ts'
import { sweepFiles } from './uploads/sweep.ts'
import { isApiPath, openWeb, type WebHandler } from './web.ts'

export interface Running {
  url: string
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
  const log = pino({ level: config.log })
  const store = await openData(config)
  const snapshots = createSnapshots(store)
  const now = () => new Date()
  const files = join(config.data, 'files')
  const intake = createIntake({ store, snapshots, files, log, now })
  const backups = createBackups({ config, store, intake, log, now })
  const computing = createComputing()
  const accounts = createAuth({ config, store, log })
  const visitors = createVisitors({ config, store, auth: accounts, log, now })
  const actor = { id: LOCAL_PERSON, requestId: null, can: EVERYTHING }
  const nameOf = (id: string) => id
  const own = { config, store, snapshots, intake, backups, computing, accounts, visitors }
  return { ...own, log, now, actor, nameOf }
}

function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') reject(error)
      else reject(new StartError(`Port ${String(port)} is taken; set PORT to a free one.`))
    })
    server.listen(port, host, () => {
      const address = server.address()
      const actual = typeof address === 'object' && address ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${String(actual)}`)
    })
  })
}

const GRACE = 10_000

/** Lets requests in flight end, then closes what was opened, in the opposite order. */
async function drain(server: Server, deps: Deps) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const patience = setTimeout(() => server.closeAllConnections(), GRACE)
  await closed
  clearTimeout(patience)
  await deps.backups.close()
  await deps.computing.close()
  await deps.intake.close()
  await deps.store.close()
}

function refuseName(response: ServerResponse) {
  response.writeHead(401, { 'content-type': 'text/plain; charset=utf-8' })
  response.end('This host name is not served here; PERMU_ALLOWED_HOSTS can name it.\n')
}

/** Where this machine reaches a server that may listen on every address. */
function ownAddress(url: string): string {
  return url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:')
}

/**
 * Opens the store, listens, and takes up what an earlier process left unfinished; `announce` hears
 * the address before the dashboard, which asks the API there, is loaded.
 */
export async function startServer(
  config: Config,
  announce: (address: string) => void,
): Promise<Running> {
  const deps = await openDeps(config)
  await sweepFiles(deps.store, filesFolder(deps))
  const api = getRequestListener(createApp(deps).fetch)
  const web: { answer: Promise<WebHandler> | null } = { answer: null }
  const route = (request: IncomingMessage, response: ServerResponse) => {
    if (isApiPath(request.url ?? '/')) void api(request, response)
    else if (!isOwnName(request.headers.host ?? '', config)) refuseName(response)
    else void web.answer?.then((handler) => handler(request, response))
  }
  const server = createServer((request, response) =>
    compressed(request, response, () => route(request, response)),
  )
  server.requestTimeout = 0
  const url = await listen(server, config)
  announce(ownAddress(url))
  deps.intake.prepare()
  web.answer = openWeb()
  await web.answer
  await deps.intake.resume()
  deps.backups.keepMaking()
  if (config.sample !== null) await loadSample(deps, config.sample)
  return { url, close: () => drain(server, deps) }
}
