import { createServer, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { compressed } from './compress.ts'

let server: Server | null = null
afterEach(() => {
  server?.close()
  server = null
})

/** How a body of a kind goes out to a reader who takes gzip. */
async function sent(
  type: string,
  body: string,
): Promise<{ encoding: string | null; text: string }> {
  const opened = createServer((request, response) =>
    compressed(request, response, () => {
      response.setHeader('content-type', type)
      response.end(body)
    }),
  )
  server = opened
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve))
  const address = opened.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const headers = { 'accept-encoding': 'gzip' }
  const answer = await fetch(`http://127.0.0.1:${String(port)}/`, { headers })
  return { encoding: answer.headers.get('content-encoding'), text: await answer.text() }
}

const LONG = '亩均'.repeat(2000)

test.each([
  ['application/json', LONG, 'gzip'],
  ['text/html; charset=utf-8', LONG, 'gzip'],
  ['application/json', '{}', null],
  ['image/png', LONG, null],
  ['text/event-stream', LONG, null],
])('%s', async (type, body, encoding) => {
  expect(await sent(type, body)).toEqual({ encoding, text: body })
})
