import type { Context, TypedResponse } from 'hono'
import { createPause } from '../computing/slices.ts'
import type { Env } from '../env.ts'

const TOGETHER = 500

async function bytesOf(items: readonly unknown[]): Promise<Uint8Array<ArrayBuffer>> {
  const pause = createPause()
  const parts: Buffer[] = []
  for (let from = 0; from < items.length; from += TOGETHER) {
    await pause()
    const text = JSON.stringify(items.slice(from, from + TOGETHER))
    parts.push(Buffer.from(`${from === 0 ? '' : ','}${text.slice(1, -1)}`))
  }
  return Buffer.concat([Buffer.from('['), ...parts, Buffer.from(']')])
}

/** As `c.json`, for a list of megabytes: written some at a time, so that others are answered meanwhile. */
export async function jsonList<T>(c: Context<Env>, items: readonly T[]) {
  const headers = { 'content-type': 'application/json' }
  const answer: Response = c.body(await bytesOf(items), 200, headers)
  return answer as Response & TypedResponse<T[], 200, 'json'>
}
