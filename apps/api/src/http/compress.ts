import type { IncomingMessage, ServerResponse } from 'node:http'
import compression from 'compression'

// What comes piece by piece as it happens must not wait for a buffer to fill.
const isLive = (response: ServerResponse) =>
  String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')

const squeeze = compression({
  filter: (request, response) => !isLive(response) && compression.filter(request, response),
})

/**
 * Lets the answer go out compressed where the reader can take it; what is compressed already, small, or
 * told as it happens stays as it is.
 */
export function compressed(
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => void,
): void {
  squeeze(request, response, answer)
}
