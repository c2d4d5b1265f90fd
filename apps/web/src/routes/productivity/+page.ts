import type { Field, Indicator, Productivity } from '@permu/api/client'
import { ask } from '#lib/answer.ts'
import { createClient, read } from '#lib/api.ts'
import { apiList } from '#lib/id-list.ts'
import { firstWithData } from '#lib/quantities.ts'
import type { PageLoad } from './$types'
import { parseProductivity, type ProductivityState } from './state.ts'

const INPUTS = ['supplied-land', 'employees', 'fixed-asset-investment', 'energy']
const OUTPUTS = ['value-added', 'output', 'tax', 'revenue']
const LONGEST = 6

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const asked = parseProductivity(url.searchParams)
  const { state } = await parent()
  const { periods } = state
  const to = periods.find((one) => one === asked.to) ?? periods.at(-1)
  if (to === undefined) return { asked, loaded: null }
  const before = periods.slice(0, periods.indexOf(to))
  const from = firstOf(before, asked.from)
  const { api } = createClient(fetch)
  const [indicators, fields] = await Promise.all([
    read<Indicator[]>(api.v1.indicators.$get()),
    read<Field[]>(api.v1.fields.$get()),
  ])
  const inputs = asked.inputs ?? firstWithData(fields, INPUTS, 2)
  const outputs = asked.outputs ?? firstWithData(fields, OUTPUTS, 1)
  const query = queryOf({ ...asked, from: from ?? to, to, inputs, outputs })
  const ready = from !== undefined && inputs.length > 0 && outputs.length > 0
  const answer = ready ? await ask<Productivity>(api.v1.productivity.$get({ query })) : null
  const period = to
  return {
    asked,
    loaded: { period, from: from ?? null, to, inputs, outputs, indicators, fields, query, answer },
  }
}

const firstOf = (before: readonly string[], asked: string | null) =>
  before.find((one) => one === asked) ?? before.slice(1 - LONGEST)[0]

interface Question extends ProductivityState {
  readonly from: string
  readonly to: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
}

function queryOf({ from, to, inputs, outputs, orientation, prices, reference }: Question) {
  return {
    from,
    to,
    inputs: apiList(inputs),
    outputs: apiList(outputs),
    steps: '1' as const,
    orientation,
    prices,
    ...(reference === null ? {} : { reference }),
  }
}
