import { reasonAt, type Column } from '../column.ts'
import { at } from '../frontier/entries.ts'
import { keptZones, levelCode, logsOf, quantityReasons, spread } from './positive.ts'

/** Quantities with what each of them is worth: any values ≥ 0 of which the shares are taken. */
export interface Bundle {
  readonly quantities: readonly Column[]
  /** Revenue or cost of each quantity; left out for a single quantity. */
  readonly worth?: readonly Column[]
}

/** `levels`: TFP beside the average zone, which is 1; NaN where `reasons` has a code. */
export interface TornqvistResult {
  readonly levels: Float64Array
  readonly reasons: Uint8Array
}

/** Why no level can be computed: each quantity needs its worth, unless it is alone. */
export interface TornqvistFault {
  readonly error: 'no-inputs' | 'no-outputs' | 'worth-count'
}

/**
 * Total factor productivity of zones by multilateral Törnqvist indices of outputs and inputs:
 * ln TFP = Σ ½(r + r̄)(ln y − mean ln y) − Σ ½(s + s̄)(ln x − mean ln x), r and s being shares of
 * revenue and cost. Transitive: any two zones compare the same through a third. Quantities have to be
 * above 0. Throws when columns differ in length.
 *
 * Caves, Christensen & Diewert 1982.
 */
export function multilateralTornqvist(
  outputs: Bundle,
  inputs: Bundle,
): TornqvistResult | TornqvistFault {
  if (outputs.quantities.length === 0) return { error: 'no-outputs' }
  if (inputs.quantities.length === 0) return { error: 'no-inputs' }
  if (![outputs, inputs].every(isComplete)) return { error: 'worth-count' }
  const reasons = quantityReasons([...outputs.quantities, ...inputs.quantities])
  for (const zone of keptZones(reasons)) {
    reasons[zone] = worthReason(outputs, zone) || worthReason(inputs, zone)
  }
  const zones = keptZones(reasons)
  const made = logIndex(outputs, zones)
  const used = logIndex(inputs, zones)
  const levels = made.map((value, k) => Math.exp(value - at(used, k)))
  return { levels: spread(zones, levels, reasons.length), reasons }
}

function isComplete({ quantities, worth }: Bundle): boolean {
  return worth === undefined ? quantities.length === 1 : worth.length === quantities.length
}

function worthReason({ worth = [] }: Bundle, zone: number): number {
  if (worth.length === 0) return 0
  if (worth.some((column) => reasonAt(column, zone) !== null)) return levelCode('missing-value')
  const values = worth.map(({ values }) => at(values, zone))
  const valid = values.every((value) => value >= 0) && values.some((value) => value > 0)
  return valid ? 0 : levelCode('shares-invalid')
}

// ln of a multilateral quantity index beside the average of the zones.
function logIndex(bundle: Bundle, zones: Int32Array): Float64Array {
  const total = new Float64Array(zones.length)
  const shares = sharesOf(bundle, zones)
  bundle.quantities.forEach((column, k) => {
    const logs = logsOf(column, zones)
    const share = shares[k] ?? total
    const [meanLog, meanShare] = [meanOf(logs), meanOf(share)]
    logs.forEach((log, i) => {
      total[i] = at(total, i) + ((at(share, i) + meanShare) / 2) * (log - meanLog)
    })
  })
  return total
}

function sharesOf({ quantities, worth }: Bundle, zones: Int32Array): Float64Array[] {
  if (worth === undefined) return quantities.map(() => new Float64Array(zones.length).fill(1))
  return worth.map(({ values }) =>
    Float64Array.from(zones, (zone) => {
      const total = worth.reduce((sum, other) => sum + at(other.values, zone), 0)
      return at(values, zone) / total
    }),
  )
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value / values.length, 0)
}
