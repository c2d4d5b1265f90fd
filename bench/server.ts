import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { engineFlags, SERVER_ENVIRONMENT, SERVER_FLAGS } from '../scripts/lib/run.mjs'

const MAIN = fileURLToPath(new URL('../apps/api/src/main.ts', import.meta.url))
const CACHE = fileURLToPath(new URL('../.permu/compile-cache', import.meta.url))

export interface BenchServer {
  url: string
  /** The most memory the process has held, in MB; null where the system does not tell. */
  peakMemory(): number | null
  stop(): Promise<void>
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /ready: (\S+)/u.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('exit', () => reject(new Error(`the server stopped: ${said}`)))
  })
}

/** Until its reading thread is ready, as that of any server that has run for a while. */
const SETTLING = 2_000

export function readPeak(pid: number | 'self'): number | null {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
    const kilobytes = /VmHWM:\s+(\d+)/u.exec(status)?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}

/** The product in a process of its own, as `npm start` runs it, on a free port, with an empty data folder. */
export async function startBenchServer(
  settings: Record<string, string> = {},
): Promise<BenchServer> {
  const data = mkdtempSync(join(tmpdir(), 'permu-bench-'))
  const child = spawn(process.execPath, [...engineFlags(settings), ...SERVER_FLAGS, MAIN], {
    env: {
      NODE_COMPILE_CACHE: CACHE,
      NODE_ENV: 'production',
      ...SERVER_ENVIRONMENT,
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      PERMU_DATA: data,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await ready(child)
  await setTimeout(SETTLING)
  return {
    url,
    peakMemory: () => (child.pid === undefined ? null : readPeak(child.pid)),
    stop: async () => {
      const stopped = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await stopped
      rmSync(data, { recursive: true, force: true })
    },
  }
}
