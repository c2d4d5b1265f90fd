import { createRoute, z } from '@hono/zod-openapi'
import { Ranking } from '../contract.ts'
import { csvResponse } from '../http/csv-response.ts'
import { dataEtag } from '../http/etag.ts'
import { createRoutes, csv, json } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import { readValues } from '../values/service.ts'
import { readRanking } from './service.ts'
import { rankingTable } from './table.ts'

const query = z.object({
  period: z.string().max(20).optional(),
  by: z.string().max(20_000).optional().openapi({ example: 'tax-per-land:40,capex:25:less' }),
  normalise: z.enum(['min-max', 'percentile', 'z-score', 'rank']).default('min-max'),
  aggregate: z.enum(['arithmetic']).default('arithmetic'),
  missing: z.enum(['exclude', 'reweight']).default('exclude'),
  zones: z.string().max(20_000).optional(),
  type: z.string().max(100).optional(),
})

const common = { tags: ['reading'] as string[], method: 'get' as const, middleware: dataEtag }

const rankings = createRoute({
  ...common,
  path: '/rankings',
  summary: 'Zones ranked by weighted criteria',
  request: { query },
  responses: { 200: json(Ranking, 'ranks with parts, exclusions and the method card') },
})

const rankingsCsv = createRoute({
  ...common,
  path: '/rankings.csv',
  summary: 'The same as CSV, method card included',
  request: { query },
  responses: { 200: csv('UTF-8 with BOM') },
})

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

export const rankingRoutes = createRoutes()
  .openapi(rankings, async (c) => {
    const snapshot = await c.get('deps').snapshots.current()
    return c.json(unwrap(await readRanking(snapshot, c.req.valid('query'))), 200)
  })
  .openapi(rankingsCsv, async (c) => {
    const snapshot = await c.get('deps').snapshots.current()
    const asked = c.req.valid('query')
    const ranking = unwrap(await readRanking(snapshot, asked))
    const indicators = ranking.method.criteria.map((x) => quoted(x.indicator)).join(',')
    const { period, zones, type } = asked
    const values = unwrap(await readValues(snapshot, { period, zones, type, indicators }))
    return csvResponse(c, `permu-ranking-${ranking.period}.csv`, rankingTable(ranking, values))
  })
