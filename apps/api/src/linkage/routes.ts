import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Linkage } from '../contract.ts'
import type { Env } from '../env.ts'
import { csvResponse } from '../http/csv-response.ts'
import { keptAnswer } from '../http/etag.ts'
import { createRoutes, csv, json } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import { linkageQuery, type LinkageQuery } from './query.ts'
import { readLinkage } from './service.ts'
import { linkageTable } from './table.ts'

const common = {
  tags: ['reading'] as string[],
  method: 'get' as const,
  middleware: keptAnswer,
  request: { query: linkageQuery },
}

const linkage = createRoute({
  ...common,
  path: '/linkage',
  summary: 'Investment beside land supplied, tax beside land price, and their coordination',
  description:
    'The project’s own rule: the speech links them and gives no function. A zone without price or area is listed with its reason and moves nothing.',
  responses: { 200: json(Linkage, 'both halves, zones furthest below the reference first') },
})

const linkageCsv = createRoute({
  ...common,
  path: '/linkage.csv',
  summary: 'The same as CSV, rule included',
  responses: { 200: csv('UTF-8 with BOM') },
})

async function answer(c: Context<Env>, query: LinkageQuery) {
  return unwrap(await readLinkage(await c.get('deps').snapshots.current(), query))
}

export const linkageRoutes = createRoutes()
  .openapi(linkage, async (c) => c.json(await answer(c, c.req.valid('query')), 200))
  .openapi(linkageCsv, async (c) => {
    const found = await answer(c, c.req.valid('query'))
    return csvResponse(c, `permu-linkage-${found.period}.csv`, linkageTable(found))
  })
