import { spawnSync } from 'node:child_process'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SOURCE = fileURLToPath(new URL('shim.c', import.meta.url))

/** The kinds of calls that can be made to fail. */
export const CALLS = { write: 1, sync: 2, rename: 4, truncate: 8, open: 16 } as const
export type Call = keyof typeof CALLS

export interface Order {
  calls: readonly Call[]
  /** The n-th such call from now on. */
  at: number
  /** Null: the process is killed there. */
  error: 'EIO' | 'ENOSPC' | null
  /** Whether all later ones fail as well, as on a full disk. */
  lasting?: boolean
}

/** A server’s calls to the system for one data folder, in our hands. */
export interface Shim {
  /** The environment that puts it in place. */
  settings(data: string): Record<string, string>
  arm(order: Order): void
  disarm(): void
  /** Whether the call that was to fail has come. */
  fired(): boolean
  remove(): void
}

const WORDS = 6

function build(folder: string): string | null {
  const library = join(folder, 'shim.so')
  const args = ['-shared', '-fPIC', '-O1', '-w', '-o', library, SOURCE, '-ldl']
  return spawnSync('gcc', args).status === 0 ? library : null
}

/** Compiles the shim; null where this machine has no C compiler, or is no Linux. */
export function openShim(): Shim | null {
  if (process.platform !== 'linux') return null
  const folder = mkdtempSync(join(tmpdir(), 'permu-shim-'))
  const library = build(folder)
  if (library === null) {
    rmSync(folder, { recursive: true })
    return null
  }
  const path = join(folder, 'orders')
  const write = (words: readonly number[]) => {
    // Mapped by the server: written in place, never replaced.
    const file = openSync(path, 'r+')
    writeSync(file, new Uint8Array(Int32Array.from(words).buffer), 0, WORDS * 4, 0)
    closeSync(file)
  }
  const disarm = () => write([0, 0, 0, 0, 0, 0])
  writeFileSync(path, new Uint8Array(WORDS * 4))
  return {
    settings: (data) => ({
      LD_PRELOAD: library,
      TORTURE_ORDERS: path,
      TORTURE_FOLDER: data,
      UV_USE_IO_URING: '0',
    }),
    arm: ({ calls, at, error, lasting = false }) => {
      const kinds = calls.reduce((sum, call) => sum | CALLS[call], 0)
      const code = error === null ? 0 : constants.errno[error]
      // Armed last, so that no call is counted by half an order.
      write([0, at, code, lasting ? 1 : 0, 0, 0])
      write([kinds, at, code, lasting ? 1 : 0, 0, 0])
    },
    disarm,
    fired: () => new Int32Array(new Uint8Array(readFileSync(path)).buffer)[4] === 1,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
