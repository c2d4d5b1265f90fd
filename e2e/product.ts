import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { engineFlags, SERVER_FLAGS } from '../scripts/lib/run.mjs'

const MAIN = fileURLToPath(new URL('../apps/api/src/main.ts', import.meta.url))

export interface Started {
  code: Promise<number | null>
  said: () => string
  kill: (signal: NodeJS.Signals) => void
  ready: Promise<string>
}

/** Starts the built product as `npm start` does. */
export function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [...SERVER_FLAGS, ...engineFlags(env), MAIN], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (chunk: Buffer) => (said += chunk.toString())
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /ready: (\S+)/u.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    })
    void code.then(() => reject(new Error(said)))
  })
  ready.catch(() => undefined)
  return { code, ready, said: () => said, kill: (signal) => child.kill(signal) }
}

/** The product with an empty data folder of its own. */
export async function openProduct(settings: Record<string, string> = {}) {
  const data = mkdtempSync(join(tmpdir(), 'permu-e2e-'))
  const started = start({ PERMU_DATA: data, ...settings })
  const url = await started.ready
  return {
    url,
    data,
    close: async () => {
      started.kill('SIGTERM')
      await started.code
      rmSync(data, { recursive: true, force: true })
    },
  }
}
