import { ahpWeights, type AhpFault, type CompositeMethod, type RandomIndex } from '@permu/metrics'
import type { Consistency } from '../contract.ts'
import { done, failed, type Outcome } from '../problem.ts'
import type { MethodQuery } from './query.ts'

/** Weights from pairwise judgements in place of those of the nodes at the top of a method. */
export interface Judged {
  readonly method: CompositeMethod
  readonly consistency: Consistency | null
}

const FAULTS: Readonly<Record<AhpFault['error'], string>> = {
  'not-square': 'write as many numbers in each row as there are rows',
  'too-large': 'at most fifteen can be judged',
  'judgement-missing': 'each judgement is a number above 0, as 3 or 1/3',
  'not-reciprocal': 'what stands across the diagonal is not 1 ÷ the other',
}

function wrong(message: string): Outcome<never> {
  return failed('invalid', `judgements: ${message}.`, [{ pointer: '/judgements', message }])
}

/** `3`, `0.333` or `1/3`; NaN where it is none of them. */
function numberOf(text: string): number {
  const [above = '', below = '1', ...more] = text.trim().split('/')
  if (above.trim() === '' || below.trim() === '' || more.length > 0) return Number.NaN
  return Number(above) / Number(below)
}

/** The method with the weights that `judgements=` gives, if it does. */
export function withJudgements(method: CompositeMethod, query: MethodQuery): Outcome<Judged> {
  const { judgements, weigh = 'given' } = query
  if (judgements === undefined) return done({ method, consistency: null })
  if (weigh !== 'given')
    return wrong('weights come from judgements or from the data, not from both')
  const matrix = judgements.split(';').map((row) => row.split(',').map(numberOf))
  if (matrix.length !== method.of.length) {
    return wrong(`there are ${String(method.of.length)} to compare, not ${String(matrix.length)}`)
  }
  const table: RandomIndex = query.randomIndex ?? 'saaty-1980'
  const judged = ahpWeights(matrix, table)
  if ('error' in judged) return wrong(placed(judged))
  const { weights, lambda, index, ratio, consistent } = judged
  const of = method.of.map((node, i) => ({ ...node, weight: weights[i] ?? 0 }))
  const consistency = { lambda, index, ratio, consistent, randomIndex: table }
  return done({ method: { ...method, of, weigh: 'given' }, consistency })
}

function placed({ error, row, column }: AhpFault): string {
  if (row === undefined || column === undefined) return FAULTS[error]
  return `row ${String(row + 1)}, column ${String(column + 1)}: ${FAULTS[error]}`
}
