import { connect } from '#connections'
import type { Connections } from './dialect.pg.connection.ts'
import { failureOf } from './dialect.pg.fault.ts'
import { bringUpToDate, migrationsHad, TAKE_TURN } from './dialect.pg.opening.ts'
import { dbOver, transact } from './dialect.pg.transaction.ts'
import { createSharing, prepareSharing } from './dialect.pg.sharing.ts'
import { NOTICE, takeTouched, watchTables, type Watched } from './dialect.pg.touched.ts'
import type { Db } from './dialect.pg.ts'
import type { Engine, EngineFacts } from './engine.ts'
import { migrationsKnown } from './migrations.ts'
import { DatabaseRefused, refusals } from './refusal.ts'

export interface EngineOptions {
  migrations: string
  /** Tables whose changes are noticed. */
  watched?: readonly Watched[]
  /** Beside servers that have it open: not brought up to date. */
  beside?: boolean
}

/** What of an address may be said: all but the password. */
function saidOf(place: string): string {
  const { protocol, username, host, pathname } = new URL(place)
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`
}

async function prepare(connections: Connections, place: string, options: EngineOptions) {
  const { migrations, watched = [] } = options
  const opening = { place: saidOf(place), migrations, known: migrationsKnown(migrations) }
  await transact(connections, {
    begin: `begin; ${TAKE_TURN}`,
    work: async ({ $client }) => {
      await bringUpToDate($client, opening)
      await watchTables($client, watched)
      await prepareSharing($client)
    },
  })
}

/** Asks one after the other; who asks while an answer is on its way shares the next one. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> | null = null
  let next: Promise<T> | null = null
  function begin(): Promise<T> {
    const answer = ask()
    const over = answer.then(
      () => undefined,
      () => undefined,
    )
    running = over
    void over.then(() => (running === over ? (running = null) : undefined))
    return answer
  }
  return () => {
    if (running === null) return begin()
    next ??= running.then(() => {
      next = null
      return begin()
    })
    return next
  }
}

const factsOf = ({ read }: Connections): EngineFacts => ({
  migrations: () => migrationsHad(read),
  bytes: async () => {
    const [found] = await read.query('select pg_database_size(current_database())')
    return { database: Number(found?.[0]), log: null }
  },
  isSound: async () => {
    const [found] = await read.query(
      'select checksum_failures from pg_stat_database where datname = current_database()',
    )
    return found?.[0] === null || found === undefined ? null : Number(found[0]) === 0
  },
})

const WRITE = `begin; ${TAKE_TURN}; ${NOTICE}`
// The next one that is durable makes durable all that was before it.
const STAGE = 'begin; set local synchronous_commit = off'

/** One writes after the other: a process waits for the turn of another by one connection only. */
function createTurns(connections: Connections) {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    const turn = last.then(() => transact(connections, { begin: WRITE, work }))
    last = turn.catch(() => undefined)
    return turn
  }
}

function engineOver(connections: Connections): Engine<Db> {
  const { read } = connections
  const underWay = new Set<Promise<unknown>>()
  /** Until they are over the connections stay open. */
  function followed<T>(turn: Promise<T>): Promise<T> {
    const over = turn.then(
      () => undefined,
      () => undefined,
    )
    underWay.add(over)
    void over.then(() => underWay.delete(over))
    return turn
  }
  const inTurn = createTurns(connections)
  return {
    kind: 'postgresql',
    read: dbOver(read),
    sharing: createSharing(connections),
    ...factsOf(connections),
    write: (work) => followed(inTurn(work)),
    stage: (work) => followed(transact(connections, { begin: STAGE, work })),
    touched: ({ $client }) => takeTouched($client),
    flush: async () => undefined,
    // Two that are equal see the work of exactly the same transactions.
    stamp: shared(async () =>
      String((await read.query('select pg_current_snapshot()::text'))[0]?.[0]),
    ),
    replaceBy: async () => {
      throw new Error('a database at a server is put back by the server’s own tools')
    },
    close: async () => {
      await Promise.all(underWay)
      await connections.close()
    },
  }
}

/** Opens the database at the address `place`, after it was found fit, and brings its schema up to date. */
export async function openEngine(place: string, options: EngineOptions): Promise<Engine<Db>> {
  const connections = connect(place)
  try {
    if (options.beside !== true) await prepare(connections, place, options)
    return engineOver(connections)
  } catch (error) {
    await connections.close()
    if (error instanceof DatabaseRefused) throw error
    const failure = failureOf(error)
    throw refusals.server(
      saidOf(place),
      failure instanceof Error ? failure.message : String(failure),
    )
  }
}
