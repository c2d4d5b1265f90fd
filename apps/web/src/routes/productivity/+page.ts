import { comparePeriods, periodKind } from '@permu/metrics'
import type { Field, Indicator, Productivity } from '@permu/api/client'
import { ask } from '#lib/answer.ts'
import { createClient, read } from '#lib/api.ts'
import { firstWithData } from '#lib/quantities.ts'
import type { PageLoad } from './$types'
import { queryOf, wantedBy } from './question.ts'
import { parseProductivity } from './state.ts'

const INPUTS = ['supplied-land', 'employees', 'fixed-asset-investment', 'energy']
const OUTPUTS = ['value-added', 'output', 'tax', 'revenue']
const LONGEST = 6

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const asked = parseProductivity(url.searchParams)
  const { state } = await parent()
  const to = state.periods.find((one) => one === asked.to) ?? state.periods.at(-1)
  if (to === undefined) return { asked, loaded: null }
  const { api } = createClient(fetch)
  const [indicators, fields] = await Promise.all([
    read<Indicator[]>(api.v1.indicators.$get()),
    read<Field[]>(api.v1.fields.$get()),
  ])
  const question = {
    ...asked,
    ...spanOf(state.periods, { from: asked.from, to }),
    inputs: asked.inputs ?? firstWithData(fields, INPUTS, usualInputs(asked.kind)),
    outputs: asked.outputs ?? firstWithData(fields, OUTPUTS, 1),
  }
  const single = asked.kind === 'malmquist' && question.from === null
  const wanted = wantedBy(question)
  const query = queryOf(question)
  const ready = !single && wanted === null
  const answer = ready ? await ask<Productivity>(api.v1.productivity.$get({ query })) : null
  return { asked, loaded: { question, single, wanted, indicators, fields, query, answer } }
}

// Of two inputs Törnqvist would need the costs, which nobody has said yet.
const usualInputs = (kind: string) => (kind === 'tornqvist' ? 1 : 2)

/** The periods from the first to the last, of the same kind as the last. */
function spanOf(all: readonly string[], { from, to }: { from: string | null; to: string }) {
  const alike = all.filter((one) => periodKind(one) === periodKind(to))
  const before = alike.filter((one) => comparePeriods(one, to) < 0).toSorted(comparePeriods)
  const first = before.find((one) => one === from) ?? before.slice(1 - LONGEST)[0] ?? null
  const periods = first === null ? [to] : [...before.slice(before.indexOf(first)), to]
  return { from: first, to, periods }
}
