import { columnFinder } from './column-finder.ts'
import type { Block, Plan, Slot, ZoneSeen } from './plan.ts'
import type { Place } from './problem.ts'
import type { ProblemLog } from './problem-log.ts'
import { judgeScale, type Sighting } from './scale.ts'

const LIMIT = 1 << 16

interface Sources {
  plan: Plan
  slots: readonly Slot[]
  zones: readonly ZoneSeen[]
  periods: readonly string[]
  log: ProblemLog
}

/** Keeps values of the blocks that pass by, and says at the end which seem to have a wrong unit. */
export interface ScaleSample {
  add(block: Block): void
  end(): void
}

/**
 * Every value of a file of up to 65 536 values; of a larger one all values of some zones, chosen by
 * a hash of their number, so that memory and time stay bounded and each zone kept is kept whole.
 */
export function createScaleSample(sources: Sources): ScaleSample {
  let kept = new Sample()
  let mask = 0
  function thin(): void {
    mask = mask * 2 + 1
    const old = kept
    kept = new Sample()
    for (let i = 0; i < old.count; i++) {
      if (isSampled(old.zone[i] ?? 0, mask)) kept.copy(old, i)
    }
  }
  return {
    add(block) {
      for (let i = 0; i < block.count; i++) {
        while (kept.count + block.slots.length > LIMIT && mask < 0xffff) thin()
        if (isSampled(block.zone[i] ?? 0, mask)) kept.addRow(block, i)
      }
    },
    end() {
      for (const [slot, sightings] of kept.bySlot(sources.periods)) tell(sources, slot, sightings)
    },
  }
}

function isSampled(zone: number, mask: number): boolean {
  return ((Math.imul(zone, 0x9e3779b1) >>> 16) & mask) === 0
}

/** Parallel arrays: no object for each value while the file is read. */
class Sample {
  count = 0
  readonly zone = new Int32Array(LIMIT)
  private readonly slot = new Int32Array(LIMIT)
  private readonly period = new Int32Array(LIMIT)
  private readonly row = new Int32Array(LIMIT)
  private readonly value = new Float64Array(LIMIT)

  addRow(block: Block, i: number): void {
    for (let k = 0; k < block.slots.length && this.count < LIMIT; k++) {
      const at = k * block.count + i
      const value = block.values[at] ?? 0
      if (block.reasons[at] !== 0 || value === 0) continue
      const { count } = this
      this.slot[count] = block.slots[k] ?? 0
      this.zone[count] = block.zone[i] ?? 0
      this.period[count] = block.period[i] ?? 0
      this.row[count] = block.row[i] ?? 0
      this.value[count] = value
      this.count = count + 1
    }
  }

  copy(from: Sample, i: number): void {
    const { count } = this
    this.slot[count] = from.slot[i] ?? 0
    this.zone[count] = from.zone[i] ?? 0
    this.period[count] = from.period[i] ?? 0
    this.row[count] = from.row[i] ?? 0
    this.value[count] = from.value[i] ?? 0
    this.count = count + 1
  }

  bySlot(periods: readonly string[]): Map<number, Sighting[]> {
    const found = new Map<number, Sighting[]>()
    for (let i = 0; i < this.count; i++) {
      const slot = this.slot[i] ?? 0
      const list = found.get(slot)
      const sighting = {
        zone: this.zone[i] ?? 0,
        period: periods[this.period[i] ?? 0] ?? '',
        row: this.row[i] ?? 0,
        value: this.value[i] ?? 0,
      }
      if (list === undefined) found.set(slot, [sighting])
      else list.push(sighting)
    }
    return found
  }
}

// Rates of change come near zero in an ordinary year.
const RATE = /^(%|‰|百分点)$/u

function tell({ plan, slots, zones, log }: Sources, at: number, sightings: Sighting[]): void {
  const slot = slots[at]
  if (slot === undefined || RATE.test(slot.unit ?? '')) return
  const place = { plan, slot }
  const { slips, breaks } = judgeScale(sightings)
  const field = slot.field.name
  for (const { row, zone, period, value, factor, expected } of slips) {
    const params = { factor, expected, field }
    const { name = '' } = zones[zone] ?? {}
    const text = String(value)
    log.report('scale-suspect', { ...columnAt(place, period, name), row, text, params })
  }
  // Counted from January on, every January is a fall.
  if (slot.basis === 'cumulative') return
  for (const { from, period, factor } of breaks) {
    const params = { field, from, period, factor }
    log.report('series-break', { ...columnAt(place, period, ''), params })
  }
}

function columnAt({ plan, slot }: { plan: Plan; slot: Slot }, period: string, zone: string): Place {
  const index = columnFinder(plan)(slot, period, zone)
  const column = plan.columns[index - 1]
  return column === undefined ? {} : { column: index, header: column.header }
}
