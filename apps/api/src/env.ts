import type { Logger } from 'pino'
import type { Auth } from './accounts/auth.ts'
import type { Visitor } from './access/visitor.ts'
import type { Visitors } from './access/visitors.ts'
import type { Backups } from './backup/backups.ts'
import type { Config } from './config.ts'
import type { Computing } from './computing/pool.ts'
import type { Permission } from './contract.ts'
import type { Store } from './database/store.ts'
import type { Snapshots } from './data/snapshots.ts'
import type { Intake } from './reading/intake.ts'

/** Who acts, as histories and the audit log name it. */
export interface Actor {
  id: string
  requestId: string | null
  can: ReadonlySet<Permission>
}

/** What the routes work with; made once in `main.ts`, or by a test. */
export interface Deps {
  config: Config
  store: Store
  snapshots: Snapshots
  intake: Intake
  computing: Computing
  accounts: Auth
  visitors: Visitors
  backups: Backups
  log: Logger
  now: () => Date
  /** Who acts: the person of the request, or the server itself. */
  actor: Actor
  /** The name of whoever an id in the data stands for. */
  nameOf: (id: string) => string
}

export interface Env {
  Variables: { requestId: string; deps: Deps; visitor: Visitor }
}
