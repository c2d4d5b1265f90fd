import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Productivity } from '../contract.ts'
import type { Env } from '../env.ts'
import { csvResponse } from '../http/csv-response.ts'
import { keptAnswer } from '../http/etag.ts'
import { createRoutes, csv, json, xlsx } from '../http/routes.ts'
import { xlsxResponse } from '../http/spreadsheet.ts'
import { unwrap } from '../problem.ts'
import { productivityQuery, type ProductivityQuery } from './query.ts'
import { readProductivity } from './service.ts'
import { productivityTable } from './table.ts'

const common = {
  tags: ['reading'] as string[],
  method: 'get' as const,
  middleware: keptAnswer,
  request: { query: productivityQuery },
}

const productivity = createRoute({
  ...common,
  path: '/productivity',
  summary: 'Total factor productivity: how it changed, or its level',
  description:
    'Growth across a break in a zone’s series is refused with that reason. Money in current prices is flagged: a rise of prices would pass for productivity.',
  responses: { 200: json(Productivity, 'changes or levels, best first') },
})

const productivityCsv = createRoute({
  ...common,
  path: '/productivity.csv',
  summary: 'The same as CSV, method card included',
  responses: { 200: csv('UTF-8 with BOM') },
})

const productivityXlsx = createRoute({
  ...common,
  path: '/productivity.xlsx',
  summary: 'The same as a workbook',
  responses: { 200: xlsx('one sheet') },
})

async function answer(c: Context<Env>, query: ProductivityQuery) {
  const { snapshots, computing } = c.get('deps')
  const asking = { snapshot: await snapshots.current(), computing, signal: c.req.raw.signal }
  return unwrap(await readProductivity(asking, query))
}

const nameOf = ({ from, to, method }: Productivity) =>
  `permu-${method.kind}-${from === to ? to : `${from}-${to}`}`

export const productivityRoutes = createRoutes()
  .openapi(productivity, async (c) => c.json(await answer(c, c.req.valid('query')), 200))
  .openapi(productivityCsv, async (c) => {
    const found = await answer(c, c.req.valid('query'))
    return csvResponse(c, `${nameOf(found)}.csv`, productivityTable(found))
  })
  .openapi(productivityXlsx, async (c) => {
    const found = await answer(c, c.req.valid('query'))
    return xlsxResponse(c, `${nameOf(found)}.xlsx`, productivityTable(found))
  })
