import { missing, type Measure } from '../measure.ts'
import { unitOf } from '../parse-unit.ts'
import { comparable, convert, type Unit } from '../unit.ts'
import { industryKey, perLandUnit, type SupplyRule } from './rule.ts'

const MU = unitOf('亩')
const MONEY = unitOf('万元')
const PER_MU = unitOf('万元/亩')
const TAX_PER_MU = unitOf('万元/亩·年')

/** What is known of a project that asks for land; figures may be in any fitting unit, or missing. */
export interface SupplyRequest {
  readonly industry: string | null
  /** Promised fixed-asset investment, money. */
  readonly investment: Measure
  /** Promised yearly tax per land, money per land. */
  readonly taxPerLand: Measure
  /** The area asked for, or already supplied. */
  readonly area: Measure
  /** Money per land. */
  readonly basePrice: Measure
}

/** What held the granted area down. */
export type SupplyLimit = 'entitled' | 'asked' | 'cap' | 'least'

/** What a rule grants a project, and at what price; every figure in 亩, 万元 or 万元/亩. */
export interface SupplyDecision {
  /** The required intensity, 万元/亩, and whether the industry is listed. */
  readonly required: Measure
  readonly listed: boolean
  /** Investment ÷ required intensity, 亩. */
  readonly entitled: Measure
  /** What is granted of the area asked for, 亩. */
  readonly granted: Measure
  readonly limit: SupplyLimit | null
  /** 供地匹配度: entitled area ÷ area asked for or supplied; 1 or more = the land is covered. */
  readonly matching: Measure
  /** By which the base price is multiplied. */
  readonly factor: Measure
  /** 万元/亩. */
  readonly unitPrice: Measure
  /** Unit price × granted area, 万元. */
  readonly price: Measure
}

const found = (value: number, unit: Unit | null): Measure => ({ ok: true, value, unit })

/** A figure in another unit; missing where its unit is unknown or does not fit. */
export function inUnit(measure: Measure, unit: Unit): Measure {
  if (!measure.ok) return measure
  if (measure.unit === null) return missing('unit-unknown')
  if (!comparable(measure.unit, unit)) return missing('unit-conflict')
  return found(convert(measure.value, measure.unit, unit), unit)
}

/** A quotient; missing where a part is, where the lower one is zero, or where one is below zero. */
function quotient(a: Measure, b: Measure, unit: Unit | null): Measure {
  if (!a.ok) return a
  if (!b.ok) return b
  if (b.value === 0) return missing('zero-denominator')
  return a.value < 0 || b.value < 0 ? missing('out-of-domain') : found(a.value / b.value, unit)
}

function product(a: Measure, b: Measure, unit: Unit): Measure {
  if (!a.ok) return a
  return b.ok ? found(a.value * b.value, unit) : b
}

// 19.999999999 亩 is what division leaves of 20; nobody means to lose a step by it.
const SLACK = 1e-9

/** The largest multiple of a step that a value reaches; the value itself where the step is 0. */
function roundDown(value: number, step: number): number {
  if (step === 0) return value
  const steps = Math.floor(value / step + SLACK)
  return Number((steps * step).toPrecision(12))
}

interface Granted {
  area: number
  limit: SupplyLimit
}

function grant(entitled: number, asked: number, { cap, least, step }: SupplyRule['area']): Granted {
  const bounds: Granted[] = [
    { area: roundDown(entitled, step), limit: 'entitled' },
    { area: cap ?? Infinity, limit: 'cap' },
    { area: asked, limit: 'asked' },
  ]
  const smallest = bounds.reduce((low, one) => (one.area <= low.area ? one : low))
  return smallest.area < least ? { area: 0, limit: 'least' } : smallest
}

function requiredOf({ intensity }: SupplyRule, industry: string | null) {
  const key = industry === null ? null : industryKey(industry)
  const own = intensity.industries.find((one) => industryKey(one.industry) === key)
  const unit = perLandUnit(intensity.unit)
  if (unit === null) return { required: missing('unit-unknown'), listed: own !== undefined }
  const required = inUnit(found(own?.required ?? intensity.otherwise, unit), PER_MU)
  return { required, listed: own !== undefined }
}

