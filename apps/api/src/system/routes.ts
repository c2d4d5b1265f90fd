import { createRoute, z } from '@hono/zod-openapi'
import { FIELDS } from '@permu/metrics'
import { State } from '../contract.ts'
import { splitList, unquote } from '../data/choose.ts'
import { csvResponse } from '../http/csv-response.ts'
import { createRoutes, csv, json } from '../http/routes.ts'
import { describeSamples } from '../samples/service.ts'

const state = createRoute({
  tags: ['reading'],
  method: 'get',
  path: '/state',
  summary: 'What the data are, in one answer',
  responses: { 200: json(State, 'the state') },
})

const template = createRoute({
  tags: ['uploads'],
  method: 'get',
  path: '/template.csv',
  summary: 'An empty file with the headers of the fields asked for',
  request: { query: z.object({ fields: z.string().max(5000).optional() }) },
  responses: { 200: csv('UTF-8 with BOM') },
})

const COMMON = ['supplied-land', 'fixed-asset-investment', 'tax', 'output']

export const systemRoutes = createRoutes()
  .openapi(state, async (c) => {
    const deps = c.get('deps')
    const { version, zones, periods, layers } = await deps.snapshots.current()
    const samples = await describeSamples(deps)
    const lastCommit = layers.at(-1)?.committedAt ?? null
    const data = { zones: zones.length, periods: [...periods], uploads: layers.length }
    return c.json({ dataVersion: String(version), ...data, lastCommit, samples }, 200)
  })
  .openapi(template, (c) => {
    const asked = splitList(c.req.valid('query').fields).map(unquote)
    const wanted = asked.length > 0 ? asked : COMMON
    const fields = FIELDS.filter((f) => wanted.includes(f.id))
    const headers = fields.map((f) => (f.unit ? `${f.name.zh}(${f.unit.id})` : f.name.zh))
    return csvResponse(c, 'permu-template.csv', [['园区', '年份', ...headers]])
  })
