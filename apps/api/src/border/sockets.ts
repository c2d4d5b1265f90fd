import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/**
 * Addresses hold names of zones, nine bytes for a Chinese character: a choice of three hundred zones
 * fits, and a thousand connections hold 32 MB at most.
 */
export const HEADER_BYTES = 32 * 1024

/** Milliseconds; a browser sends its headers at once. */
const HEADERS_WITHIN = 20_000
const CHECKED_EVERY = 5_000

/** Longer than anybody may ask to wait for an upload, which is five minutes without a byte. */
const SILENT_AT_MOST = 330_000

export interface Pace {
  /** Milliseconds. */
  every: number
  /** A body that has brought fewer in that time is ended. */
  bytes: number
}

/** A kilobyte each second is less than any line brings; half a minute forgives a tunnel. */
const PACE: Pace = { every: 30_000, bytes: 30 * 1024 }

/** Options of a server that strangers may reach. */
export const SERVER_OPTIONS = {
  maxHeaderSize: HEADER_BYTES,
  headersTimeout: HEADERS_WITHIN,
  connectionsCheckingInterval: CHECKED_EVERY,
  // A large file may take an hour; what does not move is ended by its pace.
  requestTimeout: 0,
} as const

const REFUSAL = JSON.stringify({
  type: 'https://permu.invalid/problems/too-slow',
  title: 'Too slow',
  status: 408,
  detail: 'The body stopped coming; send it again.',
  code: 'too-slow',
})

function end(request: IncomingMessage, response: ServerResponse) {
  const { socket } = request
  if (!response.headersSent) {
    response.writeHead(408, { 'content-type': 'application/problem+json', connection: 'close' })
    response.end(REFUSAL)
  }
  // What was sent goes out before the line is cut.
  socket.end(() => request.destroy(new Error('the body stopped coming')))
}

/** What waits to be read here is our own delay, not the client's. */
const isTheirs = (request: IncomingMessage) => request.readableLength === 0 && !request.isPaused()

/** Ends a request whose body does not come on, so that nobody holds a connection for nothing. */
function watchPace(request: IncomingMessage, response: ServerResponse, { every, bytes }: Pace) {
  let seen = request.socket.bytesRead
  const look = setInterval(() => {
    // Whoever has sent all may wait for the answer as long as that takes.
    if (request.complete) {
      done()
      return
    }
    const { bytesRead } = request.socket
    if (bytesRead - seen < bytes && isTheirs(request)) end(request, response)
    seen = bytesRead
  }, every)
  look.unref()
  const done = () => clearInterval(look)
  request.once('end', done)
  request.once('close', done)
}

/** Bounds what connections cost: how many there are, and how long one may say nothing. */
export function limitSockets(server: Server, connections: number, pace: Pace = PACE): void {
  server.maxConnections = connections
  server.timeout = SILENT_AT_MOST
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.complete) watchPace(request, response, pace)
  })
}
