import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from './app.ts'
import { databaseFor } from '#test-database'
import { readConfig } from './config.ts'
import type { Upload } from './contract.ts'
import { openDeps } from './server.ts'

/** The API in process over a real migrated database of its own, and a folder. */
export async function openApi(settings: Record<string, string> = {}) {
  const database = await databaseFor(settings['PERMU_DATABASE'])
  const own = settings['PERMU_DATA'] ?? mkdtempSync(join(tmpdir(), 'permu-test-'))
  const config = readConfig({
    PERMU_LOG: 'silent',
    ...settings,
    PERMU_DATA: own,
    PERMU_DATABASE: database.address,
  })
  if ('error' in config) throw new Error(config.error)
  const folder = config.data
  const deps = await openDeps(config)
  const app = createApp(deps)

  const request = (path: string, init: RequestInit = {}) =>
    app.request(`http://localhost/api/v1${path}`, init)

  async function get<T>(path: string): Promise<T> {
    const response = await request(path)
    const body: unknown = await response.json()
    if (response.status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`)
    return body as T
  }

  async function send(body: string | Uint8Array<ArrayBuffer>, query: string) {
    const response = await request(`/uploads?${query}`, {
      method: 'POST',
      body,
      headers: { prefer: 'wait=60', 'content-type': 'text/csv' },
    })
    return { status: response.status, upload: (await response.json()) as Upload }
  }

  /** As a server that is stopped; the folder and the database stay. */
  async function stop() {
    await deps.backups.close()
    await deps.computing.close()
    await deps.intake.close()
    await deps.store.close()
  }

  async function close() {
    await stop()
    rmSync(folder, { recursive: true, force: true })
    await database.drop()
  }

  return { app, deps, folder, request, get, send, stop, close }
}

export type Api = Awaited<ReturnType<typeof openApi>>

/** Another server over the folder of one that was stopped. */
export const reopenApi = ({ folder, deps }: Api) =>
  openApi({ PERMU_DATA: folder, PERMU_DATABASE: deps.config.database ?? '' })

/** Turns one bit of a file. */
export function flipByte(path: string, at: number) {
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ 0b100
  writeSync(file, byte, 0, 1, at)
  closeSync(file)
}

/** GBK bytes of a text: the two-byte range of GB18030, turned round. */
export function encodeGbk(text: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (trail !== 0x7f && character.length === 1 && !codes.has(character)) {
        codes.set(character, [lead, trail])
      }
    }
  }
  const bytes = [...text].flatMap((c) => {
    if (c < '\u0080') return [c.charCodeAt(0)]
    const pair = codes.get(c)
    if (!pair) throw new Error(`not in GBK: ${c}`)
    return pair
  })
  return Uint8Array.from(bytes)
}
