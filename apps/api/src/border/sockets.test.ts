import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { HEADER_BYTES, limitSockets, SERVER_OPTIONS, type Pace } from './sockets.ts'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

interface Options {
  pace?: Pace
  connections?: number
  http?: object
  answer?: (request: IncomingMessage) => void
}

async function open({ pace, connections = 100, http = {}, answer }: Options = {}): Promise<number> {
  server = createServer({ ...SERVER_OPTIONS, ...http }, (incoming, response) => {
    answer?.(incoming)
    incoming.on('error', () => undefined)
    incoming.resume().once('end', () => response.end('all'))
  })
  limitSockets(server, connections, pace)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** What a raw connection hears until it is closed. */
function heard(port: number, begin: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => begin(socket))
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
    socket.on('error', () => undefined)
    socket.once('close', () => resolve(text))
  })
}

const HEAD = 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000000\r\n\r\n'
const FAST: Pace = { every: 200, bytes: 1000 }

test('a question that was sent whole may wait for its answer', async () => {
  server = createServer(SERVER_OPTIONS, (_, response) => {
    setTimeout(() => response.end('late'), 700)
  })
  limitSockets(server, 100, FAST)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const asking = 'GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'
  expect(await heard(port, (socket) => socket.write(asking))).toContain('late')
})

describe('a body', () => {
  test('that stops is ended with a reason', async () => {
    const port = await open({ pace: FAST })
    const text = await heard(port, (socket) => socket.write(`${HEAD}some`))
    expect(text).toMatch(/^HTTP\/1\.1 408 /u)
    expect(text).toContain('"code":"too-slow"')
  })

  test('that drips is ended too', async () => {
    const port = await open({ pace: FAST })
    const started = performance.now()
    const drip = { timer: undefined as NodeJS.Timeout | undefined }
    const text = await heard(port, (socket) => {
      socket.write(HEAD)
      drip.timer = setInterval(() => socket.writable && socket.write('x'), 20)
    })
    clearInterval(drip.timer)
    expect(text).toMatch(/^HTTP\/1\.1 408 /u)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('that comes slowly but steadily is taken', async () => {
    const port = await open({ pace: { every: 200, bytes: 50 } })
    const answer = new Promise<string>((resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1', method: 'POST' }, (response) => {
        response.on('data', (chunk: Buffer) => resolve(chunk.toString()))
      })
      sent.once('error', reject)
      let left = 20
      const timer = setInterval(() => {
        if (left-- > 0) return sent.write('y'.repeat(100))
        clearInterval(timer)
        return sent.end()
      }, 50)
    })
    expect(await answer).toBe('all')
  })

  test('that waits for this server is not blamed', async () => {
    const port = await open({
      pace: FAST,
      answer: (incoming) => {
        incoming.pause()
        setTimeout(() => incoming.resume(), 700)
      },
    })
    const answer = await fetch(`http://127.0.0.1:${String(port)}/`, {
      method: 'POST',
      body: 'z'.repeat(500_000),
    })
    expect(await answer.text()).toBe('all')
  })
})

describe('a connection', () => {
  test('whose headers do not end is closed', async () => {
    const quick = { headersTimeout: 200, connectionsCheckingInterval: 50 }
    const port = await open({ http: quick })
    const text = await heard(port, (socket) => socket.write('GET / HTTP/1.1\r\nhost: x\r\n'))
    expect(text).toMatch(/^HTTP\/1\.1 408 /u)
  })

  test('with headers beyond the bound is refused', async () => {
    const port = await open()
    const long = 'a'.repeat(HEADER_BYTES + 1)
    const text = await heard(port, (socket) => {
      socket.write(`GET /?q=${long} HTTP/1.1\r\nhost: localhost\r\n\r\n`)
    })
    expect(text).toMatch(/^HTTP\/1\.1 431 /u)
  })

  test('beyond the most is closed at once', async () => {
    const port = await open({ connections: 2 })
    const idle = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')]
    await Promise.all(
      idle.map((socket) => new Promise((resolve) => socket.once('connect', resolve))),
    )
    const text = await heard(port, (socket) => socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'))
    for (const socket of idle) socket.destroy()
    expect(text).toBe('')
  })
})
