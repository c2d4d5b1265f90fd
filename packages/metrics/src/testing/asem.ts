import { columnOf, type Column } from '../column.ts'
import type { CompositeMethod, MethodBranch } from '../composite/method.ts'
import type { CompositeInput } from '../composite/result.ts'
import { numbersOf, readTable } from './reference/read.ts'

/** The countries, raw columns and indicators of the ASEM index. */
export const ASEM = readTable('asem-raw')
export const ASEM_INDICATORS = readTable('asem-indicators')
export const ASEM_CODES = ASEM.map((row) => row['uCode'] ?? '')

function columnFor({ indicator = '', denominator = '' }: Record<string, string>): Column {
  const values = numbersOf(ASEM, indicator)
  const below = denominator === '' ? values.map(() => 1) : numbersOf(ASEM, denominator)
  return columnOf(
    [...values].map((value, i) => (Number.isNaN(value) ? null : value / (below[i] ?? NaN))),
    null,
  )
}

/** Each indicator divided by its denominator, and whether a country is European or Asian. */
export function asemInput(): CompositeInput {
  const columns = new Map(ASEM_INDICATORS.map((row) => [row['indicator'], columnFor(row)]))
  return {
    size: ASEM.length,
    column: (id) => columns.get(id),
    groups: ASEM.map((row) => row['EurAsia_group'] ?? null),
  }
}

function pillar(id: string): MethodBranch {
  const own = ASEM_INDICATORS.filter(({ parent }) => parent === id)
  const of = own.map(({ indicator = '', direction }) => {
    return { indicator, weight: 1, better: direction === '-1' ? 'less' : 'more' } as const
  })
  return { id, weight: 1, of }
}

/** Group means, then outliers, min–max 0–100, arithmetic means over three levels. */
export const ASEM_METHOD: CompositeMethod = {
  version: 1,
  of: [
    {
      id: 'Conn',
      weight: 1,
      of: ['Physical', 'ConEcFin', 'Political', 'Instit', 'P2P'].map(pillar),
    },
    { id: 'Sust', weight: 1, of: ['Environ', 'Social', 'SusEcFin'].map(pillar) },
  ],
  gaps: 'group-mean',
  first: 'impute',
  treat: {},
}
