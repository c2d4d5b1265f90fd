import { accessSync, constants, mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { pino } from 'pino'
import { createAuth } from './accounts/auth.ts'
import { createVisitors } from './access/visitors.ts'
import { EVERYTHING } from './access/visitor.ts'
import { createApp } from './app.ts'
import { createComputing } from './computing/pool.ts'
import type { Config } from './config.ts'
import { createSnapshots } from './data/snapshots.ts'
import { LOCAL_PERSON, openStore } from './database/store.ts'
import type { Deps } from './env.ts'
import { compressed } from './http/compress.ts'
import { isOwnName } from './http/own-name.ts'
import { createIntake } from './reading/intake.ts'
import { loadSample } from './samples/service.ts'
import { openDoor, StartError, type Listening } from './listening.ts'
import { isApiPath, openWeb, type WebHandler } from './web.ts'

export type Running = Listening

/** What a start tells while it goes on. */
export interface Told {
  /** The address, before the dashboard, which asks the API there, is loaded. */
  announce(address: string): void
  /** The address beyond this machine, when there is an administrator at last. */
  opened(url: string): void
}

function prepareFolder(path: string) {
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.W_OK)
  } catch {
    throw new StartError(
      `The data folder ${path} cannot be written; set PERMU_DATA to one that can.`,
    )
  }
}

export async function openDeps(config: Config): Promise<Deps> {
  prepareFolder(config.data)
  const log = pino({ level: config.log })
  const store = await openStore(join(config.data, 'permu.db'))
  const snapshots = createSnapshots(store)
  const now = () => new Date()
  const files = join(config.data, 'files')
  const intake = createIntake({ store, snapshots, files, log, now })
  const computing = createComputing()
  const accounts = createAuth({ config, store, log })
  const visitors = createVisitors({ config, store, auth: accounts, log, now })
  const actor = { id: LOCAL_PERSON, requestId: null, can: EVERYTHING }
  const nameOf = (id: string) => id
  const own = { config, store, snapshots, intake, computing, accounts, visitors }
  return { ...own, log, now, actor, nameOf }
}

/** Closes what was opened, in the opposite order, when requests in flight have ended. */
async function drain(listening: Listening, deps: Deps) {
  await listening.close()
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

/** Opens the store, listens, and takes up what an earlier process left unfinished. */
export async function startServer(config: Config, { announce, opened }: Told): Promise<Running> {
  const deps = await openDeps(config)
  const api = getRequestListener(createApp(deps).fetch)
  const web: { answer: Promise<WebHandler> | null } = { answer: null }
  const route = (request: IncomingMessage, response: ServerResponse) => {
    if (isApiPath(request.url ?? '/')) void api(request, response)
    else if (!isOwnName(request.headers.host ?? '', config)) refuseName(response)
    else void web.answer?.then((handler) => handler(request, response))
  }
  function make() {
    const server = createServer((request, response) =>
      compressed(request, response, () => route(request, response)),
    )
    server.requestTimeout = 0
    return server
  }
  const listening = await openDoor({ make, deps, opened })
  announce(ownAddress(listening.url))
  deps.intake.prepare()
  web.answer = openWeb()
  await web.answer
  await deps.intake.resume()
  if (config.sample !== null) await loadSample(deps, config.sample)
  return { ...listening, close: () => drain(listening, deps) }
}
