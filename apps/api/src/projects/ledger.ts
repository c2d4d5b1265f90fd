import { createHash } from 'node:crypto'
import type { LedgerItemId } from '@permu/intake'
import type { MissingReason } from '@permu/metrics'
import type { Layer } from '../data/queries.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { Db } from '../database/store.ts'
import { projectsOf, projectValuesOf, type ProjectValueRow } from './queries.ts'

/** One thing that a ledger says of a project, with the cell it stands in. */
export interface LedgerValue {
  item: LedgerItemId
  period: string | null
  /** In `unit`, which is the file's own. */
  value: number | null
  unit: string | null
  text: string | null
  reason: MissingReason | null
  /** Index into the snapshot's layers. */
  layer: number
  row: number
  column: number
}

/** A project or parcel as the newest of its ledgers have it. */
export interface Project {
  id: string
  /** Index into the snapshot's zones. */
  zone: number
  key: string
  /** By item, and for figures of a year by item and period. */
  values: Map<string, LedgerValue>
}

/** All projects of the live ledgers, oldest first, and the years that they have figures of. */
export interface Ledger {
  projects: readonly Project[]
  byId: ReadonlyMap<string, Project>
  periods: readonly string[]
}

/** The place of a value among those of its project. */
export const valueKey = (item: LedgerItemId, period: string | null = null) =>
  period === null ? item : `${item}@${period}`

/** The id of a project: the same zone and key give it on every machine. */
export function projectId(zone: string, key: string): string {
  return createHash('sha256').update(`${zone}\n${key}`).digest('hex').slice(0, 12)
}

// As for figures of zones: a blank does not hide an older number, a stated reason does.
const covers = (newer: Pick<LedgerValue, 'reason'>) =>
  newer.reason !== 'not-reported' && newer.reason !== 'not-yet-published'

function put(project: Project, value: LedgerValue) {
  const key = valueKey(value.item, value.period)
  const older = project.values.get(key)
  if (older === undefined || older.reason !== null || covers(value)) project.values.set(key, value)
}

function toValue(row: ProjectValueRow, layer: number): LedgerValue {
  const { item, period, value, unit, text, reason, row: at, column } = row
  return { item, period, value, unit, text, reason, layer, row: at, column }
}

interface Building {
  db: Db
  snapshot: Snapshot
  found: Map<string, Project>
}

async function lay({ db, snapshot, found }: Building, layer: Layer, index: number) {
  const zones = snapshot.localZones.get(layer.id) ?? new Int32Array()
  const values = Map.groupBy(await projectValuesOf(db, layer.id), ({ row }) => row)
  for (const { row, local, key } of await projectsOf(db, layer.id)) {
    const zone = zones[local]
    const zoneId = zone === undefined ? undefined : snapshot.zones[zone]?.id
    if (zone === undefined || zoneId === undefined) continue
    const id = projectId(zoneId, key)
    const project = found.get(id) ?? { id, zone, key, values: new Map<string, LedgerValue>() }
    found.set(id, project)
    for (const value of values.get(row) ?? []) put(project, toValue(value, index))
  }
}

const known = new WeakMap<Snapshot, Promise<Ledger>>()

async function build(db: Db, snapshot: Snapshot): Promise<Ledger> {
  const found = new Map<string, Project>()
  for (const [index, layer] of snapshot.layers.entries()) {
    if (layer.plan.ledger !== undefined) await lay({ db, snapshot, found }, layer, index)
  }
  const projects = [...found.values()]
  const periods = new Set(
    projects.flatMap(({ values }) => [...values.values()].flatMap(({ period }) => period ?? [])),
  )
  return { projects, byId: found, periods: [...periods].sort() }
}

/** The ledger as the live layers make it; built once for each version of the data. */
export function readLedger(db: Db, snapshot: Snapshot): Promise<Ledger> {
  const before = known.get(snapshot)
  if (before !== undefined) return before
  const made = build(db, snapshot)
  known.set(snapshot, made)
  return made
}
