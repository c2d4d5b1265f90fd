import type { Field, Indicator, Values } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'
import {
  candidateFields,
  fieldCriteria,
  pickColumns,
  presetCriteria,
  readyPresets,
} from './defaults.ts'
import { criteriaFrom, type Choice } from './state.ts'

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const asked = url.searchParams.get('y')
  const wanted = criteriaFrom(url.searchParams)
  const { state } = await parent()
  const period = state.periods.find((one) => one === asked) ?? state.periods.at(-1)
  if (period === undefined) return { ranking: null }

  const client = createClient(fetch)
  const [indicators, fields] = await Promise.all([
    read<Indicator[]>(client.api.v1.indicators.$get()),
    read<Field[]>(client.api.v1.fields.$get()),
  ])
  const valuesOf = (ids: readonly string[]) =>
    read<Values>(
      client.api.v1.values.$get({ query: { period, indicators: ids.map(quoted).join(',') } }),
    )
  const known = new Set([...indicators, ...fields].map(({ id }) => id))
  const preset = presetCriteria(indicators, period)
  const defaults = preset ? { criteria: preset, values: null } : await ofFields(fields, valuesOf)
  const criteria = wanted?.filter(({ id }) => known.has(id)) ?? defaults.criteria
  const values =
    wanted === null && defaults.values ? defaults.values : await named(criteria, valuesOf)
  return {
    ranking: {
      period,
      periods: state.periods,
      indicators,
      fields,
      values,
      defaults: defaults.criteria,
      presets: readyPresets(indicators, period),
      unknown: (wanted ?? []).map(({ id }) => id).filter((id) => !known.has(id)),
    },
  }
}

type ValuesOf = (ids: readonly string[]) => Promise<Values>

async function ofFields(
  fields: readonly Field[],
  valuesOf: ValuesOf,
): Promise<{ criteria: readonly Choice[]; values: Values | null }> {
  const candidates = candidateFields(fields)
  if (candidates.length === 0) return { criteria: [], values: null }
  const all = await valuesOf(candidates)
  const criteria = fieldCriteria(all)
  return {
    criteria,
    values: pickColumns(
      all,
      criteria.map(({ id }) => id),
    ),
  }
}

// Without a name the API answers with everything that has data: one column is enough for the zones.
async function named(criteria: readonly Choice[], valuesOf: ValuesOf): Promise<Values | null> {
  return criteria.length === 0 ? null : valuesOf(criteria.map(({ id }) => id))
}

function quoted(id: string): string {
  return id.includes(',') ? `"${id}"` : id
}
