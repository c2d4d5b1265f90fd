import type { Plan } from '@permu/intake'

type Corrected = (row: number, column: number, text: string) => string | null

/**
 * What a person wrote in place of a cell's text, by corrections of cells first and then by
 * replacements, that of a column before that of all; null where nobody did.
 */
export function correctionsOf({
  corrections,
  replacements,
  headerRow,
  headerRows,
}: Pick<Plan, 'corrections' | 'replacements' | 'headerRow' | 'headerRows'>): Corrected {
  const cells = new Map(
    corrections.map(({ row, column, text }) => [`${String(row)} ${String(column)}`, text]),
  )
  const wanted = new Map(
    replacements.map(({ column, find, replace }) => [`${String(column)} ${find.trim()}`, replace]),
  )
  const firstData = headerRow === 0 ? 1 : headerRow + headerRows
  return (row, column, text) => {
    const own = cells.get(`${String(row)} ${String(column)}`)
    if (own !== undefined) return own
    if (row < firstData || wanted.size === 0) return null
    const trimmed = text.trim()
    return wanted.get(`${String(column)} ${trimmed}`) ?? wanted.get(`null ${trimmed}`) ?? null
  }
}
