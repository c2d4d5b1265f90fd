import { isSet } from './bytes.ts'
import { slug, splitLabel, type SplitLabel } from './label.ts'
import { comparable, parseUnit, type Unit } from '@permu/metrics'
import { unitOfField } from './lexicon.ts'
import type { Basis, FieldRef, KnownField, Slot, UnitSource } from './plan.ts'
import { problem, type Place, type Problem } from './problem.ts'

export type MatchField = (label: string) => KnownField | null

export interface Quantity {
  field: FieldRef
  unit: Unit | null
  source: UnitSource
  known: boolean
}

export interface QuantityRequest {
  /** The label without period. */
  label: string
  /** The header as it stands in the file. */
  header: string
  column: number | null
  row?: number
  /** What stands under the header, or in the unit column. */
  rowUnit?: Unit | null
  /** Units of the whole table. */
  tableUnits?: Unit[]
  personUnit?: string | null | undefined
  personField?: string | undefined
  /** Every cell carries this unit. */
  cellUnit?: Unit | null
  /** The cells carry `%` themselves. */
  percentCells?: boolean
}

/** Turns labels into quantities and keeps them apart: one field is claimed by one column only. */
export interface Quantities {
  resolve(request: QuantityRequest): Quantity
  problems: Problem[]
}

export function createQuantities(match: MatchField): Quantities {
  const problems: Problem[] = []
  return {
    problems,
    resolve(request) {
      const split = splitLabel(request.label)
      const place = { column: request.column, row: request.row ?? null, header: request.header }
      const known = request.personField === undefined ? match(split.name) : null
      const chosen = chooseUnit(request, split.unit, known)
      if (chosen.conflict !== undefined) {
        problems.push(problem('unit-conflict', { ...place, params: chosen.conflict }))
      }
      const silent = chosen.unit === null && chosen.conflict === undefined && chosen.source === null
      if (silent) problems.push(...unitHints(request, split, place))
      const field = fieldFor({
        request,
        name: split.name,
        known,
        unit: chosen.unit,
        match,
        problems,
      })
      return { field, unit: chosen.unit, source: chosen.source, known: !field.isNew }
    },
  }
}

function unitHints(request: QuantityRequest, split: SplitLabel, place: Place): Problem[] {
  if (split.unknown !== null) return [problem('unit-unknown', { ...place, text: split.unknown })]
  const above = request.tableUnits ?? []
  const text = above.map(({ id }) => id).join(', ')
  return above.length === 0 ? [] : [problem('unit-not-applied', { ...place, text })]
}

interface Chosen {
  unit: Unit | null
  source: UnitSource
  conflict?: Record<string, string>
}

function chooseUnit(
  request: QuantityRequest,
  header: Unit | null,
  known: KnownField | null,
): Chosen {
  if (request.personUnit !== undefined) {
    const unit = request.personUnit === null ? null : parseUnit(request.personUnit)
    return { unit, source: 'person' }
  }
  if (header !== null) return fromHeader(request, header)
  if (isSet(request.rowUnit)) return { unit: request.rowUnit, source: 'unit-row' }
  if (isSet(request.cellUnit)) return { unit: request.cellUnit, source: 'cells' }
  if (request.percentCells === true) return { unit: parseUnit('%'), source: 'cells' }
  return fromTable(request, known)
}

// 税收(亿元) under 单位：万元 contradicts itself; 面积(亩) there does not.
function fromHeader({ rowUnit, tableUnits = [] }: QuantityRequest, header: Unit): Chosen {
  if (isSet(rowUnit) && rowUnit.id !== header.id) return conflict(header, rowUnit)
  const [above, another] = tableUnits
  const alone = above !== undefined && another === undefined && !isSet(rowUnit)
  if (alone && comparable(above, header) && above.id !== header.id) return conflict(header, above)
  return { unit: header, source: 'header' }
}

function conflict(header: Unit, other: Unit): Chosen {
  return { unit: null, source: null, conflict: { stated: header.id, other: other.id } }
}

const COUNT_LABEL =
  /数$|数量$|个数|人数|户数|率$|比$|比重|占比|指数|面积|增速|增长|人口|用地$|排放|能耗|能源/u

// 单位：万元 above a table says nothing of a count of firms or of an area.
function fromTable(request: QuantityRequest, known: KnownField | null): Chosen {
  const none: Chosen = { unit: null, source: null }
  const units = request.tableUnits ?? []
  const [only] = units
  if (only === undefined) return none
  const own = unitOfField(known)
  if (own !== null) {
    const fitting = units.filter((unit) => comparable(unit, own))
    const [unit] = fitting
    return fitting.length === 1 && unit !== undefined ? { unit, source: 'preamble' } : none
  }
  if (units.length > 1 || (COUNT_LABEL.test(request.label) && isMoney(only))) return none
  return { unit: only, source: 'preamble' }
}

function isMoney(unit: Unit): boolean {
  return Object.keys(unit.dimension).some((base) => /^[A-Z]{3}$/u.test(base))
}

interface FieldRequest {
  request: QuantityRequest
  name: string
  known: KnownField | null
  unit: Unit | null
  match: MatchField
  problems: Problem[]
}

function fieldFor({ request, name, known, unit, match, problems }: FieldRequest): FieldRef {
  const { personField } = request
  if (personField !== undefined) {
    const id = match(personField)?.id
    return id === undefined ? newField(personField) : { id, isNew: false, name: personField }
  }
  if (known === null) return newField(name)
  const own = unitOfField(known)
  if (own !== null && unit !== null && !comparable(own, unit)) {
    const place = { column: request.column, row: request.row ?? null, header: request.header }
    const params = { field: name, unit: unit.id, expected: own.id }
    problems.push(problem('unit-field-mismatch', { ...place, params }))
    return newField(request.label)
  }
  return { id: known.id, isNew: false, name }
}

export function newField(name: string): FieldRef {
  return { id: slug(name), isNew: true, name }
}

/** The distinct pairs of field and unit, each with a number. */
export interface SlotTable {
  slots: Slot[]
  indexOf(field: FieldRef, unit: string | null, basis?: Basis | null): number
}

export function createSlots(initial: Slot[] = []): SlotTable {
  const slots = [...initial]
  const index = new Map(slots.map(({ field, unit }, i) => [slotKey(field, unit), i]))
  return {
    slots,
    indexOf(field, unit, basis = null) {
      const key = slotKey(field, unit)
      const known = index.get(key)
      if (known !== undefined) return known
      index.set(key, slots.length)
      return slots.push({ field, unit, ...(basis === null ? {} : { basis }) }) - 1
    },
  }
}

function slotKey(field: FieldRef, unit: string | null): string {
  return `${field.id}\n${unit ?? ''}`
}
