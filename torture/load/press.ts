import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** What came of pressing an address. */
export interface Pressed {
  /** Answers a second. */
  rate: number
  total: number
  /** Milliseconds. */
  p50: number
  p99: number
  errors: number
  megabytes: number
  codes: Record<string, { count: number }>
}

export interface Pressing {
  url: string
  seconds: number
  connections: number
  headers?: Record<string, string>
}

const CHILD = fileURLToPath(new URL('press.child.ts', import.meta.url))
const start = promisify(execFile)

export async function press({
  url,
  seconds,
  connections,
  headers = {},
}: Pressing): Promise<Pressed> {
  const args = [CHILD, url, String(seconds), String(connections), JSON.stringify(headers)]
  const { stdout } = await start(process.execPath, args)
  return JSON.parse(stdout) as Pressed
}

/** Answers of another status than the one that was meant. */
export const others = ({ codes }: Pressed, meant: number): number =>
  Object.entries(codes)
    .filter(([code]) => Number(code) !== meant)
    .reduce((sum, [, { count }]) => sum + count, 0)
