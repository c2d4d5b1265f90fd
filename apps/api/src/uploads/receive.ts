import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { IncomingMessage } from 'node:http'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { done, failed, type Outcome } from '../problem.ts'
import type { Follower } from '../reading/ahead.ts'

export interface Received {
  sha256: string
  bytes: number
  /** The file name that a form sent. */
  name: string | null
}

interface Target {
  folder: string
  /** A name that no other upload uses. */
  temporary: string
  limit: number
  /** Asked once a file turns out to be large: who wants to read it while it grows. */
  follow?(path: string, name: string | null): Promise<Follower | null>
}

const LARGE = 4 * 1024 * 1024

class TooLarge extends Error {}

function meter(limit: number, heard: (chunk: Uint8Array, bytes: number) => void) {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Uint8Array, _encoding, next) {
      bytes += chunk.byteLength
      if (bytes > limit) {
        next(new TooLarge())
        return
      }
      hash.update(chunk)
      heard(chunk, bytes)
      next(null, chunk)
    },
  })
  return { stream, result: () => ({ sha256: hash.digest('hex'), bytes }) }
}

/** Finds a follower when a file has become large, and tells it what has reached the disk. */
function createTeller(begin: () => Promise<Follower | null>, written: () => number) {
  let asked: Promise<Follower | null> | null = null
  let isAsked = false
  let follower: Follower | null = null
  /** What came before anybody followed: a few megabytes. */
  let early: Uint8Array[] = []
  async function ask() {
    follower = await begin()
    for (const chunk of early) follower?.prove(chunk)
    early = []
    isAsked = true
    return follower
  }
  return {
    heard(chunk: Uint8Array, bytes: number) {
      if (!isAsked) early.push(chunk)
      follower?.prove(chunk)
      if (bytes >= LARGE) asked ??= ask()
      follower?.written(written())
    },
    end: async (how: 'whole' | 'abandon') => (await asked)?.[how](),
  }
}

async function sync(path: string) {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

interface Incoming {
  source: Readable
  name: string | null
}

/** Writes the bytes beside their place, makes them durable, and moves them there by their hash. */
async function keep({ source, name }: Incoming, target: Target): Promise<Received> {
  await mkdir(target.folder, { recursive: true })
  const path = join(target.folder, target.temporary)
  const file = createWriteStream(path, { highWaterMark: 1 << 20 })
  const teller = createTeller(
    async () => (await target.follow?.(path, name)) ?? null,
    () => file.bytesWritten,
  )
  const counted = meter(target.limit, teller.heard)
  try {
    await pipeline(source, counted.stream, file)
    await teller.end('whole')
    await sync(path)
    const result = counted.result()
    await rename(path, join(target.folder, result.sha256))
    await sync(target.folder)
    return { ...result, name }
  } catch (error) {
    await teller.end('abandon')
    await rm(path, { force: true })
    throw error
  }
}

async function keepPart(body: Readable, contentType: string, target: Target) {
  const form = new Busboy({ headers: { 'content-type': contentType }, limits: { files: 1 } })
  let part: Promise<Received> | null = null
  form.on('file', (field, stream, name) => {
    if (field === 'file') part = keep({ source: stream, name }, target)
    else stream.resume()
  })
  await pipeline(body, form).catch(async (error: unknown) => {
    await part
    throw error
  })
  return part as Promise<Received> | null
}

/** Bytes on their way in, and how they are wrapped. */
export interface Source {
  body: Readable
  contentType: string
}

/**
 * The body of a request as a source; null where there is none. Where the server has it as a stream
 * of Node, that is taken, rather than a web stream over it and another stream over that.
 */
export function sourceOf(request: Request, environment: unknown): Source | null {
  const contentType = request.headers.get('content-type') ?? ''
  const { incoming } = (environment ?? {}) as { incoming?: unknown }
  if (incoming instanceof IncomingMessage) return { body: incoming, contentType }
  if (request.body === null) return null
  return { body: Readable.fromWeb(request.body as ReadableStream), contentType }
}

/** Streams a source to disk under its hash; nothing half-written is left behind. */
export async function receive(source: Source | null, target: Target): Promise<Outcome<Received>> {
  if (source === null) return failed('invalid', 'The request has no body; send the file.')
  const { body, contentType } = source
  try {
    if (!contentType.startsWith('multipart/form-data')) {
      return done(await keep({ source: body, name: null }, target))
    }
    const part = await keepPart(body, contentType, target)
    return part === null ? failed('invalid', 'The form has no part named “file”.') : done(part)
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    const limit = Math.floor(target.limit / 1024 / 1024)
    return failed('too-large', `The file is larger than ${String(limit)} MB.`)
  }
}
