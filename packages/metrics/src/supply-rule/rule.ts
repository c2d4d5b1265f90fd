import { parseUnit } from '../parse-unit.ts'
import { comparable, type Unit } from '../unit.ts'

/** The intensity that an industry has to reach, in the unit of {@link SupplyRule.intensity}. */
export interface IndustryIntensity {
  readonly industry: string
  readonly required: number
}

/** From a yearly tax per land on (in `price.unit`), the base price is multiplied by `factor`. */
export interface PriceStep {
  readonly from: number
  readonly factor: number
}

/**
 * How land is supplied (本项目口径: no public text fixes these functions or their coefficients).
 * Plain JSON; what stands in other units than 亩 and 万元 says so.
 */
export interface SupplyRule {
  readonly intensity: {
    /** Money per land, such as `万元/亩` or `万元/公顷`. */
    readonly unit: string
    /** For every industry that is not listed. */
    readonly otherwise: number
    readonly industries: readonly IndustryIntensity[]
  }
  readonly area: {
    /** The most that one project is granted, 亩; null = no cap. */
    readonly cap: number | null
    /** Below this nothing is granted, 亩; 0 = no such limit. */
    readonly least: number
    /** The entitled area is rounded down to a multiple of this, 亩; 0 = not rounded. */
    readonly step: number
  }
  readonly price: {
    /** Money per land a year, such as `万元/亩·年`. */
    readonly unit: string
    /** Ascending; the first begins at 0. */
    readonly steps: readonly PriceStep[]
  }
  readonly penalty: {
    /** Times the land price, for the share of the promised investment that is missing. */
    readonly investmentRate: number
    /** Times the tax that is missing in a year. */
    readonly taxRate: number
    /** A shortfall of up to this share of the promise costs nothing, 0 to 1. */
    readonly tolerance: number
  }
}

/** What is wrong with a rule, with a JSON pointer to where. */
export interface SupplyRuleFault {
  readonly pointer: string
  readonly code:
    'unit' | 'positive' | 'not-negative' | 'share' | 'first-step' | 'ascending' | 'twice'
}

const PER_LAND = '万元/亩'

/** The unit of a text where it is money per land; null where it is not. */
export function perLandUnit(text: string): Unit | null {
  const unit = parseUnit(text)
  const own = parseUnit(PER_LAND)
  return unit !== null && own !== null && comparable(unit, own) ? unit : null
}

/** An industry as it is compared: no width, case or blanks. */
export const industryKey = (text: string) =>
  text.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase()

type Check = (value: number) => SupplyRuleFault['code'] | null
const positive: Check = (value) => (Number.isFinite(value) && value > 0 ? null : 'positive')
const notNegative: Check = (value) => (Number.isFinite(value) && value >= 0 ? null : 'not-negative')
const share: Check = (value) => (value >= 0 && value < 1 ? null : 'share')

/** Everything that is wrong with a rule; empty where it can be applied. */
export function supplyRuleFaults(rule: SupplyRule): SupplyRuleFault[] {
  const { intensity, area, price, penalty } = rule
  const numbers: [string, number, Check][] = [
    ['/intensity/otherwise', intensity.otherwise, positive],
    ...intensity.industries.map(({ required }, i): [string, number, Check] => {
      return [`/intensity/industries/${i}/required`, required, positive]
    }),
    ['/area/cap', area.cap ?? 1, positive],
    ['/area/least', area.least, notNegative],
    ['/area/step', area.step, notNegative],
    ...price.steps.map(({ factor }, i): [string, number, Check] => {
      return [`/price/steps/${i}/factor`, factor, positive]
    }),
    ['/penalty/investmentRate', penalty.investmentRate, notNegative],
    ['/penalty/taxRate', penalty.taxRate, notNegative],
    ['/penalty/tolerance', penalty.tolerance, share],
  ]
  const found = numbers.flatMap(([pointer, value, check]) => {
    const code = check(value)
    return code === null ? [] : [{ pointer, code }]
  })
  return [...unitFaults(rule), ...found, ...stepFaults(price.steps), ...twiceFaults(rule)]
}

function unitFaults({ intensity, price }: SupplyRule): SupplyRuleFault[] {
  const units = [
    ['/intensity/unit', intensity.unit],
    ['/price/unit', price.unit],
  ] as const
  return units.flatMap(([pointer, unit]) => (perLandUnit(unit) ? [] : [{ pointer, code: 'unit' }]))
}

function stepFaults(steps: readonly PriceStep[]): SupplyRuleFault[] {
  if (steps[0]?.from !== 0) return [{ pointer: '/price/steps', code: 'first-step' }]
  return steps.flatMap(({ from }, i) => {
    const before = steps[i - 1]?.from ?? -1
    return from > before ? [] : [{ pointer: `/price/steps/${i}/from`, code: 'ascending' }]
  })
}

function twiceFaults({ intensity }: SupplyRule): SupplyRuleFault[] {
  const keys = intensity.industries.map(({ industry }) => industryKey(industry))
  return keys.flatMap((key, i) => {
    const again = key === '' || keys.indexOf(key) < i
    return again ? [{ pointer: `/intensity/industries/${i}/industry`, code: 'twice' }] : []
  })
}
