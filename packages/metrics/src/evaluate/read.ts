import { reasonAt, type Column } from '../column.ts'
import { NUMBER, sameDimension } from '../dimension.ts'
import { fieldById } from '../fields/catalogue.ts'
import { ONE } from '../ratio.ts'
import { unitRatio, type Unit } from '../unit.ts'
import { blank, fail, type Quantity, type Scale } from './quantity.ts'

interface Reading {
  readonly id: string
  readonly mask: number
  readonly size: number
}

export function readField(column: Column | undefined, { id, mask, size }: Reading): Quantity {
  const quantity = blank(size, scaleOf(id, column?.unit ?? null))
  for (let zone = 0; zone < size; zone++) {
    const reason = column ? reasonAt(column, zone) : 'not-reported'
    if (reason !== null) fail(quantity, zone, { reason, mask })
    else if (!column?.unit) fail(quantity, zone, { reason: 'unit-unknown', mask })
    else quantity.values[zone] = column.values[zone] ?? NaN
  }
  return quantity
}

// A column without a unit keeps its field's own, so that only the zones that rest on it are lost.
function scaleOf(id: string, unit: Unit | null): Scale {
  const standard = fieldById(id)?.unit ?? null
  const chosen = unit ?? standard
  if (!chosen) return { dimension: NUMBER, factor: ONE }
  return { dimension: adopt(chosen, standard), factor: unitRatio(chosen) }
}

// 个 counts whatever the field counts: 就业岗位(个) is a number of jobs, that is of people.
function adopt(unit: Unit, standard: Unit | null) {
  const [term, second] = unit.terms
  const generic = term?.atom === '个' && second === undefined
  const people = standard !== null && sameDimension(standard.dimension, { person: 1 })
  return generic && people ? standard.dimension : unit.dimension
}
