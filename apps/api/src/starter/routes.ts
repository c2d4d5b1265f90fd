import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Starter } from '../contract.ts'
import type { Env } from '../env.ts'
import { csvResponse } from '../http/csv-response.ts'
import { dataEtag } from '../http/etag.ts'
import { createRoutes, csv, json } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import { readStarter } from './service.ts'
import { starterTable } from './table.ts'

const query = z.object({
  period: z.string().max(20).optional(),
  type: z.string().max(100).optional(),
  zones: z.string().max(20_000).optional(),
})

const common = {
  tags: ['reading'] as string[],
  method: 'get' as const,
  middleware: dataEtag,
  request: { query },
}

const starter = createRoute({
  ...common,
  path: '/starter',
  summary: 'Starter zones beside the whole zones, by three denominators',
  description:
    'Planned area, starter-zone area and supplied industrial land are never mixed; where one is unknown its density has no value and says why.',
  responses: { 200: json(Starter, 'all zones, and medians over time') },
})

const starterCsv = createRoute({
  ...common,
  path: '/starter.csv',
  summary: 'The same as CSV',
  responses: { 200: csv('UTF-8 with BOM') },
})

const answer = async (c: Context<Env>, asked: z.infer<typeof query>) =>
  unwrap(await readStarter(await c.get('deps').snapshots.current(), asked))

export const starterRoutes = createRoutes()
  .openapi(starter, async (c) => c.json(await answer(c, c.req.valid('query')), 200))
  .openapi(starterCsv, async (c) => {
    const found = await answer(c, c.req.valid('query'))
    return csvResponse(c, `permu-starter-${found.period}.csv`, starterTable(found))
  })
