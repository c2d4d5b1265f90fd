import { inspect } from './inspect.ts'
import { MISSING_REASONS, type MissingReason } from '@permu/metrics'
import type { Block, InspectOptions, Plan, Slot, Summary, ZoneSeen } from './plan.ts'
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
  const context = { periods: reader.periods, slots: reader.slots, columnOf }
  const observations = blocks.flatMap((block) => unpack(block, context))
  observations.sort((a, b) => a.row - b.row || a.column - b.column)
  const zones = [...reader.zones]
  const periods = [...reader.periods]
  return { plan, summary, zones, periods, slots: [...reader.slots], observations, problems }
}

interface Context {
  periods: readonly string[]
  slots: readonly Slot[]
  columnOf: (slot: Slot, period: string) => number
}

function unpack(block: Block, { periods, slots, columnOf }: Context): Observation[] {
  const found: Observation[] = []
  for (const [k, slotIndex] of block.slots.entries()) {
    const slot = slots[slotIndex]
    if (slot === undefined) continue
    for (let i = 0; i < block.count; i++) {
      const code = block.reasons[k * block.count + i] ?? 255
      if (code === 255) continue
      const period = periods[block.period[i] ?? 0] ?? ''
      found.push({
        row: block.row[i] ?? 0,
        column: columnOf(slot, period),
        zone: block.zone[i] ?? 0,
        period,
        field: slot.field.id,
        unit: slot.unit,
        value: code === 0 ? (block.values[k * block.count + i] ?? null) : null,
        reason: MISSING_REASONS[code - 1] ?? null,
      })
    }
  }
  return found
}

function columnFinder(plan: Plan): Context['columnOf'] {
  const values = plan.columns.filter(({ role }) => role === 'value')
  const tidy = plan.columns.some(({ role }) => role === 'field')
  return (slot, period) => {
    const column = values.find((candidate) => {
      if (candidate.period != null && candidate.period !== period) return false
      return tidy || (candidate.field?.id === slot.field.id && candidate.unit === slot.unit)
    })
    return column?.index ?? 0
  }
}
