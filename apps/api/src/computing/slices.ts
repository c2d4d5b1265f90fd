import { setImmediate } from 'node:timers/promises'

export type Pause = () => Promise<void>

/** Milliseconds. */
const AT_ONCE = 10

/** Lets other work go on every few milliseconds, wherever a long one asks for it. */
export function createPause(): Pause {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < AT_ONCE) return
    await setImmediate()
    since = performance.now()
  }
}

const SLICE = 200

/** Maps a long list slice by slice, so that other requests are answered in between. */
export async function inSlices<T, U>(items: Iterable<T>, map: (item: T) => U): Promise<U[]> {
  const result: U[] = []
  for (const item of items) {
    if (result.length > 0 && result.length % SLICE === 0) await setImmediate()
    result.push(map(item))
  }
  return result
}
