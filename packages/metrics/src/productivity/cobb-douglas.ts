import type { Column } from '../column.ts'
import { at } from '../frontier/entries.ts'
import { leastSquares, type Regression } from './least-squares.ts'
import { keptZones, logsOf, quantityReasons, spread } from './positive.ts'

/**
 * Productivity levels of one period. `logs` is ln TFP, `levels` TFP with the mean of the zones at 1;
 * NaN where `reasons` has a code. `fit` has the regression (null for elasticities that were given).
 */
export interface CobbDouglasResult {
  readonly levels: Float64Array
  readonly logs: Float64Array
  readonly elasticities: Float64Array
  readonly fit: Omit<Regression, 'residuals' | 'slopes'> | null
  readonly reasons: Uint8Array
  readonly warnings: readonly CobbDouglasWarning[]
}

/** `few-zones`: fewer than 10 a coefficient; `collinear`: a variance inflation factor above 10. */
export type CobbDouglasWarning = 'few-zones' | 'collinear' | 'elasticity-negative'

/** Why no residual can be computed. */
export interface CobbDouglasFault {
  readonly error: 'no-inputs' | 'elasticities-count' | 'too-few-zones' | 'collinear'
}

const MOST_INFLATION = 10

/**
 * Total factor productivity as what output is above what inputs explain: ln Y − Σ α ln X, with
 * elasticities α that are given or estimated by ordinary least squares with a constant. Output and
 * inputs have to be above 0 (e.g. output, capital, labour). Throws when columns differ in length.
 *
 * Solow 1957; Cobb & Douglas 1928.
 */
export function cobbDouglas(
  output: Column,
  inputs: readonly Column[],
  elasticities: readonly number[] | 'estimated',
): CobbDouglasResult | CobbDouglasFault {
  if (inputs.length === 0) return { error: 'no-inputs' }
  const reasons = quantityReasons([output, ...inputs])
  const zones = keptZones(reasons)
  const y = logsOf(output, zones)
  const x = inputs.map((column) => logsOf(column, zones))
  if (elasticities !== 'estimated') {
    if (elasticities.length !== inputs.length) return { error: 'elasticities-count' }
    const given = Float64Array.from(elasticities)
    const logs = y.map((value, i) =>
      x.reduce((left, c, k) => left - at(given, k) * at(c, i), value),
    )
    return resultOf({ zones, reasons, logs, elasticities: given }, null)
  }
  if (zones.length <= inputs.length + 1) return { error: 'too-few-zones' }
  const regression = leastSquares(y, x)
  if (regression === null) return { error: 'collinear' }
  const { residuals: logs, slopes, ...fit } = regression
  return resultOf({ zones, reasons, logs, elasticities: slopes }, fit)
}

interface Levels {
  readonly zones: Int32Array
  readonly reasons: Uint8Array
  readonly logs: Float64Array
  readonly elasticities: Float64Array
}

function resultOf(
  { zones, reasons, logs, elasticities }: Levels,
  fit: CobbDouglasResult['fit'],
): CobbDouglasResult {
  const levels = logs.map(Math.exp)
  const mean = levels.reduce((sum, level) => sum + level / levels.length, 0)
  const relative = levels.map((level) => level / mean)
  const warnings: CobbDouglasWarning[] = []
  if (zones.length < 10 * (elasticities.length + 1)) warnings.push('few-zones')
  if (fit?.inflation.some((factor) => factor > MOST_INFLATION)) warnings.push('collinear')
  if (elasticities.some((elasticity) => elasticity < 0)) warnings.push('elasticity-negative')
  return {
    levels: spread(zones, relative, reasons.length),
    logs: spread(zones, logs, reasons.length),
    elasticities,
    fit,
    reasons,
    warnings,
  }
}
