import { createRoute, z } from '@hono/zod-openapi'
import { Sample } from '../contract.ts'
import { createRoutes, json } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import { describeSamples, loadSample, removeSample } from './service.ts'

const all = z.array(Sample)
const params = z.object({ id: z.string().max(60) })
const tags = ['samples']

const list = createRoute({
  tags,
  method: 'get',
  path: '/samples',
  summary: 'Samples that ship with the product',
  responses: { 200: json(all, 'all samples') },
})

const load = createRoute({
  tags,
  method: 'post',
  path: '/samples/{id}',
  summary: 'Load a sample',
  request: { params },
  responses: { 200: json(all, 'all samples') },
})

const remove = createRoute({
  tags,
  method: 'delete',
  path: '/samples/{id}',
  summary: 'Remove a sample',
  request: { params },
  responses: { 200: json(all, 'all samples') },
})

export const sampleRoutes = createRoutes()
  .openapi(list, async (c) => c.json(await describeSamples(c.get('deps')), 200))
  .openapi(load, async (c) => {
    return c.json(unwrap(await loadSample(c.get('deps'), c.req.valid('param').id)), 200)
  })
  .openapi(remove, async (c) => {
    return c.json(unwrap(await removeSample(c.get('deps'), c.req.valid('param').id)), 200)
  })
