import type { FieldCoverage } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import { compareNames } from '#lib/format.ts'
import { statesOf } from '../states.ts'
import type { PageServerLoad } from './$types'

const AT_ONCE = 300

// On the server: of thousands of zones the page shows the first hundreds that fit.
export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const client = createClient(fetch).api.v1.coverage[':field']
  const found = await read<FieldCoverage>(client.$get({ param: { field: params.field } }))
  const gaps = url.searchParams.get('only') === 'gaps'
  const incomplete = found.zones.filter(({ cells }) => cells.some((state) => state !== 'value'))
  const fitting = (gaps ? incomplete : found.zones).toSorted((a, b) => compareNames(a.name, b.name))
  return {
    field: found.field,
    periods: found.periods,
    states: statesOf(found.zones),
    zones: url.searchParams.has('all') ? fitting : fitting.slice(0, AT_ONCE),
    counts: {
      all: found.zones.length,
      fitting: fitting.length,
      complete: found.zones.length - incomplete.length,
    },
    gaps,
  }
}
