import { SILENT } from './block-builder.ts'
import { inspect } from './inspect.ts'
import { MISSING_REASONS, type MissingReason } from '@permu/metrics'
import type { Block, InspectOptions, Plan, Slot, Summary, ZoneSeen } from './plan.ts'
import { columnFinder } from './column-finder.ts'
import { createProbe } from './probe.ts'
import type { Problem } from './problem.ts'
import { createReader } from './reader.ts'

/** One value of a small file, with its place. */
export interface Observation {
  row: number
  column: number
  /** Index into `zones`. */
  zone: number
  period: string
  /** Field id. */
  field: string
  unit: string | null
  value: number | null
  reason: MissingReason | null
}

/** Everything that a small file says. */
export interface WholeFile {
  plan: Plan
  summary: Summary
  zones: ZoneSeen[]
  periods: string[]
  slots: Slot[]
  observations: Observation[]
  /** Those of the plan and those of the rows. */
  problems: Problem[]
}

/** Both passes at once, for small files, previews and tests. */
export function readAll(bytes: Uint8Array, options: InspectOptions = {}): WholeFile {
  const probe = createProbe()
  probe.push(bytes)
  return readPlanned(bytes, inspect(probe.end(), options), options)
}

function readPlanned(bytes: Uint8Array, plan: Plan, { matchField }: InspectOptions): WholeFile {
  const blocks: Block[] = []
  const problems = [...plan.problems]
  const reader = createReader(
    plan,
    { block: (block) => blocks.push(block), problem: (found) => problems.push(found) },
    matchField === undefined ? {} : { matchField },
  )
  reader.push(bytes)
  const summary = reader.end()
  const columnOf = columnFinder(plan)
  const context = { periods: reader.periods, slots: reader.slots, zones: reader.zones, columnOf }
  const observations = blocks.flatMap((block) => unpack(block, context))
  observations.sort((a, b) => a.row - b.row || a.column - b.column)
  const zones = [...reader.zones]
  const periods = [...reader.periods]
  return { plan, summary, zones, periods, slots: [...reader.slots], observations, problems }
}

interface Context {
  periods: readonly string[]
  slots: readonly Slot[]
  columnOf: (slot: Slot, period: string, zone: string) => number
  zones: readonly ZoneSeen[]
}

function unpack(block: Block, { periods, slots, zones, columnOf }: Context): Observation[] {
  const found: Observation[] = []
  for (const [k, slotIndex] of block.slots.entries()) {
    const slot = slots[slotIndex]
    if (slot === undefined) continue
    const { field, unit } = slot
    for (let i = 0; i < block.count; i++) {
      const { [i]: row = 0 } = block.row
      const { [i]: zone = 0 } = block.zone
      const { name = '' } = zones[zone] ?? {}
      const period = periodAt(block, i, periods)
      const result = resultAt(block, k * block.count + i)
      if (result === null) continue
      found.push({
        row,
        column: columnOf(slot, period, name),
        zone,
        period,
        field: field.id,
        unit,
        ...result,
      })
    }
  }
  return found
}

function periodAt(block: Block, i: number, periods: readonly string[]): string {
  return periods[block.period[i] ?? 0] ?? ''
}

function resultAt(block: Block, at: number): Pick<Observation, 'value' | 'reason'> | null {
  const { [at]: code = SILENT } = block.reasons
  if (code === SILENT) return null
  if (code === 0) return { value: block.values[at] ?? null, reason: null }
  return { value: null, reason: MISSING_REASONS[code - 1] ?? null }
}
