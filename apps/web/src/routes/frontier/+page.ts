import type { Field, Frontier, Indicator } from '@permu/api/client'
import { ask } from '#lib/answer.ts'
import { createClient, read } from '#lib/api.ts'
import { apiList } from '#lib/id-list.ts'
import { firstWithData } from '#lib/quantities.ts'
import type { PageLoad } from './$types'
import { parseFrontier, type FrontierState } from './state.ts'

const INPUTS = ['supplied-land', 'fixed-asset-investment', 'employees', 'energy', 'zone-area']
const OUTPUTS = ['tax', 'value-added', 'output', 'revenue']

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const asked = parseFrontier(url.searchParams)
  const { state } = await parent()
  const period = state.periods.find((one) => one === asked.period) ?? state.periods.at(-1)
  if (period === undefined) return { asked, loaded: null }
  const { api } = createClient(fetch)
  const [indicators, fields] = await Promise.all([
    read<Indicator[]>(api.v1.indicators.$get()),
    read<Field[]>(api.v1.fields.$get()),
  ])
  const inputs = asked.inputs ?? firstWithData(fields, INPUTS, 1)
  const outputs = asked.outputs ?? firstWithData(fields, OUTPUTS, 2)
  const query = queryOf({ ...asked, period, inputs, outputs })
  const ready = inputs.length > 0 && outputs.length > 0
  const answer = ready ? await ask<Frontier>(api.v1.frontier.$get({ query })) : null
  return { asked, loaded: { period, inputs, outputs, indicators, fields, query, answer } }
}

interface Question extends FrontierState {
  readonly period: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
}

function queryOf({ period, inputs, outputs, ...state }: Question) {
  const { model, orientation, returns, type, goal, self } = state
  // An input that is no longer chosen is not held either.
  const fixed = state.fixed.filter((id) => inputs.includes(id))
  return {
    period,
    inputs: apiList(inputs),
    outputs: apiList(outputs),
    model,
    scale: '1' as const,
    ...(fixed.length > 0 && { fixed: apiList(fixed) }),
    ...(model === 'cross' && { goal, self: self ? ('1' as const) : ('0' as const) }),
    ...(orientation === null ? {} : { orientation }),
    ...(returns === null ? {} : { returns }),
    ...(type === null ? {} : { type }),
  }
}
