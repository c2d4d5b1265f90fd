import {
  createProbe,
  createReader,
  inspect,
  type Block,
  type InspectOptions,
  type Plan,
  type Problem,
} from '../index.ts'

/** Everything that two passes in chunks of one size gave. */
export function readInChunks(bytes: Uint8Array, size: number, options: InspectOptions = {}) {
  const probe = createProbe()
  for (const part of chunksOf(bytes, size)) probe.push(part)
  const plan = inspect(probe.end(), options)
  return { plan, ...readByPlan(bytes, plan, size) }
}

/** The second pass alone. */
export function readByPlan(bytes: Uint8Array, plan: Plan, size = bytes.length) {
  const blocks: Block[] = []
  const problems: Problem[] = [...plan.problems]
  const reader = createReader(plan, {
    block: (block) => blocks.push(block),
    problem: (problem) => problems.push(problem),
  })
  for (const part of chunksOf(bytes, size)) reader.push(part)
  const summary = reader.end()
  return {
    blocks,
    problems,
    summary,
    zones: reader.zones,
    periods: reader.periods,
    slots: reader.slots,
  }
}

function chunksOf(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / Math.max(1, size))
  return Array.from({ length: count }, (_, i) => bytes.slice(i * size, (i + 1) * size))
}

/** One line for each value: row, zone, period, field, unit, value; so that two passes compare. */
export function valueLines(read: ReturnType<typeof readByPlan>): { row: number; text: string }[] {
  const { zones, periods, slots } = read
  return read.blocks.flatMap((block) =>
    [...block.slots].flatMap((slotIndex, k) =>
      Array.from({ length: block.count }, (_, i) => {
        const at = k * block.count + i
        const zone = zones[block.zone[i] ?? -1]?.name
        const slot = slots[slotIndex]
        const period = periods[block.period[i] ?? -1]
        const found = `${block.reasons[at]}:${block.values[at]}`
        return {
          row: block.row[i] ?? 0,
          text: `${block.row[i]}|${zone}|${period}|${slot?.field.id}|${slot?.unit}|${found}`,
        }
      }),
    ),
  )
}
