import type { ColumnChoice, Reading, UploadColumn } from '@permu/api/client'
import { LEDGER_CHOICES } from '#lib/ledger.ts'

/** A change to one column of a ledger; an item of null means that the column is not read. */
export interface ItemChange {
  readonly item?: string | null
  readonly unit?: string | null
}

const ROLES = {
  zone: 'zone',
  'zone-code': 'zone-code',
  text: 'zone-attribute',
  date: 'zone-attribute',
  number: 'value',
} as const

function choiceFor(index: number, item: string | null | undefined): ColumnChoice {
  const found = LEDGER_CHOICES.find(({ id }) => id === item)
  if (!found) return { index, role: 'ignored' }
  return { index, role: ROLES[found.kind], field: found.id }
}

const byPerson = ({ why, unitSource }: UploadColumn) => why === 'person' || unitSource === 'person'

function said(column: UploadColumn): ColumnChoice {
  const { index, item, unit, unitSource } = column
  const choice = choiceFor(index, item)
  return unitSource === 'person' ? { ...choice, unit: unit ?? null } : choice
}

/** The reading after one column of a ledger is changed: all earlier choices, and this one. */
export function changeItem(
  columns: readonly UploadColumn[],
  index: number,
  change: ItemChange,
): Reading {
  const column = columns.find((one) => one.index === index)
  if (!column) return {}
  const before = said(column)
  const own = change.item === undefined ? before : choiceFor(index, change.item)
  const made = change.unit === undefined ? own : { ...own, unit: change.unit }
  // Another column that says the same gives it up: only one of them can.
  const others = columns.filter((one) => {
    return (
      one.index !== index && (byPerson(one) || (one.item === made.field && one.item !== undefined))
    )
  })
  const kept = others.map((one) => {
    const taken = one.item !== undefined && one.item === made.field && !one.period
    return taken ? choiceFor(one.index, null) : said(one)
  })
  return { kind: 'ledger', columns: [...kept, made].toSorted((a, b) => a.index - b.index) }
}
