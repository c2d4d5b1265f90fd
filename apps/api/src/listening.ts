import type { Server } from 'node:http'
import { hasAdministrator } from './accounts/queries.ts'
import { forgetToken, setupToken } from './accounts/setup.ts'
import type { Deps } from './env.ts'

/** A start that cannot be: one sentence for the person who tried. */
export class StartError extends Error {}

interface Place {
  host: string
  port: number
}

/** Resolves to the port, which the system chooses for 0; `setting` is what can name another one. */
export function listen(
  server: Server,
  { host, port, setting }: Place & { setting: string },
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') reject(error)
      else reject(new StartError(`Port ${String(port)} is taken; set ${setting} to a free one.`))
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

export const urlOf = ({ host, port }: Place) =>
  `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`

/** Where the server is reached, and what is left to do before others reach it. */
export interface Listening {
  url: string
  /** The page to make the first administrator, while the server waits for one; null otherwise. */
  setup: string | null
  /** Opens no further; answers the servers that are to be closed. */
  end(): readonly Server[]
}

type Door = Pick<Deps, 'config' | 'store' | 'visitors' | 'log'>

const THIS_MACHINE = '127.0.0.1'
/** Milliseconds between looks whether there is an administrator. */
const LOOK = 1000

interface Open {
  servers: Server[]
  timer: NodeJS.Timeout | null
}

/** Addresses that leave no room for another one at the same port. */
const EVERYWHERE = new Set(['0.0.0.0', '::'])

/** Goes over from this machine to the address that is set, once there is an administrator. */
function openLater(open: Open, place: Place, { make, deps, opened }: Opening) {
  async function look() {
    if (!(await hasAdministrator(deps.store.read))) return later()
    deps.visitors.expose()
    // Elsewhere the dashboard goes on asking the API at the address where it found it.
    if (EVERYWHERE.has(place.host)) for (const server of open.servers.splice(0)) server.close()
    const server = make()
    await listen(server, { ...place, setting: 'PORT' })
    open.servers.push(server)
    forgetToken(deps)
    opened(urlOf(place))
  }
  function later() {
    open.timer = setTimeout(() => {
      look().catch((error: unknown) => {
        deps.log.error({ err: error }, 'could not listen beyond this machine')
        later()
      })
    }, LOOK)
  }
  later()
}

interface Opening {
  make: () => Server
  deps: Door
  /** Called with the address when the server begins to listen beyond this machine. */
  opened(url: string): void
}

/**
 * Listens where the settings say; where that is beyond this machine, only once there is an
 * administrator, and until then on this machine.
 */
export async function openDoor(opening: Opening): Promise<Listening> {
  const { make, deps, opened } = opening
  const { host, port, loopback } = deps.config
  const isSafe = loopback || (await hasAdministrator(deps.store.read))
  if (isSafe && !loopback) deps.visitors.expose()
  const server = make()
  const open: Open = { servers: [server], timer: null }
  const place = { host: isSafe ? host : THIS_MACHINE, port }
  const actual = { ...place, port: await listen(server, { ...place, setting: 'PORT' }) }
  const url = urlOf(actual)
  if (!isSafe) openLater(open, { host, port: actual.port }, { make, deps, opened })
  return {
    url,
    setup: isSafe ? null : `${url}/setup?token=${setupToken(deps)}`,
    end: () => {
      if (open.timer !== null) clearTimeout(open.timer)
      return open.servers
    },
  }
}
