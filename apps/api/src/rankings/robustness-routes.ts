import { createRoute } from '@hono/zod-openapi'
import { Reach, Robustness } from '../contract.ts'
import { keptAnswer } from '../http/etag.ts'
import { createRoutes, json } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import { reachQuery, robustnessQuery } from './query.ts'
import { readReach } from './reach.ts'
import { readRobustness } from './robustness.ts'

const common = { tags: ['reading'] as string[], method: 'get' as const, middleware: keptAnswer }

const robustness = createRoute({
  ...common,
  path: '/rankings/robustness',
  summary: 'How much a ranking depends on its choices',
  description:
    'The same question as /rankings. Each part is computed only if `parts` names it, in a thread, and given up when the client leaves.',
  request: { query: robustnessQuery },
  responses: { 200: json(Robustness, 'the parts asked for') },
})

const reach = createRoute({
  ...common,
  path: '/rankings/reach',
  summary: 'What it would take for a zone to get a rank',
  description:
    'All else staying as it is, within the best values seen; every answer was put to the whole method again.',
  request: { query: reachQuery },
  responses: { 200: json(Reach, 'the least changes that do it') },
})

export const robustnessRoutes = createRoutes()
  .openapi(robustness, async (c) => {
    const { snapshots, computing } = c.get('deps')
    const asking = { snapshot: await snapshots.current(), computing, signal: c.req.raw.signal }
    return c.json(unwrap(await readRobustness(asking, c.req.valid('query'))), 200)
  })
  .openapi(reach, async (c) => {
    const { snapshots, computing } = c.get('deps')
    const asking = { snapshot: await snapshots.current(), computing, signal: c.req.raw.signal }
    return c.json(unwrap(await readReach(asking, c.req.valid('query'))), 200)
  })
