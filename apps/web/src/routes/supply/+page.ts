import type {
  AppliedRule,
  ProjectPage,
  SupplyDecisionAnswer,
  SupplyRuleVersion,
  Zone,
} from '@permu/api/client'
import { textParam } from '#lib/address.ts'
import { ask } from '#lib/answer.ts'
import { createClient, read } from '#lib/api.ts'
import { queryOf } from '../projects/query.ts'
import type { PageLoad } from './$types'

const PROMISES = ['investment', 'tax', 'area', 'base', 'reachedInvestment', 'reachedTax'] as const

/** What the address says of the project that is being negotiated. */
function promisesIn(params: URLSearchParams) {
  const text = (key: string) => textParam(params, key)
  const [investment, tax, area, base, reachedInvestment, reachedTax] = PROMISES.map(text)
  return {
    ...{ zone: text('pzone'), industry: text('pindustry') },
    investment: investment ?? null,
    tax: tax ?? null,
    area: area ?? null,
    base: base ?? null,
    reachedInvestment: reachedInvestment ?? null,
    reachedTax: reachedTax ?? null,
  }
}

export const load: PageLoad = async ({ fetch, url }) => {
  const text = (key: string) => textParam(url.searchParams, key)
  const asked = { zone: text('zone'), industry: text('industry'), period: text('period') }
  const [version, cursor] = [text('version'), text('cursor')]
  const promises = promisesIn(url.searchParams)
  const { api } = createClient(fetch)
  const supply = api.v1.supply
  const wanted = promises.investment !== null || promises.area !== null
  const [rule, versions, zones, ledger, applied, decision] = await Promise.all([
    read<SupplyRuleVersion>(supply.rule.$get({ query: queryOf({ version }) })),
    read<SupplyRuleVersion[]>(supply.rule.versions.$get()),
    read<Zone[]>(api.v1.zones.$get({ query: {} })),
    read<ProjectPage>(api.v1.projects.$get({ query: { limit: '1' } })),
    read<AppliedRule>(supply.projects.$get({ query: queryOf({ ...asked, version, cursor }) })),
    wanted
      ? ask<SupplyDecisionAnswer>(
          supply.decision.$get({ query: queryOf({ ...promises, version }) }),
        )
      : null,
  ])
  return { asked, version, cursor, promises, rule, versions, zones, ledger, applied, decision }
}
