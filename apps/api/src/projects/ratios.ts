import { evaluateOne, indicatorById, parseUnit, unitIn, type Measure } from '@permu/metrics'
import { figureFrom, measureOf, quotientOf, type Figure } from './figures.ts'
import type { Project } from './ledger.ts'

/** The figures of one project by the field of zones that they add up to. */
export type FiguresOf = Readonly<Record<string, (project: Project) => Figure>>

/** The fields that each quotient needs; `land-price-paid` is the price of all the land, 万元. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'investment-intensity': ['fixed-asset-investment', 'supplied-land'],
  'tax-per-land': ['tax', 'supplied-land'],
  'land-price': ['land-price-paid', 'supplied-land'],
  'land-price-recovery': ['tax', 'land-price-paid', 'supplied-land'],
}

const UNITS: Readonly<Record<string, string>> = { 'supplied-land': '亩' }
const MONEY = '万元'

export interface Ratio extends Figure {
  id: string
  /** Projects that have all fields of the formula. */
  counted: number
}

function sumOver(projects: readonly Project[], field: string, figures: FiguresOf): Figure {
  const value = projects.reduce((sum, project) => sum + (figures[field]?.(project).value ?? 0), 0)
  return { value, unit: UNITS[field] ?? MONEY, reason: null }
}

/** The price of land by the sums, which the formula of the catalogue takes as a field. */
function readFrom(sums: ReadonlyMap<string, Figure>) {
  return (field: string): Measure => {
    const [price, area] = [sums.get('land-price-paid'), sums.get('supplied-land')]
    if (field === 'land-price' && price && area) return measureOf(quotientOf(price, area))
    const sum = sums.get(field)
    return measureOf(sum ?? { value: null, unit: null, reason: 'not-reported' })
  }
}

interface Summing {
  figures: FiguresOf
  period: string
}

const ofPeriod = (measure: Measure, period: string): Measure =>
  measure.ok ? { ...measure, unit: unitIn(measure.unit, period) } : measure

function ratioOf(id: string, projects: readonly Project[], { figures, period }: Summing): Ratio {
  const needs = NEEDS[id] ?? []
  const whole = projects.filter((project) => {
    return needs.every((field) => (figures[field]?.(project).value ?? null) !== null)
  })
  const counted = whole.length
  const indicator = indicatorById(id)
  if (counted === 0) {
    const unit = unitIn(indicator?.unit ?? null, period)?.id ?? parseUnit('万元/亩')?.id ?? null
    return { id, value: null, unit, reason: 'not-reported', counted }
  }
  const sums = new Map(needs.map((field) => [field, sumOver(whole, field, figures)]))
  const read = readFrom(sums)
  const measure = indicator === undefined ? read(id) : evaluateOne(indicator, read)
  return { id, ...figureFrom(ofPeriod(measure, period)), counted }
}

/**
 * Indicators of a zone by its projects: the catalogue's formula on sums, never a mean of quotients,
 * and all its sums over the same projects, those that have every field.
 */
export function ratiosOf(projects: readonly Project[], summing: Summing): Ratio[] {
  return Object.keys(NEEDS).map((id) => ratioOf(id, projects, summing))
}
