import type { Store } from '../database/store.ts'
import { readCatalogue, type Catalogue } from './catalogue.ts'
import { buildPeriodTable, type PeriodTable } from './period-table.ts'
import { blocksOf, dataVersion } from './queries.ts'

/** The data as it stands at one version; everything read from it belongs together. */
export interface Snapshot extends Catalogue {
  table(period: string): Promise<PeriodTable>
  /** How many tables are in memory. */
  kept(): number
}

/** Keeps the newest snapshot in memory and notices when the data have moved on. */
export interface Snapshots {
  current(): Promise<Snapshot>
  version(): Promise<number>
  /** How many tables of periods are in memory. */
  kept(): number
}

const KEPT_TABLES = 32

function remember<T>(cache: Map<string, T>, key: string, value: T): T {
  const oldest = cache.size >= KEPT_TABLES ? cache.keys().next().value : undefined
  if (oldest !== undefined) cache.delete(oldest)
  cache.set(key, value)
  return value
}

/** The tables of what a catalogue describes, built when first asked for. */
export function snapshotOf(store: Store, catalogue: Catalogue): Snapshot {
  const tables = new Map<string, Promise<PeriodTable>>()
  async function build(period: string) {
    const ids = catalogue.layers.filter((l) => l.periods.includes(period)).map((l) => l.id)
    return buildPeriodTable(catalogue, period, await blocksOf(store.read, period, ids))
  }
  function begin(period: string) {
    const coming = remember(tables, period, build(period))
    coming.catch(() => {
      if (tables.get(period) === coming) tables.delete(period)
    })
    return coming
  }
  return {
    ...catalogue,
    table: (period) => tables.get(period) ?? begin(period),
    kept: () => tables.size,
  }
}

export function createSnapshots(store: Store): Snapshots {
  let newest: Promise<Snapshot> | null = null
  let newestVersion = -1
  let kept = () => 0
  let seen = { stamp: '', version: -1 }

  /** Asked of the database only where it has been written since. */
  async function version(): Promise<number> {
    const stamp = await store.stamp()
    if (seen.stamp !== stamp) seen = { stamp, version: await dataVersion(store.read) }
    return seen.version
  }

  async function current(): Promise<Snapshot> {
    const now = await version()
    if (newest === null || now !== newestVersion) {
      newestVersion = now
      const coming = readCatalogue(store.read).then((catalogue) => {
        const snapshot = snapshotOf(store, catalogue)
        kept = snapshot.kept
        return snapshot
      })
      newest = coming
      // One that failed is read again for the next who asks.
      coming.catch(() => {
        if (newest === coming) newest = null
      })
    }
    return newest
  }
  return { current, version, kept: () => kept() }
}
