import { decideSupply, supplyPenalty, type Measure } from '@permu/metrics'
import type { SupplyDecisionAnswer } from '../contract.ts'
import { findZone } from '../data/choose.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { Deps } from '../env.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { measureOf, type Figure } from '../projects/figures.ts'
import { basePriceOf, penaltyFrom, resultOf } from './apply.ts'
import { ruleOf } from './rules.ts'

export interface DecisionQuery {
  zone?: string | undefined
  industry?: string | undefined
  /** 万元. */
  investment?: number | undefined
  /** 万元/亩·年. */
  tax?: number | undefined
  /** 亩. */
  area?: number | undefined
  /** 万元/亩. */
  base?: number | undefined
  /** Share of the promise, %. */
  reachedInvestment: number
  reachedTax: number
  period?: string | undefined
  version?: number | undefined
}

function given(value: number | undefined, unit: string): Figure {
  if (value === undefined) return { value: null, unit, reason: 'not-reported' }
  return { value, unit, reason: null }
}

const times = (measure: Measure, share: number): Measure =>
  measure.ok ? { ...measure, value: (measure.value * share) / 100 } : measure

interface Chosen {
  zone: number | null
  period: string | null
}

const filled = (text: string | undefined) => (text === undefined || text === '' ? null : text)

function choose(snapshot: Snapshot, query: DecisionQuery): Outcome<Chosen> {
  const [name, own] = [filled(query.zone), filled(query.period)]
  const zone = name === null ? null : findZone(snapshot, name)
  if (name !== null && zone === null) return failed('not-found', `No zone is called “${name}”.`)
  if (own !== null && !snapshot.periods.includes(own)) {
    return failed('not-found', `No data for the period “${own}”.`)
  }
  return done({ zone, period: own ?? snapshot.periods.at(-1) ?? null })
}

async function basePrice(snapshot: Snapshot, { zone, period }: Chosen, base: number | undefined) {
  if (base !== undefined) return { figure: given(base, '万元/亩'), from: 'given' as const }
  if (zone === null) return { figure: given(undefined, '万元/亩'), from: 'zone' as const }
  return { figure: await basePriceOf({ snapshot, period }, zone), from: 'zone' as const }
}

function requestOf(query: DecisionQuery, base: Figure) {
  const industry = query.industry?.trim() ?? ''
  return {
    industry: industry === '' ? null : industry,
    investment: given(query.investment, '万元'),
    taxPerLand: given(query.tax, '万元/亩·年'),
    area: given(query.area, '亩'),
    basePrice: base,
  }
}

/** What the rule grants a project that is being negotiated, and what its missed promises would cost. */
export async function decide(
  deps: Deps,
  query: DecisionQuery,
): Promise<Outcome<SupplyDecisionAnswer>> {
  const version = await ruleOf(deps, query.version)
  if (!version.ok) return version
  const snapshot = await deps.snapshots.current()
  const chosen = choose(snapshot, query)
  if (!chosen.ok) return chosen
  const { zone, period } = chosen.value
  const base = await basePrice(snapshot, chosen.value, query.base)
  const request = requestOf(query, base.figure)
  const { rule } = version.value
  const measures = {
    investment: measureOf(request.investment),
    taxPerLand: measureOf(request.taxPerLand),
  }
  const decision = decideSupply(rule, {
    industry: request.industry,
    ...measures,
    area: measureOf(request.area),
    basePrice: measureOf(request.basePrice),
  })
  const penalty = supplyPenalty(rule, {
    ...measures,
    reachedInvestment: times(measures.investment, query.reachedInvestment),
    reachedTaxPerLand: times(measures.taxPerLand, query.reachedTax),
    area: decision.granted,
    landPrice: decision.price,
  })
  const described = zone === null ? undefined : snapshot.zones[zone]
  const { reachedInvestment, reachedTax } = query
  return done({
    rule: version.value,
    period,
    request: {
      ...request,
      zone: described ? { id: described.id, name: described.name, code: described.code } : null,
      basePriceFrom: base.from,
      reachedInvestment,
      reachedTax,
    },
    result: resultOf(decision),
    penalty: penaltyFrom(penalty),
  })
}
