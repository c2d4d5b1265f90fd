import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row, Subject } from '../row.ts'
import { serve } from '../server.ts'
import { CONTENT } from './content.ts'
import { OTHERS } from './others.ts'
import { settle, type Town } from './people.ts'
import { tryRoutes } from './routes.ts'
import { SESSIONS } from './sessions.ts'

/** Tries one thing; what came through, or null. */
export type Attack = (town: Town) => Promise<string | null>

async function tryAll(town: Town, attacks: Record<string, Attack>): Promise<Row[]> {
  const rows: Row[] = []
  for (const [what, attack] of Object.entries(attacks)) {
    const through = await attack(town).catch(
      (error: unknown) => `could not be tried: ${String(error)}`,
    )
    const faults = through === null ? [] : [`${what}: ${through}`]
    rows.push({ what, figure: through === null ? 'tried, did not come through' : through, faults })
  }
  return rows
}

async function stillAlive({ server }: Town): Promise<Row> {
  const { status } = await fetch(`${server.url}/livez`)
  const faults = status === 200 ? [] : [`/livez answers ${String(status)}`]
  return { what: 'the server after all of it', figure: `/livez ${String(status)}`, faults }
}

/** Attacks a running server that has people, and is closed to strangers. */
export const attacks: Subject = async () => {
  const root = mkdtempSync(join(tmpdir(), 'permu-attacks-'))
  const data = join(root, 'data')
  const server = await serve({ data })
  try {
    const town = await settle(server, data)
    return [
      await tryRoutes(town),
      ...(await tryAll(town, OTHERS)),
      ...(await tryAll(town, CONTENT)),
      ...(await tryAll(town, SESSIONS)),
      await stillAlive(town),
    ]
  } finally {
    await server.kill()
    rmSync(root, { recursive: true, force: true })
  }
}
