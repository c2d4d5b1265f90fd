import { createRoute, z } from '@hono/zod-openapi'
import { AppliedRule, NewSupplyRule, SupplyDecisionAnswer, SupplyRuleVersion } from '../contract.ts'
import { attachment } from '../http/attachment.ts'
import { csvResponse } from '../http/csv-response.ts'
import { createRoutes, csv, json } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import { projectsQuery } from '../projects/routes.ts'
import { appliedPage, applyRule } from './apply.ts'
import { decide } from './decision.ts'
import { addRule, allRules, ruleOf } from './rules.ts'
import { appliedTable } from './table.ts'

const tags = ['supply']
const version = z.coerce.number().int().min(0).max(1_000_000).optional()
const query = z.object({ version })
const applied = projectsQuery.extend({ version })

const readRule = createRoute({
  tags,
  method: 'get',
  path: '/supply/rule',
  summary: 'The rule of land supply that counts, or one of its versions',
  request: { query },
  responses: { 200: json(SupplyRuleVersion, 'the rule, in words as well') },
})

const exportRule = createRoute({
  tags,
  method: 'get',
  path: '/supply/rule.json',
  summary: 'The rule as a file that can be sent back',
  request: { query },
  responses: { 200: json(SupplyRuleVersion, 'the rule') },
})

const listRules = createRoute({
  tags,
  method: 'get',
  path: '/supply/rule/versions',
  summary: 'Every version of the rule, newest first',
  responses: { 200: json(z.array(SupplyRuleVersion), 'versions') },
})

const writeRule = createRoute({
  tags,
  method: 'post',
  path: '/supply/rule',
  summary: 'Add a version of the rule; earlier ones stay',
  request: { body: { content: { 'application/json': { schema: NewSupplyRule } } } },
  responses: {
    200: json(SupplyRuleVersion, 'the same rule counts already'),
    201: json(SupplyRuleVersion, 'a new version'),
  },
})

const appliedRoute = createRoute({
  tags,
  method: 'get',
  path: '/supply/projects',
  summary: 'The rule applied to the projects of the ledger',
  request: { query: applied },
  responses: { 200: json(AppliedRule, 'those with the most land too much first') },
})

const appliedCsv = createRoute({
  tags,
  method: 'get',
  path: '/supply/projects.csv',
  summary: 'The same for all projects, as CSV',
  request: { query: applied },
  responses: { 200: csv('UTF-8 with BOM') },
})

const amount = z.coerce.number().min(0).max(1e12).optional()
const share = z.coerce.number().min(0).max(1000).default(80)

const decision = createRoute({
  tags,
  method: 'get',
  path: '/supply/decision',
  summary: 'The rule applied to a project that is being negotiated',
  request: {
    query: z.object({
      zone: z.string().max(200).optional(),
      industry: z.string().max(100).optional(),
      investment: amount.openapi({ description: 'promised, 万元' }),
      tax: amount.openapi({ description: 'promised, 万元/亩·年' }),
      area: amount.openapi({ description: 'asked for, 亩' }),
      base: amount.openapi({ description: 'base price, 万元/亩; else the zone’s land price' }),
      reachedInvestment: share.openapi({ description: 'share of the promise, %' }),
      reachedTax: share.openapi({ description: 'share of the promise, %' }),
      period: z.string().max(20).optional(),
      version,
    }),
  },
  responses: { 200: json(SupplyDecisionAnswer, 'area, price and penalties') },
})

export const supplyRoutes = createRoutes()
  .openapi(readRule, async (c) => {
    return c.json(unwrap(await ruleOf(c.get('deps'), c.req.valid('query').version)), 200)
  })
  .openapi(exportRule, async (c) => {
    const found = unwrap(await ruleOf(c.get('deps'), c.req.valid('query').version))
    const name = `permu-supply-rule-v${String(found.version)}.json`
    return c.json(found, 200, { 'content-disposition': attachment(name) })
  })
  .openapi(listRules, async (c) => c.json(await allRules(c.get('deps')), 200))
  .openapi(writeRule, async (c) => {
    const added = unwrap(await addRule(c.get('deps'), c.req.valid('json')))
    return added.isNew ? c.json(added.version, 201) : c.json(added.version, 200)
  })
  .openapi(appliedRoute, async (c) => {
    return c.json(unwrap(await appliedPage(c.get('deps'), c.req.valid('query'))), 200)
  })
  .openapi(appliedCsv, async (c) => {
    const found = unwrap(await applyRule(c.get('deps'), c.req.valid('query')))
    const name = `permu-supply-v${String(found.rule.version)}.csv`
    return csvResponse(c, name, appliedTable(found))
  })
  .openapi(decision, async (c) => {
    return c.json(unwrap(await decide(c.get('deps'), c.req.valid('query'))), 200)
  })
