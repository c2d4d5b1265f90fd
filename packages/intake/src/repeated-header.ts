import { cleanLabel } from './label.ts'
import type { Plan } from './plan.ts'
import { wordOf } from './words.ts'

/**
 * The first column that is read and whose header, where the header stands again, is another one; null
 * where all are the same or blank. Headers of several rows are not compared.
 */
export function changedHeader(
  { columns, headerRows }: Plan,
  cells: readonly string[],
): { column: number; header: string; text: string } | null {
  if (headerRows !== 1) return null
  const textAt = (index: number) => cleanLabel(cells[index - 1] ?? '')
  const found = columns.find(({ role, index, header }) => {
    const text = wordOf(textAt(index))
    return role !== 'ignored' && text !== '' && text !== wordOf(header)
  })
  if (found === undefined) return null
  return { column: found.index, header: found.header, text: textAt(found.index) }
}
