import type { Field, Indicator, Values } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import {
  candidateFields,
  coveredIn,
  fieldCriteria,
  pickColumns,
  presetCriteria,
  readyPresets,
} from './defaults.ts'
import { presetById, presetChoices } from './method.ts'
import type { RankingData } from './screen.ts'
import { criteriaFrom, type Choice } from './state.ts'

interface Event {
  readonly fetch: typeof globalThis.fetch
  readonly url: URL
  readonly periods: readonly string[]
  /** Other quantities that the page needs besides the criteria, as far as they have data. */
  readonly more?: readonly string[]
}

const periodOf = (periods: readonly string[], asked: string | null) =>
  periods.find((one) => one === asked) ?? periods.at(-1)

/** What the pages of ranking have in common: the catalogue, and the values of the criteria asked for. */
export async function loadRanking(event: Event): Promise<RankingData | null> {
  const { fetch, url, periods, more = [] } = event
  const asked = url.searchParams.get('y')
  const period = periodOf(periods, asked)
  if (period === undefined) return null
  const client = createClient(fetch)
  const [indicators, fields] = await Promise.all([
    read<Indicator[]>(client.api.v1.indicators.$get()),
    read<Field[]>(client.api.v1.fields.$get()),
  ])
  const valuesOf = (ids: readonly string[]) =>
    read<Values>(
      client.api.v1.values.$get({ query: { period, indicators: ids.map(quoted).join(',') } }),
    )
  const known = coveredIn(indicators, period)
  const named = new Set([...indicators, ...fields].map(({ id }) => id))
  const wanted = wantedOf(url, known)
  const usual = await usualOf(presetCriteria(indicators, period), fields, valuesOf)
  const criteria = wanted?.filter(({ id }) => named.has(id)) ?? usual.criteria
  const ids = distinct([...criteria.map(({ id }) => id), ...more.filter(known)])
  const held = wanted === null && more.length === 0 ? usual.values : null
  return {
    period,
    periods,
    indicators,
    fields,
    // Without a name the API answers with everything that has data.
    values: held ?? (ids.length === 0 ? null : await valuesOf(ids)),
    defaults: usual.criteria,
    presets: readyPresets(indicators, period),
    unknown: unknownOf(wanted, named),
  }
}

const distinct = (ids: readonly string[]) => [...new Set(ids)]

function unknownOf(wanted: readonly Choice[] | null, named: ReadonlySet<string>): string[] {
  return (wanted ?? []).map(({ id }) => id).filter((id) => !named.has(id))
}

function wantedOf(url: URL, known: (id: string) => boolean): readonly Choice[] | null {
  const named = criteriaFrom(url.searchParams)
  const preset = presetById(url.searchParams.get('p'))
  return named ?? (preset ? presetChoices(preset, known) : null)
}

type ValuesOf = (ids: readonly string[]) => Promise<Values>

// The criteria before anybody chooses, and their values where they had to be asked for.
async function usualOf(
  preset: readonly Choice[] | null,
  fields: readonly Field[],
  valuesOf: ValuesOf,
): Promise<{ criteria: readonly Choice[]; values: Values | null }> {
  return preset ? { criteria: preset, values: null } : ofFields(fields, valuesOf)
}

async function ofFields(
  fields: readonly Field[],
  valuesOf: ValuesOf,
): Promise<{ criteria: readonly Choice[]; values: Values | null }> {
  const candidates = candidateFields(fields)
  if (candidates.length === 0) return { criteria: [], values: null }
  const all = await valuesOf(candidates)
  const criteria = fieldCriteria(all)
  const ids = criteria.map(({ id }) => id)
  return { criteria, values: pickColumns(all, ids) }
}

function quoted(id: string): string {
  return id.includes(',') ? `"${id}"` : id
}
