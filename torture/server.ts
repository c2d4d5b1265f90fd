import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { engineFlags, SERVER_ENVIRONMENT, SERVER_FLAGS } from '../scripts/lib/run.mjs'

const MAIN = fileURLToPath(new URL('../apps/api/src/main.ts', import.meta.url))
const CACHE = fileURLToPath(new URL('../.permu/compile-cache', import.meta.url))

/** The product in a process of its own, as `npm start` runs it. */
export interface Server {
  url: string
  pid: number
  /** Ends it as a failing machine would. */
  kill(): Promise<void>
  /** Ends it as a person would; its exit code. */
  stop(): Promise<number | null>
  /** Resolves when it has ended, however. */
  ended: Promise<number | null>
  said(): string
}

export interface Launch {
  data: string
  settings?: Record<string, string>
}

/** A process that may not come to be ready: it is told what it said and how it ended. */
export interface Launched extends Omit<Server, 'url'> {
  /** The address; null where it ended before. */
  ready: Promise<string | null>
}

/** Starts the product on a free port. */
export function launch({ data, settings = {} }: Launch): Launched {
  const child = spawn(process.execPath, [...SERVER_FLAGS, ...engineFlags(settings), MAIN], {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: CACHE,
      NODE_ENV: 'production',
      ...SERVER_ENVIRONMENT,
      PORT: '0',
      HOST: '127.0.0.1',
      PERMU_DATA: data,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ready = new Promise<string | null>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /ready: (\S+)/u.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', () => resolve(null))
  })
  async function end(signal: NodeJS.Signals) {
    child.kill(signal)
    return ended
  }
  return {
    pid: child.pid ?? 0,
    ready,
    ended,
    said: () => said,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

/** Starts the product and waits until it answers. */
export async function serve(how: Launch): Promise<Server> {
  const launched = launch(how)
  const url = await launched.ready
  if (url === null) throw new Error(`the server did not start: ${launched.said()}`)
  return { ...launched, url }
}
