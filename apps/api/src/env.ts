import type { Logger } from 'pino'
import type { Backups } from './backup/backups.ts'
import type { Config } from './config.ts'
import type { Computing } from './computing/pool.ts'
import type { Store } from './database/store.ts'
import type { Snapshots } from './data/snapshots.ts'
import type { Intake } from './reading/intake.ts'

/** Who acts, as histories and the audit log name it. */
export interface Actor {
  id: string
  requestId: string | null
}

/** What the routes work with; made once in `main.ts`, or by a test. */
export interface Deps {
  config: Config
  store: Store
  snapshots: Snapshots
  intake: Intake
  computing: Computing
  backups: Backups
  log: Logger
  now: () => Date
  /** Who acts: the person of the request, or the server itself. */
  actor: Actor
}

export interface Env {
  Variables: { requestId: string; deps: Deps }
}
