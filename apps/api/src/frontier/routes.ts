import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Frontier } from '../contract.ts'
import type { Env } from '../env.ts'
import { csvResponse } from '../http/csv-response.ts'
import { keptAnswer } from '../http/etag.ts'
import { createRoutes, csv, json, xlsx } from '../http/routes.ts'
import { xlsxResponse } from '../http/spreadsheet.ts'
import { unwrap } from '../problem.ts'
import { frontierQuery, type FrontierQuery } from './query.ts'
import { readFrontier } from './service.ts'
import { frontierTable } from './table.ts'

const common = {
  tags: ['reading'] as string[],
  method: 'get' as const,
  middleware: keptAnswer,
  request: { query: frontierQuery },
}

const frontier = createRoute({
  ...common,
  path: '/frontier',
  summary: 'Efficiency of zones beside the frontier of the best (data envelopment analysis)',
  description:
    'Scores, peers with weights, slacks and targets in the units of the data. A zone with a missing or negative value, or with nothing but 0 on one side, is left out of evaluation and reference, with its reason.',
  responses: { 200: json(Frontier, 'zones, best first') },
})

const frontierCsv = createRoute({
  ...common,
  path: '/frontier.csv',
  summary: 'The same as CSV, method card included',
  responses: { 200: csv('UTF-8 with BOM') },
})

const frontierXlsx = createRoute({
  ...common,
  path: '/frontier.xlsx',
  summary: 'The same as a workbook',
  responses: { 200: xlsx('one sheet') },
})

async function answer(c: Context<Env>, query: FrontierQuery) {
  const { snapshots, computing } = c.get('deps')
  const asking = { snapshot: await snapshots.current(), computing, signal: c.req.raw.signal }
  return unwrap(await readFrontier(asking, query))
}

const nameOf = ({ period, method }: Frontier) => `permu-frontier-${method.model}-${period}`

export const frontierRoutes = createRoutes()
  .openapi(frontier, async (c) => c.json(await answer(c, c.req.valid('query')), 200))
  .openapi(frontierCsv, async (c) => {
    const found = await answer(c, c.req.valid('query'))
    return csvResponse(c, `${nameOf(found)}.csv`, frontierTable(found))
  })
  .openapi(frontierXlsx, async (c) => {
    const found = await answer(c, c.req.valid('query'))
    return xlsxResponse(c, `${nameOf(found)}.xlsx`, frontierTable(found))
  })
