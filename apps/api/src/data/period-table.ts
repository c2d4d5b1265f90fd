import {
  comparable,
  convert,
  MISSING_REASONS,
  parseUnit,
  reasonCode,
  type Column,
  type FieldTable,
  type MissingReason,
  type Unit,
} from '@permu/metrics'
import type { Catalogue } from './catalogue.ts'
import type { PackedBlock } from './pack.ts'

/** One field for all zones of a period, with the layer and file row that each value came from. */
export interface SourcedColumn extends Column {
  readonly values: Float64Array<ArrayBuffer>
  readonly reasons: Uint8Array<ArrayBuffer>
  /** Index into the catalogue's layers; -1 where no layer says anything. */
  readonly layer: Int32Array
  readonly row: Int32Array
}

/** The numbers of one period: what the newest layer says of each zone and field. */
export interface PeriodTable extends FieldTable {
  readonly period: string
  readonly columns: ReadonlyMap<string, SourcedColumn>
}

/** This row says nothing of that slot. */
export const SILENT = 255

const NOT_REPORTED = reasonCode('not-reported')
const NOT_YET = reasonCode('not-yet-published')

function emptyColumn(size: number, unit: Unit | null): SourcedColumn {
  return {
    values: new Float64Array(size).fill(Number.NaN),
    reasons: new Uint8Array(size).fill(NOT_REPORTED),
    unit,
    layer: new Int32Array(size).fill(-1),
    row: new Int32Array(size),
  }
}

/** How a slot's numbers become the field's unit, or why they cannot. */
export function unitStep(
  from: Unit | null,
  to: Unit | null,
): MissingReason | ((value: number) => number) {
  if (from === null && to === null) return (value) => value
  if (from === null || to === null) return 'unit-unknown'
  if (from.id === to.id) return (value) => value
  return comparable(from, to) ? (value) => convert(value, from, to) : 'unit-conflict'
}

/** As `unitStep`, from a unit as a file states it. */
export function unitStepOf(from: string | null, to: Unit | null): ReturnType<typeof unitStep> {
  return unitStep(from === null ? null : parseUnit(from), to)
}

/** A blank in a newer file does not hide an older number; a stated reason does. */
export const covers = (reason: number) => reason !== NOT_REPORTED && reason !== NOT_YET

interface Target {
  column: SourcedColumn
  step: ReturnType<typeof unitStep>
  layer: number
}

function put(target: Target, zone: number, cell: { value: number; reason: number; row: number }) {
  const { column, step } = target
  const known = column.layer[zone] !== -1 && column.reasons[zone] === 0
  if (cell.reason !== 0 && known && !covers(cell.reason)) return
  const refused = cell.reason === 0 && typeof step === 'string' ? reasonCode(step) : cell.reason
  column.reasons[zone] = refused
  column.values[zone] = refused === 0 && typeof step !== 'string' ? step(cell.value) : Number.NaN
  column.layer[zone] = target.layer
  column.row[zone] = cell.row
}

/** Lays one slot of one block over what older layers said. */
function lay(target: Target, block: PackedBlock, at: { slot: number; zones: Int32Array }) {
  const offset = at.slot * block.count
  for (let i = 0; i < block.count; i++) {
    const reason = block.reasons[offset + i] ?? SILENT
    const zone = at.zones[block.zones[i] ?? -1]
    if (reason === SILENT || zone === undefined) continue
    put(target, zone, {
      value: block.values[offset + i] ?? Number.NaN,
      reason,
      row: block.rows[i] ?? 0,
    })
  }
}

/** Builds the table of a period; `blocks` are those of the live layers. */
export function buildPeriodTable(
  catalogue: Catalogue,
  period: string,
  blocks: readonly PackedBlock[],
): PeriodTable {
  const size = catalogue.zones.length
  const columns = new Map<string, SourcedColumn>()
  const byLayer = Map.groupBy(blocks, (b) => b.upload)
  catalogue.layers.forEach((layer, index) => {
    const zones = catalogue.localZones.get(layer.id) ?? new Int32Array()
    for (const block of byLayer.get(layer.id) ?? []) {
      block.slots.forEach((number, slot) => {
        const described = layer.plan.slots[number]
        const field = described && catalogue.fields.get(described.field.id)
        if (!described || !field) return
        const column = columns.get(field.id) ?? emptyColumn(size, field.unit)
        columns.set(field.id, column)
        const unit = described.unit === null ? null : parseUnit(described.unit)
        lay({ column, step: unitStep(unit, field.unit), layer: index }, block, { slot, zones })
      })
    }
  })
  return { period, size, columns, column: (id) => columns.get(id) }
}

export const reasonName = (code: number): MissingReason | null => MISSING_REASONS[code - 1] ?? null
