import type { Field, Indicator, Ranking, Series, State, Values } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageServerLoad } from './$types'
import { middlesOf, standingOf } from './overview.ts'
import { candidateFields, fieldCriteria, presetCriteria } from './rank/defaults.ts'
import type { Choice } from './rank/state.ts'

const LINKAGE = ['investment-intensity', 'tax-per-land']
const STARTER = ['starter-zone-output', 'starter-zone-size']

// On the server: the page shows a few sentences of what may be thousands of rows.
export const load: PageServerLoad = async ({ fetch, url }) => {
  const { api } = createClient(fetch)
  const state = await read<State>(api.v1.state.$get())
  const asked = url.searchParams.get('period')
  const period = state.periods.find((one) => one === asked) ?? state.periods.at(-1)
  if (period === undefined) return { overview: null }

  const ids = [...LINKAGE, ...STARTER]
  const [indicators, series] = await Promise.all([
    read<Indicator[]>(api.v1.indicators.$get()),
    read<Series>(api.v1.series.$get({ query: { indicators: ids.join(',') } })),
  ])
  const preset = presetCriteria(indicators, period)
  const criteria = preset ?? (await fieldsOf(api, period))
  const by = criteria.map(({ id, weight }) => `${quoted(id)}:${weight}`).join(',')
  const ranking = by ? await read<Ranking>(api.v1.rankings.$get({ query: { period, by } })) : null
  const middles = middlesOf(series, period)
  const pick = (wanted: readonly string[]) => middles.filter(({ id }) => wanted.includes(id))
  return {
    overview: {
      period,
      raw: preset === null,
      standing: ranking ? standingOf(ranking) : null,
      linkage: pick(LINKAGE),
      starter: pick(STARTER),
      periods: series.periods,
    },
  }
}

type Api = ReturnType<typeof createClient>['api']

// Where no indicator can be computed, the ranking page falls back to raw fields, and so does this one.
async function fieldsOf(api: Api, period: string): Promise<readonly Choice[]> {
  const candidates = candidateFields(await read<Field[]>(api.v1.fields.$get()))
  if (candidates.length === 0) return []
  const query = { period, indicators: candidates.map(quoted).join(',') }
  return fieldCriteria(await read<Values>(api.v1.values.$get({ query })))
}

function quoted(id: string): string {
  return /[",:]/u.test(id) ? `"${id.replaceAll('"', '""')}"` : id
}
