import { apiList } from '#lib/id-list.ts'
import { valueOf } from './pairs.ts'
import type { ProductivityState } from './state.ts'

/** A state with what is in force where it says nothing. */
export interface Question extends ProductivityState {
  readonly from: string | null
  readonly to: string
  /** The periods that are compared. */
  readonly periods: readonly string[]
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
}

/** What has still to be chosen before the question can be asked; null where it can. */
export type Wanted = 'sides' | 'one-output' | 'deflator' | 'index' | 'elasticities' | 'worth' | null

/** Nothing is computed by guesses: what a choice needs has to be there. */
export function wantedBy(question: Question): Wanted {
  if (question.inputs.length === 0 || question.outputs.length === 0) return 'sides'
  switch (question.kind) {
    case 'malmquist':
      return wantedPrices(question)
    case 'cobb-douglas':
      return wantedElasticities(question)
    case 'tornqvist':
      return worthOf(question) === null ? 'worth' : null
  }
}

function wantedPrices({ prices, deflator, index, periods }: Question): Wanted {
  if (prices === 'field') return deflator === null ? 'deflator' : null
  if (prices !== 'given') return null
  return periods.every((period) => (valueOf(index, period) ?? 0) > 0) ? null : 'index'
}

function wantedElasticities({ inputs, outputs, elasticities }: Question): Wanted {
  if (outputs.length > 1) return 'one-output'
  const given = inputs.filter((id) => valueOf(elasticities, id) !== null)
  return given.length === 0 || given.length === inputs.length ? null : 'elasticities'
}

/** The fields of worth of both sides, null where one lacks; a single quantity needs none. */
function worthOf({ inputs, outputs, revenues, costs }: Question) {
  const side = (ids: readonly string[], pairs: ProductivityState['costs']) => {
    const fields = ids.flatMap((id) => valueOf(pairs, id) ?? [])
    if (fields.length === ids.length) return fields
    return ids.length === 1 ? [] : null
  }
  const sides = { revenues: side(outputs, revenues), costs: side(inputs, costs) }
  return sides.revenues && sides.costs ? { revenues: sides.revenues, costs: sides.costs } : null
}

/** The question as the API takes it. */
export function queryOf(question: Question) {
  const { kind, to, inputs, outputs, type } = question
  return {
    kind,
    to,
    inputs: apiList(inputs),
    outputs: apiList(outputs),
    ...(type !== null && { type }),
    ...(kind === 'malmquist' ? changeQuery(question) : levelQuery(question)),
  }
}

function changeQuery({ from, orientation, reference, ...rest }: Question) {
  const { prices, deflator, index, periods } = rest
  const given = periods.map((period) => `${period}:${String(valueOf(index, period))}`)
  return {
    ...(from !== null && { from }),
    steps: '1' as const,
    orientation,
    ...(reference !== null && { reference }),
    ...((prices === 'current' || prices === 'constant') && { prices }),
    ...(prices === 'field' && deflator !== null && { deflator: apiList([deflator]) }),
    ...(prices === 'given' && { priceIndex: given.join(',') }),
  }
}

function levelQuery(question: Question) {
  const { kind, inputs, elasticities } = question
  if (kind === 'cobb-douglas') {
    const given = inputs.flatMap((id) => valueOf(elasticities, id) ?? [])
    return given.length === inputs.length ? { elasticities: given.join(',') } : {}
  }
  const { revenues = [], costs = [] } = worthOf(question) ?? {}
  return {
    ...(revenues.length > 0 && { revenues: apiList(revenues) }),
    ...(costs.length > 0 && { costs: apiList(costs) }),
  }
}
