import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Ranking } from '../contract.ts'
import type { Env } from '../env.ts'
import { csvResponse } from '../http/csv-response.ts'
import { keptAnswer } from '../http/etag.ts'
import { createRoutes, csv, json, xlsx } from '../http/routes.ts'
import { workbookResponse } from '../http/spreadsheet.ts'
import { unwrap } from '../problem.ts'
import { filesFolder } from '../uploads/service.ts'
import { readValues } from '../values/service.ts'
import type { Asking } from './setting.ts'
import { rankingQuery as query, type RankingQuery } from './query.ts'
import { computeAnswer, nameRanking, readRanking } from './service.ts'
import { rankingTable } from './table.ts'
import { definitionsSheet } from './workbook/definitions-sheet.ts'
import { sourcesSheet } from './workbook/sources-sheet.ts'
import { weightsSheet } from './workbook/weights-sheet.ts'

const common = { tags: ['reading'] as string[], method: 'get' as const, middleware: keptAnswer }

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
  summary: 'The same as a workbook that recomputes its scores',
  request: { query },
  responses: {
    200: xlsx('result; weights with live formulas; definitions; the cell that each number is from'),
  },
})

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

async function askingOf(c: Context<Env>): Promise<Asking> {
  const { snapshots, computing } = c.get('deps')
  return { snapshot: await snapshots.current(), computing, signal: c.req.raw.signal }
}

async function tableOf({ snapshot }: Asking, asked: RankingQuery, ranking: Ranking) {
  const indicators = ranking.method.criteria.map((x) => quoted(x.indicator)).join(',')
  const { period, zones, type } = asked
  const values = unwrap(await readValues(snapshot, { period, zones, type, indicators }))
  return { name: `permu-ranking-${ranking.period}`, rows: rankingTable(ranking, values) }
}

export const rankingRoutes = createRoutes()
  .openapi(rankings, async (c) => {
    return c.json(unwrap(await readRanking(await askingOf(c), c.req.valid('query'))), 200)
  })
  .openapi(rankingsCsv, async (c) => {
    const [asking, asked] = [await askingOf(c), c.req.valid('query')]
    const ranking = unwrap(await readRanking(asking, asked))
    const { name, rows } = await tableOf(asking, asked, ranking)
    return csvResponse(c, `${name}.csv`, rows)
  })
  .openapi(rankingsXlsx, async (c) => {
    const [asking, asked] = [await askingOf(c), c.req.valid('query')]
    const computed = unwrap(await computeAnswer(asking, asked))
    const ranking = await nameRanking(computed)
    const { name, rows } = await tableOf(asking, asked, ranking)
    const sources = await sourcesSheet(computed.setting, filesFolder(c.get('deps')))
    const result = { name: '结果 result', rows, freeze: { rows: 1, columns: 2 } }
    return workbookResponse(c, `${name}.xlsx`, [
      result,
      weightsSheet(computed, ranking),
      definitionsSheet(computed.setting),
      sources,
    ])
  })