/** The factor of the highest step that a yearly tax per land reaches; missing where the tax is. */
export function priceFactor({ price }: SupplyRule, taxPerLand: Measure): Measure {
  const unit = perLandUnit(price.unit)
  if (unit === null) return missing('unit-unknown')
  const tax = inUnit(taxPerLand, unit)
  if (!tax.ok) return tax
  const step = price.steps.findLast(({ from }) => tax.value >= from - SLACK)
  return step === undefined ? missing('out-of-domain') : found(step.factor, null)
}

/**
 * What a rule grants a project: area = investment ÷ required intensity, rounded down to the step,
 * at most the cap and what was asked for, nothing below the least plot; price = base price ×
 * factor × area. A figure is missing where one that it needs is, with that one's reason.
 */
export function decideSupply(rule: SupplyRule, request: SupplyRequest): SupplyDecision {
  const { required, listed } = requiredOf(rule, request.industry)
  const area = inUnit(request.area, MU)
  const entitled = quotient(inUnit(request.investment, MONEY), required, MU)
  const negative = area.ok && area.value < 0
  const given =
    entitled.ok && area.ok && !negative ? grant(entitled.value, area.value, rule.area) : null
  const granted = given === null ? why(entitled, area) : found(given.area, MU)
  const factor = priceFactor(rule, request.taxPerLand)
  const unitPrice = product(inUnit(request.basePrice, PER_MU), factor, PER_MU)
  return {
    required,
    listed,
    entitled,
    granted,
    limit: given?.limit ?? null,
    matching: quotient(entitled, area, null),
    factor,
    unitPrice,
    price: product(unitPrice, granted, MONEY),
  }
}

function why(entitled: Measure, area: Measure): Measure {
  if (!entitled.ok) return entitled
  return area.ok ? missing('out-of-domain') : area
}

/** A promise and what became of it. */
export interface SupplyPromises {
  readonly investment: Measure
  readonly reachedInvestment: Measure
  readonly taxPerLand: Measure
  readonly reachedTaxPerLand: Measure
  readonly area: Measure
  /** Of all the land, money. */
  readonly landPrice: Measure
}

/** What a missed promise costs, 万元; the tax part once for each year. */
export interface SupplyPenalty {
  /** Share of the promised investment that is missing, 0 to 1. */
  readonly investmentShortfall: Measure
  /** Rate × share missing × land price. */
  readonly investment: Measure
  /** Missing yearly tax per land, 万元/亩·年. */
  readonly taxShortfall: Measure
  /** Rate × missing tax per land × area, a year. */
  readonly tax: Measure
}

/** What is missing of a promise, in its unit; 0 within the tolerance. */
function shortfall(promised: Measure, reached: Measure, tolerance: number): Measure {
  const share = quotient(reached, promised, null)
  if (!share.ok || !promised.ok || !reached.ok) return share
  const within = 1 - share.value <= tolerance + SLACK
  return found(within ? 0 : promised.value - reached.value, promised.unit)
}

/**
 * What missed promises cost: rate × missing share × land price for the investment, rate × missing
 * tax per land × area a year for the tax; nothing within the tolerance, and then all of it. Missing
 * where a promise, what was reached, the price or the area is.
 */
export function supplyPenalty(rule: SupplyRule, promises: SupplyPromises): SupplyPenalty {
  const { investmentRate, taxRate, tolerance } = rule.penalty
  const money = (measure: Measure) => inUnit(measure, MONEY)
  const investment = money(promises.investment)
  const lacking = shortfall(investment, money(promises.reachedInvestment), tolerance)
  const share = quotient(lacking, investment, null)
  const promised = inUnit(promises.taxPerLand, TAX_PER_MU)
  const reached = inUnit(promises.reachedTaxPerLand, TAX_PER_MU)
  const taxShortfall = shortfall(promised, reached, tolerance)
  const perLand = product(taxShortfall, found(taxRate, null), TAX_PER_MU)
  return {
    investmentShortfall: share,
    investment: product(
      product(share, found(investmentRate, null), MONEY),
      money(promises.landPrice),
      MONEY,
    ),
    taxShortfall,
    tax: product(perLand, inUnit(promises.area, MU), MONEY),
  }
}
