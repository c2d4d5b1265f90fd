import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { done, failed, type Outcome } from '../problem.ts'

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
}

class TooLarge extends Error {}

function meter(limit: number) {
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
      next(null, chunk)
    },
  })
  return { stream, result: () => ({ sha256: hash.digest('hex'), bytes }) }
}

async function sync(path: string) {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes the bytes beside their place, makes them durable, and moves them there by their hash. */
async function keep(source: Readable, target: Target) {
  await mkdir(target.folder, { recursive: true })
  const path = join(target.folder, target.temporary)
  const counted = meter(target.limit)
  try {
    await pipeline(source, counted.stream, createWriteStream(path))
    await sync(path)
    const result = counted.result()
    await rename(path, join(target.folder, result.sha256))
    await sync(target.folder)
    return result
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

async function keepPart(body: Readable, contentType: string, target: Target) {
  const form = new Busboy({ headers: { 'content-type': contentType }, limits: { files: 1 } })
  let part: Promise<Received> | null = null
  form.on('file', (field, stream, name) => {
    if (field === 'file') part = keep(stream, target).then((kept) => ({ ...kept, name }))
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

/** The body of a request as a source; null where there is none. */
export function sourceOf(request: Request): Source | null {
  if (request.body === null) return null
  const contentType = request.headers.get('content-type') ?? ''
  return { body: Readable.fromWeb(request.body as ReadableStream), contentType }
}

/** Streams a source to disk under its hash; nothing half-written is left behind. */
export async function receive(source: Source | null, target: Target): Promise<Outcome<Received>> {
  if (source === null) return failed('invalid', 'The request has no body; send the file.')
  const { body, contentType } = source
  try {
    if (!contentType.startsWith('multipart/form-data')) {
      return done({ ...(await keep(body, target)), name: null })
    }
    const part = await keepPart(body, contentType, target)
    return part === null ? failed('invalid', 'The form has no part named “file”.') : done(part)
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    const limit = Math.floor(target.limit / 1024 / 1024)
    return failed('too-large', `The file is larger than ${String(limit)} MB.`)
  }
}
