import {
  decideSupply,
  missing,
  periodKind,
  supplyPenalty,
  type Measure,
  type SupplyDecision,
  type SupplyPenalty,
} from '@permu/metrics'
import type {
  AppliedProject,
  AppliedRule,
  SupplyPenalty as Penalty,
  SupplyResult,
  SupplyRule,
} from '../contract.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { Deps } from '../env.ts'
import { done, type Outcome } from '../problem.ts'
import { figureFrom, measureOf, type Figure } from '../projects/figures.ts'
import { lastDay } from '../projects/last-day.ts'
import type { Project } from '../projects/ledger.ts'
import {
  figureAt,
  industryOf,
  landFigures,
  nameOf,
  taxPerLandOf,
  zoneOf,
} from '../projects/present.ts'
import { askLedger, pageOf, type ProjectsQuery } from '../projects/service.ts'
import { zoneFigure } from '../projects/zone-figures.ts'
import { ruleOf } from './rules.ts'

/** A decision as JSON carries it. */
export function resultOf(decision: SupplyDecision): SupplyResult {
  const { required, listed, entitled, granted, limit, matching, factor, unitPrice, price } =
    decision
  return {
    required: figureFrom(required),
    listed,
    entitled: figureFrom(entitled),
    granted: figureFrom(granted),
    limit,
    matching: figureFrom(matching),
    factor: figureFrom(factor),
    unitPrice: figureFrom(unitPrice),
    price: figureFrom(price),
  }
}

export function penaltyFrom(penalty: SupplyPenalty): Penalty {
  const { investmentShortfall, investment, taxShortfall, tax } = penalty
  return {
    investmentShortfall: figureFrom(investmentShortfall),
    investment: figureFrom(investment),
    taxShortfall: figureFrom(taxShortfall),
    tax: figureFrom(tax),
  }
}

function excessOf(area: Figure, granted: Figure): Figure {
  const reason = area.value === null ? area.reason : granted.reason
  if (area.value === null || granted.value === null) return { value: null, unit: '亩', reason }
  return { value: area.value - granted.value, unit: '亩', reason: null }
}

interface Applying {
  snapshot: Snapshot
  rule: SupplyRule
  period: string | null
}

/** The zone's own land price, on which the factor of a project is applied. */
export const basePriceOf = ({ snapshot, period }: Omit<Applying, 'rule'>, zone: number) =>
  zoneFigure(snapshot, { zone, period, quantity: 'land-price', unit: '万元/亩' })

/**
 * What is held against the tax promised for a year: that of a whole year, in which the project had
 * its land; else there is nothing to hold against it.
 */
function reachedTax({ values }: Project, period: string | null, taxPerLand: Figure): Measure {
  const supplied = values.get('project-supply-date')?.text ?? ''
  if (period === null) return measureOf(taxPerLand)
  const isOfYear = periodKind(period) === 'year' && supplied <= lastDay(period)
  return isOfYear ? measureOf(taxPerLand) : missing('not-applicable')
}

/** A rule applied to one project: its promises decide what it would be granted. */
async function applyTo(applying: Applying, project: Project): Promise<AppliedProject> {
  const { snapshot, rule, period } = applying
  const { area, landPrice } = landFigures(snapshot, project)
  const investment = figureAt(snapshot, project, ['project-agreed-investment'])
  const reachedInvestment = figureAt(snapshot, project, ['project-actual-investment'])
  const agreedTax = figureAt(snapshot, project, ['project-agreed-tax'])
  const taxPerLand = taxPerLandOf(snapshot, project, period)
  const basePrice = await basePriceOf(applying, project.zone)
  const industry = industryOf(project)
  const promised = { investment: measureOf(investment), taxPerLand: measureOf(agreedTax) }
  const land = { area: measureOf(area) }
  const decision = decideSupply(rule, {
    industry,
    ...promised,
    ...land,
    basePrice: measureOf(basePrice),
  })
  const penalty = supplyPenalty(rule, {
    ...promised,
    ...land,
    reachedInvestment: measureOf(reachedInvestment),
    reachedTaxPerLand: reachedTax(project, period, taxPerLand),
    landPrice: measureOf(landPrice),
  })
  const result = resultOf(decision)
  return {
    id: project.id,
    name: nameOf(project),
    zone: zoneOf(snapshot, project),
    industry,
    investment,
    reachedInvestment,
    area,
    agreedTax,
    taxPerLand: { ...taxPerLand, source: null },
    landPrice,
    basePrice,
    result,
    excess: excessOf(area, result.granted),
    penalty: penaltyFrom(penalty),
  }
}

export interface AppliedQuery extends ProjectsQuery {
  version?: number | undefined
}

/** A rule applied to every project that filters leave, those with the most land too much first. */
export async function applyRule(
  deps: Deps,
  query: AppliedQuery,
): Promise<Outcome<Omit<AppliedRule, 'next'>>> {
  const version = await ruleOf(deps, query.version)
  if (!version.ok) return version
  const asked = await askLedger(deps, query)
  if (!asked.ok) return asked
  const { snapshot, ledger, period, projects } = asked.value
  const applying = { snapshot, rule: version.value.rule, period }
  const items = await Promise.all(projects.map((project) => applyTo(applying, project)))
  const known = items.flatMap(({ excess }) => excess.value ?? [])
  const short = known.filter((excess) => excess > 0)
  items.sort((a, b) => (b.excess.value ?? -Infinity) - (a.excess.value ?? -Infinity))
  return done({
    dataVersion: String(snapshot.version),
    rule: version.value,
    period,
    periods: [...ledger.periods],
    total: items.length,
    covered: known.length - short.length,
    short: short.length,
    unknown: items.length - known.length,
    excess: short.reduce((sum, excess) => sum + excess, 0),
    items,
  })
}

/** One page of it. */
export async function appliedPage(deps: Deps, query: AppliedQuery): Promise<Outcome<AppliedRule>> {
  const applied = await applyRule(deps, query)
  if (!applied.ok) return applied
  const page = pageOf(applied.value.items, query)
  if (!page.ok) return page
  return done({ ...applied.value, items: page.value.shown, next: page.value.next })
}
