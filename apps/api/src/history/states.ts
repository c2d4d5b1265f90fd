import { catalogueOf } from '../data/catalogue.ts'
import { layersById } from '../data/queries.ts'
import { snapshotOf, type Snapshot, type Snapshots } from '../data/snapshots.ts'
import type { Store } from '../database/store.ts'
import type { Deps } from '../env.ts'
import { layerChanges } from './queries.ts'

type States = Map<string, Promise<Snapshot>>

/** Earlier states that are asked for page by page. */
const KEPT = 2
const kept = new WeakMap<Snapshots, States>()

/** Which layers count after some changes, in no order. */
export function liveAfter(changes: readonly { kind: string; upload: string | null }[]): string[] {
  const live = new Set<string>()
  for (const { kind, upload } of changes) {
    if (upload === null) continue
    if (kind === 'withdraw') live.delete(upload)
    else live.add(upload)
  }
  return [...live]
}

async function build(store: Store, version: number, ids: readonly string[]): Promise<Snapshot> {
  const layers = await layersById(store.read, ids)
  return snapshotOf(store, await catalogueOf(store.read, version, layers))
}

/** The data as they were at a version, with the zones as they are called now. */
export async function stateAt(
  { store, snapshots }: Pick<Deps, 'store' | 'snapshots'>,
  version: number,
): Promise<Snapshot> {
  const current = await snapshots.current()
  if (version >= current.version) return current
  const ids = liveAfter(await layerChanges(store.read, version))
  const states: States = kept.get(snapshots) ?? new Map()
  kept.set(snapshots, states)
  const key = [String(current.version), ...ids.sort()].join(' ')
  const state = states.get(key) ?? build(store, version, ids)
  states.delete(key)
  states.set(key, state)
  const oldest = states.size > KEPT ? states.keys().next().value : undefined
  if (oldest !== undefined) states.delete(oldest)
  return state
}
