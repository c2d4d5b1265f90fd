import { createRoute, z } from '@hono/zod-openapi'
import { Coverage, FieldCoverage } from '../contract.ts'
import { keptAnswer } from '../http/etag.ts'
import { json } from '../http/routes.ts'

const common = { tags: ['reading'] as string[], method: 'get' as const, middleware: keptAnswer }

export const coverage = createRoute({
  ...common,
  path: '/coverage',
  summary: 'How many zones have a number, for each field and period',
  responses: { 200: json(Coverage, 'fields with data') },
})

export const fieldCoverage = createRoute({
  ...common,
  path: '/coverage/{field}',
  summary: 'Which zones have a number in which period, for one field',
  request: { params: z.object({ field: z.string().max(200) }) },
  responses: { 200: json(FieldCoverage, 'zones with a state for each period') },
})
