import type { Correction, Reading, Replacement, RowPage, ZoneChoice } from '@permu/api/client'

type Edits = Pick<Reading, 'corrections' | 'replacements' | 'zones'>

/** The reading with one cell rewritten; an earlier correction of the same cell gives way. */
export function correct(reading: Edits, made: Correction): Reading {
  return { corrections: [...without(reading, made), made].toSorted(byPlace) }
}

/** The reading with the cell as the file has it. */
export function uncorrect(reading: Edits, place: Pick<Correction, 'row' | 'column'>): Reading {
  return { corrections: without(reading, place) }
}

/** The text that a person gave a cell, if any. */
export function correctionAt(reading: Edits, row: number, column: number): string | undefined {
  return reading.corrections?.find((one) => one.row === row && one.column === column)?.text
}

/** The reading with one more text replaced; the same text in the same column is replaced once. */
export function replaceText(reading: Edits, made: Replacement): Reading {
  const others = (reading.replacements ?? []).filter(
    ({ column, find }) => column !== made.column || find !== made.find,
  )
  return { replacements: [...others, made] }
}

export function unreplace(reading: Edits, at: number): Reading {
  return { replacements: (reading.replacements ?? []).filter((_, i) => i !== at) }
}

/** The reading with a zone's name said to be a known zone, or null for a new one. */
export function chooseZone(reading: Edits, { name, zone }: ZoneChoice): Reading {
  return { zones: [...unchosen(reading, name), { name, zone }] }
}

export function unchooseZone(reading: Edits, name: string): Reading {
  return { zones: unchosen(reading, name) }
}

/** How many of these cells hold a text, blanks around it aside. */
export function countCells(
  items: RowPage['items'],
  { find, column }: Pick<Replacement, 'find' | 'column'>,
): number {
  const wanted = find.trim()
  if (wanted === '') return 0
  const fits = (cell: string, i: number) =>
    (column === null || column === i + 1) && cell.trim() === wanted
  return items.reduce((sum, { cells }) => sum + cells.filter(fits).length, 0)
}

/** Whether a person has changed anything of what the cells say. */
export function hasEdits({ corrections = [], replacements = [] }: Edits): boolean {
  return corrections.length + replacements.length > 0
}

function without({ corrections = [] }: Edits, place: Pick<Correction, 'row' | 'column'>) {
  return corrections.filter(({ row, column }) => row !== place.row || column !== place.column)
}

function unchosen({ zones = [] }: Edits, name: string): ZoneChoice[] {
  return zones.filter((one) => one.name !== name).map((one) => ({ name: one.name, zone: one.zone }))
}

function byPlace(a: Correction, b: Correction): number {
  return a.row - b.row || a.column - b.column
}
