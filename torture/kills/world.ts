import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { ask, quiet, valuesOf, type Upload, type Values } from '../client.ts'
import { differences, PERIODS, type Sent, type Standing } from './ledger.ts'
import { unsound } from './sound.ts'

/** One data folder, and all that its servers have ever said of it. */
export interface World {
  data: string
  files: Sent[]
  /** The newest data version that a server has told. */
  version: number
  /** Names of backups that were told as made. */
  backups: Set<string>
  remove(): void
}

export function openWorld(): World {
  const data = mkdtempSync(join(tmpdir(), 'permu-kills-'))
  const remove = () => rmSync(data, { recursive: true, force: true })
  return { data, files: [], version: 0, backups: new Set(), remove }
}

const STANDINGS = new Set(['ready', 'committed', 'withdrawn', 'failed'])

function standingOf(found: Upload | undefined): Standing | null {
  if (found === undefined) return 'absent'
  return STANDINGS.has(found.status) ? (found.status as Standing) : null
}

/** What does not hold of one file, given what the server says of it now. */
function judgeFile(world: World, file: Sent, found: Upload | undefined): string[] {
  const standing = standingOf(found)
  const faults: string[] = []
  if (standing === null || !file.may.has(standing)) {
    const may = [...file.may].join(' or ')
    faults.push(`${file.name} is ${found?.status ?? 'absent'}, not ${may}`)
  }
  if (found !== undefined && !hasBytes(world, file)) faults.push(`${file.name}: bytes lost`)
  return faults
}

/** Each file stands where it may, and its bytes are there; from now on it may stand only there. */
function checkStanding(world: World, uploads: readonly Upload[]): string[] {
  // Newest first: of two with the same bytes the newer one counts.
  const bySha = new Map(uploads.toReversed().map((upload) => [upload.sha256, upload]))
  return world.files.flatMap((file) => {
    const found = bySha.get(file.sha256)
    const faults = judgeFile(world, file, found)
    file.id = found?.id ?? null
    file.may = new Set([standingOf(found) ?? 'absent'])
    return faults
  })
}

function hasBytes({ data }: World, { sha256 }: Sent): boolean {
  const path = join(data, 'files', sha256)
  return (
    existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256
  )
}

const isValues = (body: Values | undefined) => Array.isArray(body?.zones)

/** The numbers that are shown are those of the committed files, no more and no less. */
async function checkValues(world: World, url: string): Promise<string[]> {
  const files = world.files.map((file) => ({ file, committed: file.may.has('committed') }))
  const faults: string[] = []
  for (const [i, period] of PERIODS.entries()) {
    const { body } = await valuesOf(url, period)
    faults.push(...differences(files, isValues(body) ? body : null, i))
  }
  return faults
}

async function checkVersion(world: World, url: string): Promise<string[]> {
  const { body } = await ask<{ dataVersion: string }>(`${url}/readyz`)
  const version = Number(body.dataVersion)
  if (version < world.version) return [`data version fell from ${String(world.version)}`]
  world.version = version
  return []
}

/** The audit log proves itself. */
async function checkAudit(url: string): Promise<string[]> {
  const { status, body } = await ask<{ ok: boolean }>(`${url}/api/v1/audit/verification`)
  return status === 200 && !body.ok ? [`audit: ${JSON.stringify(body)}`] : []
}

/** Backups that were told as made are there. */
async function checkBackups(world: World, url: string): Promise<string[]> {
  const { status, body } = await ask<unknown>(`${url}/api/v1/backups`)
  if (status !== 200) return []
  const listed = JSON.stringify(body)
  return [...world.backups].filter((name) => !listed.includes(name)).map((n) => `backup lost: ${n}`)
}

const PATIENCE = 30_000

/** The uploads when all are where they may be: one that is committed by itself is ready before. */
async function settled(world: World, url: string): Promise<Upload[]> {
  const until = performance.now() + PATIENCE
  for (;;) {
    const uploads = await quiet(url)
    const standing = new Map(uploads.map((upload) => [upload.sha256, standingOf(upload)]))
    const isOnItsWay = ({ sha256, may }: Sent) =>
      standing.get(sha256) === 'ready' && !may.has('ready')
    if (!world.files.some(isOnItsWay) || performance.now() > until) return uploads
    await after(20)
  }
}

/** All that does not hold of what a server answers. */
export async function judgeAnswers(world: World, url: string): Promise<string[]> {
  const uploads = await settled(world, url)
  return [
    ...checkStanding(world, uploads),
    ...(await checkValues(world, url)),
    ...(await checkVersion(world, url)),
    ...(await checkAudit(url)),
    ...(await checkBackups(world, url)),
  ]
}

/** All that does not hold of a world after its server has come back. */
export const judge = async (world: World, url: string): Promise<string[]> => [
  ...(await judgeAnswers(world, url)),
  ...unsound(world.data),
]
