import { hc } from 'hono/client'
import type { App } from './app.ts'

export type * from './contract.ts'

/** The API as the web sees it: every route by type, nothing else of the server. */
export type Client = ReturnType<typeof createClient>

/** A typed client; `origin` is needed only where `fetch` cannot resolve a path by itself. */
export function createClient(fetch: typeof globalThis.fetch, origin = '/') {
  return hc<App>(origin, { fetch })
}
