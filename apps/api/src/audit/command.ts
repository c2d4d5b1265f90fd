import { openStore } from '../database/store.ts'
import { databaseOf, placeOf } from '../backup/folder.ts'
import type { Config } from '../config.ts'
import { auditAnchors } from './anchors.ts'
import { entriesFrom } from './queries.ts'
import { verifyAudit } from './verify.ts'
import { existsSync } from 'node:fs'

/** `npm run audit`: the log at the machine itself, also while a server runs. */

const AUDIT_USAGE = 'npm run audit -- verify | export'
const TOGETHER = 1000

type Say = (line: string) => void
type Store = Awaited<ReturnType<typeof openStore>>

async function verify(store: Store, config: Pick<Config, 'data'>, say: Say): Promise<number> {
  const found = await verifyAudit(store.read, await auditAnchors(config))
  const size = `${String(found.entries)} entries, head ${found.head}`
  say(
    found.ok
      ? `The audit log is whole: ${size}`
      : `The audit log is broken at entry ${String(found.firstBroken)}: it was changed or cut (${size})`,
  )
  return found.ok ? 0 : 1
}

/** One entry a line, oldest first, with everything that its hash is over. */
async function exportAll(store: Store, _config: unknown, say: Say): Promise<number> {
  for (let seq = 1; ; seq += TOGETHER) {
    const entries = await entriesFrom(store.read, seq, TOGETHER)
    entries.forEach((entry) => say(JSON.stringify(entry)))
    if (entries.length < TOGETHER) return 0
  }
}

const COMMANDS: Readonly<Record<string, typeof verify>> = { verify, export: exportAll }

/** Runs one command; answers the exit code. */
export async function runAuditCommand(
  config: Pick<Config, 'data' | 'database'>,
  [verb = '']: readonly string[],
  say: Say,
): Promise<number> {
  const command = COMMANDS[verb]
  if (command === undefined) {
    say(AUDIT_USAGE)
    return 2
  }
  if (config.database === null && !existsSync(databaseOf(config))) {
    say(`There is no database in ${config.data}; set PERMU_DATA to the data folder.`)
    return 1
  }
  const store = await openStore(placeOf(config), { beside: true })
  try {
    return await command(store, config, say)
  } finally {
    await store.close()
  }
}
