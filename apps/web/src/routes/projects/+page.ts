import type { ProjectPage, Reconciliation } from '@permu/api/client'
import { textParam } from '#lib/address.ts'
import { ask } from '#lib/answer.ts'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'
import { queryOf } from './query.ts'

export const load: PageLoad = async ({ fetch, url }) => {
  const asked = {
    zone: textParam(url.searchParams, 'zone'),
    industry: textParam(url.searchParams, 'industry'),
    period: textParam(url.searchParams, 'period'),
    cursor: textParam(url.searchParams, 'cursor'),
    check: textParam(url.searchParams, 'check'),
    all: url.searchParams.get('all') === '1',
  }
  const { api } = createClient(fetch)
  const { zone, industry, period, cursor } = asked
  const page = await read<ProjectPage>(
    api.v1.projects.$get({ query: queryOf({ zone, industry, period, cursor }) }),
  )
  if (page.zones.length === 0) return { asked, page, checks: null }
  const checks = await ask<Reconciliation>(
    api.v1.projects.reconciliation.$get({ query: queryOf({ zone, period: asked.check }) }),
  )
  return { asked, page, checks }
}
