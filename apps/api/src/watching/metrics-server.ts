import { createServer, type Server } from 'node:http'
import type { Deps } from '../env.ts'
import { look } from './facts.ts'

/** Serves `/metrics` on a port of its own, for a network that only watchers reach. */
export function createMetricsServer(deps: Deps): Server {
  return createServer({ headersTimeout: 5_000, requestTimeout: 10_000 }, (request, response) => {
    request.resume()
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    deps.metrics
      .text(() => look(deps))
      .then((text) =>
        response.writeHead(200, { 'content-type': deps.metrics.contentType }).end(text),
      )
      .catch((error: unknown) => {
        deps.log.error({ err: error }, 'the figures could not be told')
        response.writeHead(500).end()
      })
  })
}
