import type { Db, Store } from '../database/store.ts'

/** A store that writes only where `check`, as a part of the same transaction, does not fail. */
export function guarded(store: Store, check: (db: Db) => Promise<void>): Store {
  const checked =
    <T>(work: (db: Db) => Promise<T>) =>
    async (db: Db): Promise<T> => {
      await check(db)
      return work(db)
    }
  return {
    ...store,
    get read() {
      return store.read
    },
    write: (work) => store.write(checked(work)),
    stage: (work) => store.stage(checked(work)),
    as: (acting) => guarded(store.as(acting), check),
  }
}
