import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { send, valuesOf, type Answer } from '../client.ts'
import { makeFile } from '../kills/ledger.ts'
import { judge, openWorld, type World } from '../kills/world.ts'
import type { Row, Size, Tell } from '../row.ts'
import { serve } from '../server.ts'

/** A real disk that is full: a small one in memory, filled up to a few bytes. */

const MEGABYTES = 48
const ROWS = 4_000

function mount(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'permu-disk-'))
  const options = ['-t', 'tmpfs', '-o', `size=${String(MEGABYTES)}m`, 'tmpfs', folder]
  if (spawnSync('mount', options).status === 0) return folder
  rmSync(folder, { recursive: true })
  return null
}

function unmount(folder: string) {
  spawnSync('umount', ['--lazy', folder])
  rmSync(folder, { recursive: true, force: true })
}

/** Writes until only so many bytes are left. */
function fill(folder: string, left: number): () => void {
  const path = join(folder, 'other-people')
  const file = openSync(path, 'w')
  const { bavail, bsize } = statfsSync(folder)
  let bytes = Math.max(0, bavail * bsize - left)
  const piece = Buffer.alloc(64 * 1024)
  try {
    for (; bytes > 0; bytes -= piece.length) {
      writeSync(file, piece, 0, Math.min(bytes, piece.length))
    }
  } finally {
    closeSync(file)
  }
  return () => rmSync(path)
}

function isFull({ status, body }: Answer<{ code: string; detail: string }>): boolean {
  return status === 507 && body.code === 'no-room' && /disk|room|space/iu.test(body.detail)
}

interface Disk {
  folder: string
  url: string
  world: World
}

interface Tried {
  faults: string[]
  /** There was room enough. */
  fitted: boolean
}

async function attempt({ folder, url, world }: Disk, left: number): Promise<Tried> {
  const file = makeFile(world.files.length + 1, ROWS)
  world.files.push(file)
  file.may = new Set(['absent', 'failed', 'committed'])
  const free = fill(folder, left)
  const answer = await send(url, file.text, { name: file.name, mode: 'commit' })
  const reading = await valuesOf(url, '2023')
  free()
  const fitted = answer.status === 201
  const faults: string[] = []
  if (!fitted && !isFull(answer))
    faults.push(`told as ${String(answer.status)} ${answer.body.detail}`)
  if (reading.status !== 200) faults.push(`reading answers ${String(reading.status)} meanwhile`)
  if (fitted) file.may = new Set(['committed'])
  faults.push(...(await judge(world, url)))
  const again = await send(url, file.text, { name: file.name, mode: 'commit' })
  if (again.status > 201) faults.push(`does not recover: ${String(again.status)}`)
  else file.may = new Set(['committed'])
  return { faults: faults.map((fault) => `${String(left)} bytes left: ${fault}`), fitted }
}

const STEP = 64 * 1024

/** Fills a small disk further and further up, sends a file each time, and frees it again. */
export async function fillDisk({ count }: Size, tell: Tell): Promise<Row> {
  const what = 'a full disk (tmpfs): 507, reading goes on, recovers by itself'
  const folder = mount()
  if (folder === null) return { what, figure: 'not tried: only root can mount a disk', faults: [] }
  const world = { ...openWorld(), data: join(folder, 'data') }
  const server = await serve({ data: world.data })
  const faults: string[] = []
  let tried = 0
  try {
    const disk = { folder, url: server.url, world }
    await attempt(disk, MEGABYTES * 1024 * 1024)
    for (let left = 0; left < 8 * 1024 * 1024; left = left * (count === null ? 1 : 2) + STEP) {
      const found = await attempt(disk, left)
      tried++
      faults.push(...found.faults)
      if (found.fitted) break
    }
    tell(`full disk: ${String(tried)} times, ${String(faults.length)} faults`)
  } finally {
    await server.kill()
    unmount(folder)
  }
  return { what, figure: `${String(tried)} times full: ${String(faults.length)} faults`, faults }
}
