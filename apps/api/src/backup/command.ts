import { existsSync } from 'node:fs'
import type { Config } from '../config.ts'
import type { Restored } from '../contract.ts'
import { DatabaseRefused } from '../database/refusal.ts'
import { migrationsKnown } from '../database/migrations.ts'
import { MIGRATIONS, openStore, type Store } from '../database/store.ts'
import type { Outcome } from '../problem.ts'
import { AT_SERVER } from './at-server.ts'
import { checkBackup } from './check.ts'
import { databaseOf, listBackups, type Manifest } from './folder.ts'
import { makeBackup } from './make.ts'
import { replaceDatabase } from './replace.ts'
import { restoreBackup } from './restore.ts'

/** `npm run backup`: what an administrator does at the machine itself. */

export const BACKUP_USAGE = 'npm run backup -- list | make | check [NAME] | restore NAME'

type Say = (line: string) => void

interface Call {
  config: Pick<Config, 'data'>
  name: string | undefined
  say: Say
}

const known = migrationsKnown(MIGRATIONS)
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`

const line = ({ name, bytes, dataVersion, counts, originals }: Manifest) =>
  `${name.padEnd(32)} ${megabytes(bytes).padStart(10)}  v${String(dataVersion)}  ` +
  `${String(counts.uploads)} uploads, ${String(originals.files)} original files`

async function list({ config, say }: Call): Promise<number> {
  const { backups, unreadable } = await listBackups(config)
  if (backups.length + unreadable.length === 0) say('There are no backups yet.')
  backups.forEach((backup) => say(line(backup)))
  unreadable.forEach((name) => say(`${name.padEnd(32)} cannot be read: it is not a whole backup`))
  return 0
}

/** Works beside a running server, too: the copy is that of one moment. */
async function make({ config, say }: Call): Promise<number> {
  if (!existsSync(databaseOf(config))) {
    say(`There is no database in ${config.data}; set PERMU_DATA to the data folder.`)
    return 1
  }
  say(line(await makeBackup(config, { reason: 'manual', at: new Date() })))
  return 0
}

async function checkOne({ config, say }: Call, name: string): Promise<boolean> {
  const checked = await checkBackup(config, name, { known, thorough: true })
  if (!checked.ok) {
    say(`${name}: ${checked.fault.detail}`)
    return false
  }
  const { missing } = checked.value
  say(missing.length === 0 ? `${name}: sound, all original files are there` : `${name}: sound, but`)
  missing.forEach((sha256) => say(`  the original file files/${sha256} is missing or damaged`))
  return missing.length === 0
}

async function check(call: Call): Promise<number> {
  const { backups, unreadable } = await listBackups(call.config)
  const names = [...backups.map(({ name }) => name), ...unreadable]
  let isSound = true
  for (const name of call.name === undefined ? names : [call.name]) {
    isSound = (await checkOne(call, name)) && isSound
  }
  return isSound ? 0 : 1
}

const NOBODY_READS = { startOver: () => undefined, enqueue: () => undefined }

/** The open store, or null where the database must be set aside. */
async function tryOpening(path: string): Promise<Store | null> {
  try {
    return await openStore(path)
  } catch (error) {
    if (!(error instanceof DatabaseRefused) || error.kind === 'locked') throw error
    return null
  }
}

async function restoreInto({ config }: Call, name: string): Promise<Outcome<Restored>> {
  const store = await tryOpening(databaseOf(config))
  if (store === null) return replaceDatabase({ config, name, at: new Date(), known })
  try {
    const deps = { config, store, now: store.now, intake: NOBODY_READS, known }
    return await restoreBackup(deps, { name, actor: 'command', requestId: null, isAlone: true })
  } finally {
    await store.close()
  }
}

async function restore(call: Call): Promise<number> {
  const { name, say } = call
  if (name === undefined) {
    say(`Say which one: ${BACKUP_USAGE}`)
    return 2
  }
  const restored = await restoreInto(call, name)
  if (!restored.ok) {
    say(restored.fault.detail)
    return 1
  }
  const { kept, missingOriginals, dataVersion } = restored.value
  say(
    `${name} is in its place, as data version ${String(dataVersion)}. What was there before: ${kept}`,
  )
  missingOriginals.forEach((sha256) => say(`The original file files/${sha256} is missing.`))
  return 0
}

const COMMANDS: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  list,
  make,
  check,
  restore,
}

/** Runs one command; answers the exit code. */
export async function runBackupCommand(
  config: Pick<Config, 'data' | 'database'>,
  [verb = '', name]: readonly string[],
  say: Say,
): Promise<number> {
  const command = COMMANDS[verb]
  if (command === undefined) {
    say(BACKUP_USAGE)
    return 2
  }
  if (config.database !== null) {
    say(AT_SERVER)
    return 1
  }
  try {
    return await command({ config, name, say })
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error
    say(error.message)
    return 1
  }
}
