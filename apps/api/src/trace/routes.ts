import { named } from '../access/names.ts'
import { createRoute, z } from '@hono/zod-openapi'
import { Trace } from '../contract.ts'
import { dataEtag } from '../http/etag.ts'
import { createRoutes, json } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import { filesFolder } from '../uploads/service.ts'
import { readTrace } from './service.ts'

const trace = createRoute({
  tags: ['reading'],
  method: 'get',
  path: '/trace',
  summary: 'A number down to file, row, column and text',
  middleware: dataEtag,
  request: {
    query: z.object({
      zone: z.string().max(200),
      period: z.string().max(20).optional(),
      indicator: z.string().max(200),
    }),
  },
  responses: { 200: json(Trace, 'the tree of a number') },
})

export const traceRoutes = createRoutes().openapi(trace, async (c) => {
  const deps = c.get('deps')
  const snapshot = await deps.snapshots.current()
  const found = unwrap(await readTrace(snapshot, c.req.valid('query'), filesFolder(deps)))
  const inputs = found.inputs.map((input) => {
    return { ...input, source: input.source && named(deps, input.source) }
  })
  return c.json({ ...found, inputs }, 200)
})
