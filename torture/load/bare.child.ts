import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A server that does nothing: it asks an address once, and gives the same bytes with the same headers
 * to whoever asks. Prints its own address. What it cannot do on this machine, no server of this kind can.
 */

const [url = '', headers = '{}'] = process.argv.slice(2)

const answer = await new Promise<IncomingMessage>((resolve, reject) => {
  get(url, { headers: JSON.parse(headers) as Record<string, string> }, resolve).once(
    'error',
    reject,
  )
})
const parts: Buffer[] = []
for await (const part of answer) parts.push(part as Buffer)
const body = Buffer.concat(parts)
const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding'])
const told = Object.entries(answer.headers).flatMap(([name, value]) =>
  value === undefined || OF_THE_CONNECTION.has(name) ? [] : [[name, value] as const],
)
const status = answer.statusCode ?? 200
const length = status === 304 ? {} : { 'content-length': body.byteLength }
const sent = { ...Object.fromEntries(told), ...length }

const server = createServer((_request, response) => {
  response.writeHead(status, sent)
  response.end(status === 304 ? undefined : body)
})
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`)
})
process.once('SIGTERM', () => process.exit(0))
