import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Upload } from '../contract.ts'
import { blocks } from '../database/schema.ts'
import { openApi, encodeGbk, type Api } from '../testing.ts'
import { blockNumbers } from '../uploads/queries.ts'

/** Files large enough to be read while they are received must come out as any other file does. */

let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

const HEADER = '园区,年份,税收(万元),产值(万元),备注\n'
const NOTE = '这一列没有数，只是让文件大起来。'.repeat(5)
const ZONES = 8_000

/** About five megabytes; `row` may change any line. */
function panel(row: (line: string, zone: number) => string = (line) => line) {
  const lines = [HEADER]
  for (let zone = 0; zone < ZONES; zone++) {
    for (const year of [2021, 2022, 2023]) {
      const name = `第${String(zone)}号产业园区`
      lines.push(row(`${name},${String(year)},${String(zone + year)}.25,"1,234.5",${NOTE}\n`, zone))
    }
  }
  return lines.join('')
}

/** The body of a request in pieces, as a network brings it. */
function inPieces(bytes: Uint8Array<ArrayBuffer>, size: number, fail = false) {
  let at = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve))
      if (fail && at > bytes.length * 0.95) controller.error(new Error('the line is cut'))
      else if (at >= bytes.length) controller.close()
      else controller.enqueue(bytes.slice(at, (at += size)))
    },
  })
}

async function send(body: ReadableStream | Uint8Array<ArrayBuffer>, query = 'name=panel.csv') {
  const response = await api.request(`/uploads?${query}`, {
    method: 'POST',
    body,
    headers: { prefer: 'wait=60', 'content-type': 'text/csv' },
    duplex: 'half',
  } as RequestInit)
  return { status: response.status, upload: (await response.json()) as Upload }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('a large file in pieces is committed with every value', async () => {
  const bytes = bytesOf(panel())
  const { status, upload } = await send(inPieces(bytes, 65_521))
  expect(status).toBe(201)
  expect(upload.file?.encoding).toBe('utf-8')
  expect(upload.counts).toMatchObject({
    rows: 24_000,
    cells: 48_000,
    added: 48_000,
    zonesAdded: 8_000,
  })
  expect(upload.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
})

test('a file whose encoding shows only at its end is read again as a whole', async () => {
  const plain = panel()
    .replaceAll(/[^ -~\r\n]/gu, 'xxx')
    .replace(/^.*\n/u, 'zone,year,tax,output,note\n')
  const tail = encodeGbk('青山产业园区,2021,7,8,x\n白云工业园区,2022,9,10,x\n')
  const start = bytesOf(plain)
  const bytes = new Uint8Array(start.length + tail.length)
  bytes.set(start)
  bytes.set(tail, start.length)
  const { upload } = await send(inPieces(bytes, 50_000))
  expect(upload.file?.encoding).toBe('gb18030')
  const found = await api.get<{ name: string }[]>('/zones')
  expect(found.map((zone) => zone.name)).toContain('青山产业园区')
})

test('the plan stands before the rows in the list of problems', async () => {
  const text = panel((line, zone) => (zone === 7 ? line.replace('"1,', '"?') : line))
  const { upload } = await send(inPieces(bytesOf(text.replace('产值(万元)', '产值')), 65_536))
  const places = upload.problems.items.map((p) => p.row)
  expect(places.length).toBeGreaterThan(3)
  const firstRow = places.findIndex((row) => row !== null)
  expect(places.slice(firstRow)).not.toContain(null)
})

test('a line that is cut leaves neither file nor blocks, and the next upload goes well', async () => {
  const bytes = bytesOf(panel())
  await expect(send(inPieces(bytes, 65_536, true))).resolves.toMatchObject({ status: 500 })
  expect(readdirSync(join(api.folder, 'files'))).toEqual([])
  const { items } = await api.get<{ items: Upload[] }>('/uploads')
  expect(items).toEqual([])
  const { status } = await send(inPieces(bytes, 65_536))
  expect(status).toBe(201)
})

test('the same large file twice is known, and nothing of the second reading stays', async () => {
  const bytes = bytesOf(panel())
  const first = await send(inPieces(bytes, 65_536))
  const second = await send(inPieces(bytes, 65_536))
  expect(second.upload.id).toBe(first.upload.id)
  expect(second.status).toBe(200)
  const kept = await blockNumbers(api.deps.store.read, first.upload.id)
  expect(await api.deps.store.read.$count(blocks)).toBe(kept.length)
})

test('two large files at once are both read', async () => {
  const other = bytesOf(panel().replaceAll('号产业', '号工业'))
  const both = await Promise.all([
    send(inPieces(bytesOf(panel()), 65_536)),
    send(inPieces(other, 65_536), 'name=other.csv'),
  ])
  expect(both.map(({ status }) => status)).toEqual([201, 201])
  expect(both.map(({ upload }) => upload.counts.cells)).toEqual([48_000, 48_000])
})
