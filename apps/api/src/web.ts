import type { IncomingMessage, ServerResponse } from 'node:http'

export type WebHandler = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void> | void

/** Where a request of the dashboard finds the API while its page is rendered. */
export const ASK = Symbol.for('permu.ask')

/** By which header the dashboard is told the protocol; what a client sends under it is replaced. */
export const PROTOCOL = 'x-permu-protocol'

const BUILT = new URL('../../web/build/handler.js', import.meta.url)

function isModule(module: unknown): module is { handler: WebHandler } {
  return typeof module === 'object' && module !== null && 'handler' in module
}

function notBuilt(_request: IncomingMessage, response: ServerResponse) {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' })
  response.end('The dashboard is not built yet: run “npm run build”.\n')
}

/** The built dashboard, or an answer that says how to build it. */
export async function openWeb(): Promise<WebHandler> {
  try {
    const module: unknown = await import(BUILT.href)
    return isModule(module) ? module.handler : notBuilt
  } catch {
    return notBuilt
  }
}

/** Whether a path is the API's; all else is the dashboard's. */
export const isApiPath = (url: string) => /^\/(api|livez|readyz)([/?]|$)/u.test(url)
