import { error } from '@sveltejs/kit'
import type { Field, Indicator, Series, State } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageServerLoad } from './$types'
import { distributionOf } from './distribution.ts'

const AT_ONCE = 300

/** A raw field as an indicator of itself, so that one page shows both. */
function asIndicator({ id, name, unit }: Field): Indicator {
  const family = { id: 'raw', name: { zh: '原始数据', en: 'Raw data' } }
  const rest = { source: [], rule: 'sourced', caveats: [], coverage: {} } as const
  return {
    ...rest,
    id,
    name,
    unit,
    better: 'more',
    formula: name,
    fields: [id],
    family,
    source: [],
    caveats: [],
  }
}

// On the server: of thousands of zones the page shows the first hundreds and a histogram.
export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const { api } = createClient(fetch)
  const [state, indicators, fields] = await Promise.all([
    read<State>(api.v1.state.$get()),
    read<Indicator[]>(api.v1.indicators.$get()),
    read<Field[]>(api.v1.fields.$get()),
  ])
  const field = fields.find(({ id }) => id === params.id)
  const indicator =
    indicators.find(({ id }) => id === params.id) ?? (field ? asIndicator(field) : undefined)
  if (!indicator) error(404, '', { code: 'not-found', requestId: '' })
  const byId = new Map(fields.map((one) => [one.id, one]))
  const inputs = indicator.fields.flatMap((id) => byId.get(id) ?? [])
  const asked = url.searchParams.get('period')
  const period =
    state.periods.find((one) => one === asked) ??
    state.periods.findLast((one) => (indicator.coverage[one] ?? 0) > 0) ??
    state.periods.at(-1)
  if (period === undefined) return { indicator, inputs, shown: null }

  const query = { indicators: `"${indicator.id.replaceAll('"', '""')}"` }
  const series = await read<Series>(api.v1.series.$get({ query }))
  const fieldNames = new Map(fields.map(({ id, name }) => [id, name]))
  const distribution = distributionOf(series, { period, better: indicator.better, fieldNames })
  const limit = url.searchParams.has('all') ? Infinity : AT_ONCE
  return { indicator, inputs, shown: { period, distribution, limit } }
}
