import { createRoute, z } from '@hono/zod-openapi'
import { Series, Values } from '../contract.ts'
import { csvResponse } from '../http/csv-response.ts'
import { keptAnswer } from '../http/etag.ts'
import { createRoutes, csv, json, xlsx } from '../http/routes.ts'
import { xlsxResponse } from '../http/spreadsheet.ts'
import { unwrap } from '../problem.ts'
import { valuesTable } from './table.ts'
import { readSeries, readValues } from './service.ts'

const query = z.object({
  period: z.string().max(20).optional(),
  zones: z.string().max(20_000).optional(),
  indicators: z.string().max(20_000).optional(),
  type: z.string().max(100).optional(),
})

const common = { tags: ['reading'] as string[], method: 'get' as const, middleware: keptAnswer }

const values = createRoute({
  ...common,
  path: '/values',
  summary: 'Values of indicators and fields for one period',
  request: { query },
  responses: { 200: json(Values, 'a matrix with its missing cells explained') },
})

const valuesCsv = createRoute({
  ...common,
  path: '/values.csv',
  summary: 'The same as CSV',
  request: { query },
  responses: { 200: csv('UTF-8 with BOM') },
})

const valuesXlsx = createRoute({
  ...common,
  path: '/values.xlsx',
  summary: 'The same as a workbook',
  request: { query },
  responses: { 200: xlsx('one sheet') },
})

const series = createRoute({
  ...common,
  path: '/series',
  summary: 'Values over all periods',
  request: { query: query.omit({ period: true }) },
  responses: { 200: json(Series, 'per indicator, per zone, per period') },
})

const periods = createRoute({
  ...common,
  path: '/periods',
  summary: 'Periods that have data, oldest first',
  responses: { 200: json(z.array(z.string()), 'all periods') },
})

export const valueRoutes = createRoutes()
  .openapi(values, async (c) => {
    const snapshot = await c.get('deps').snapshots.current()
    return c.json(unwrap(await readValues(snapshot, c.req.valid('query'))), 200)
  })
  .openapi(valuesCsv, async (c) => {
    const snapshot = await c.get('deps').snapshots.current()
    const answer = unwrap(await readValues(snapshot, c.req.valid('query')))
    return csvResponse(c, `permu-values-${answer.period}.csv`, valuesTable(answer))
  })
  .openapi(valuesXlsx, async (c) => {
    const snapshot = await c.get('deps').snapshots.current()
    const answer = unwrap(await readValues(snapshot, c.req.valid('query')))
    return xlsxResponse(c, `permu-values-${answer.period}.xlsx`, valuesTable(answer))
  })
  .openapi(series, async (c) => {
    const snapshot = await c.get('deps').snapshots.current()
    return c.json(unwrap(await readSeries(snapshot, c.req.valid('query'))), 200)
  })
  .openapi(periods, async (c) => {
    const { periods: all } = await c.get('deps').snapshots.current()
    return c.json([...all], 200)
  })
