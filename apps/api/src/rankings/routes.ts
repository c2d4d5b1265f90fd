import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Ranking } from '../contract.ts'
import type { Env } from '../env.ts'
import { csvResponse } from '../http/csv-response.ts'
import { dataEtag } from '../http/etag.ts'
import { createRoutes, csv, json, xlsx } from '../http/routes.ts'
import { xlsxResponse } from '../http/spreadsheet.ts'
import { unwrap } from '../problem.ts'
import { readValues } from '../values/service.ts'
import type { Asking } from './setting.ts'
import { rankingQuery as query, type RankingQuery } from './query.ts'
import { readRanking } from './service.ts'
import { rankingTable } from './table.ts'

const common = { tags: ['reading'] as string[], method: 'get' as const, middleware: dataEtag }

const rankings = createRoute({
  ...common,
  path: '/rankings',
  summary: 'Zones ranked by weighted criteria, or by any method',
  description:
    'Give one of by, preset and method; the other parameters change a single step of it. With draws, each rank comes with the interval that other weights would give it: the same link, the same interval.',
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

const rankingsXlsx = createRoute({
  ...common,
  path: '/rankings.xlsx',
  summary: 'The same as a workbook',
  request: { query },
  responses: { 200: xlsx('one sheet') },
})

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

async function askingOf(c: Context<Env>): Promise<Asking> {
  const { snapshots, computing } = c.get('deps')
  return { snapshot: await snapshots.current(), computing, signal: c.req.raw.signal }
}

async function tableOf(asking: Asking, asked: RankingQuery) {
  const ranking = unwrap(await readRanking(asking, asked))
  const indicators = ranking.method.criteria.map((x) => quoted(x.indicator)).join(',')
  const { period, zones, type } = asked
  const values = unwrap(await readValues(asking.snapshot, { period, zones, type, indicators }))
  return { name: `permu-ranking-${ranking.period}`, rows: rankingTable(ranking, values) }
}

export const rankingRoutes = createRoutes()
  .openapi(rankings, async (c) => {
    return c.json(unwrap(await readRanking(await askingOf(c), c.req.valid('query'))), 200)
  })
  .openapi(rankingsCsv, async (c) => {
    const { name, rows } = await tableOf(await askingOf(c), c.req.valid('query'))
    return csvResponse(c, `${name}.csv`, rows)
  })
  .openapi(rankingsXlsx, async (c) => {
    const { name, rows } = await tableOf(await askingOf(c), c.req.valid('query'))
    return xlsxResponse(c, `${name}.xlsx`, rows)
  })
