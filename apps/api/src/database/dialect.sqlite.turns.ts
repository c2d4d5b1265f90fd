import type { Db } from './dialect.sqlite.ts'

/** The transactions of one connection. */
interface Transactions {
  readonly write: Db
  /** Begins a transaction; one that is not durable may be lost, never torn, when power fails. */
  begin(durable: boolean): Promise<void>
  commit(): Promise<void>
  rollback(): Promise<void>
}

type Work<T> = (db: Db) => Promise<T>

/** One transaction after the other. */
export function createTurns(engine: Transactions) {
  let last: Promise<unknown> = Promise.resolve()

  async function transact<T>(work: Work<T>, durable: boolean): Promise<T> {
    await engine.begin(durable)
    try {
      const result = await work(engine.write)
      await engine.commit()
      return result
    } catch (error) {
      // What made it fail is what has to be told; the next turn finds out whether undoing failed, too.
      await engine.rollback().catch(() => undefined)
      throw error
    }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    write: <T>(work: Work<T>) => inTurn(() => transact(work, true)),
    stage: <T>(work: Work<T>) => inTurn(() => transact(work, false)),
    inTurn,
    over: () => last,
  }
}
