import { TOPSIS_SCALES, type Aggregation, type NormaliseRule } from '@permu/metrics'
import { done, failed, type Outcome } from '../problem.ts'

const isAdjusted = (scale: NormaliseRule) =>
  scale.kind === 'min-max' && scale.to?.[0] === 70 && scale.to[1] === 130

/**
 * An aggregation with a scale of its own on the one that `normalise=` names: TOPSIS measures there, and
 * Mazziotta–Pareto on 70–130 is the adjusted index. Null where there is no aggregation.
 */
export function onScale(
  aggregate: Aggregation | undefined,
  scale: NormaliseRule | null,
): Outcome<Aggregation | null> {
  if (aggregate === undefined) return done(null)
  if (scale === null) return done(aggregate)
  if (aggregate.kind === 'mazziotta-pareto' && isAdjusted(scale)) {
    return done({ ...aggregate, adjusted: true })
  }
  if (aggregate.kind !== 'topsis' || aggregate.normalise !== undefined) return done(aggregate)
  const normalise = TOPSIS_SCALES.find((name) => name === scale.kind)
  if (normalise) return done({ ...aggregate, normalise })
  const message = `TOPSIS measures on ${TOPSIS_SCALES.join(', ')}; it knows no ${scale.kind}.`
  return failed('invalid', `normalise: ${message}`, [{ pointer: '/normalise', message }])
}
