import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import type { Auth } from './accounts/auth.ts'
import type { Visitor } from './access/visitor.ts'
import type { Visitors } from './access/visitors.ts'
import type { Backups } from './backup/backups.ts'
import type { Client } from './border/client.ts'
import type { Rates } from './border/rates.ts'
import type { Receiving } from './border/receiving.ts'
import type { Config } from './config.ts'
import type { Computing } from './computing/pool.ts'
import type { Permission } from './contract.ts'
import type { Store } from './database/store.ts'
import type { Snapshots } from './data/snapshots.ts'
import type { Answers } from './http/answers.ts'
import type { Intake } from './reading/intake.ts'
import type { Integrity } from './watching/integrity.ts'
import type { Metrics } from './watching/metrics.ts'

/** Who acts, as histories and the audit log name it. */
export interface Actor {
  id: string
  requestId: string | null
  can: ReadonlySet<Permission>
}

/** The life of the process. */
export interface Life {
  readonly since: Date
  /** Set when the process has been asked to stop: it finishes what it has begun. */
  isDraining: boolean
}

/** What the routes work with; made once in `main.ts`, or by a test. */
export interface Deps {
  config: Config
  store: Store
  snapshots: Snapshots
  answers: Answers
  intake: Intake
  computing: Computing
  accounts: Auth
  visitors: Visitors
  backups: Backups
  log: Logger
  now: () => Date
  rates: Rates
  receiving: Receiving
  metrics: Metrics
  integrity: () => Promise<Integrity>
  life: Life
  /** Who acts: the person of the request, or the server itself. */
  actor: Actor
  /** The name of whoever an id in the data stands for. */
  nameOf: (id: string) => string
}

/** What a request brings along besides itself: its socket, or who the dashboard asks for. */
export interface Bindings {
  incoming?: IncomingMessage
  client?: Client
}

export interface Env {
  Bindings: Bindings
  Variables: { requestId: string; client: Client; visitor: Visitor; deps: Deps }
}
