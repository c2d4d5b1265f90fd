import { createHash } from 'node:crypto'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createKeeper, TooLarge } from './keeper.ts'

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'permu-keeper-'))))
afterEach(() => rm(folder, { recursive: true }))

const chunksOf = (count: number) =>
  Array.from({ length: count }, (_, i) => new Uint8Array(1000 + i).fill(i))

async function keep(chunks: Uint8Array[], owned: boolean, limit = 1 << 30) {
  const path = join(folder, 'kept')
  const heard: number[] = []
  const file = await open(path, 'w')
  const keeper = createKeeper({ file, limit, owned, heard: (_, bytes) => heard.push(bytes) })
  await pipeline(Readable.from(chunks), keeper.stream).finally(() => file.close())
  return { path, heard, ...keeper.result(), written: keeper.written() }
}

test('what comes is written in order, hashed and counted, and its memory given back', async () => {
  const chunks = chunksOf(300)
  const all = Buffer.concat(chunks)
  const { path, heard, sha256, bytes, written } = await keep(chunks, true)
  expect((await readFile(path)).equals(all)).toBe(true)
  expect(sha256).toBe(createHash('sha256').update(all).digest('hex'))
  expect([bytes, written, heard.at(-1)]).toEqual([all.length, all.length, all.length])
  expect(chunks.every(({ byteLength }) => byteLength === 0)).toBe(true)
})

test('memory of others, or of which a chunk is a part only, stays as it is', async () => {
  const lent = chunksOf(3)
  await keep(lent, false)
  expect(lent.map(({ byteLength }) => byteLength)).toEqual([1000, 1001, 1002])
  const whole = new Uint8Array(2000)
  await keep([whole.subarray(0, 1000), whole.subarray(1000)], true)
  expect(whole.byteLength).toBe(2000)
})

test('more than may be sent is an error', async () => {
  await expect(keep(chunksOf(5), true, 3000)).rejects.toBeInstanceOf(TooLarge)
})
