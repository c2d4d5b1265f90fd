import { createRoute, z } from '@hono/zod-openapi'
import { RowPage } from '../contract.ts'
import { json } from '../http/routes.ts'

const params = z.object({ id: z.string().max(60) })

export const uploadRows = createRoute({
  tags: ['uploads'],
  method: 'get',
  path: '/uploads/{id}/rows',
  summary: 'Rows of the file as written, with their problems',
  request: {
    params,
    query: z.object({
      from: z.coerce.number().int().min(1).optional().openapi({
        description: 'file row from 1; the first row below the header where it is left out',
      }),
      limit: z.coerce.number().int().min(1).max(200).optional(),
      only: z.enum(['problems']).optional(),
      cursor: z.string().max(20).optional(),
    }),
  },
  responses: { 200: json(RowPage, 'a page of rows') },
})

export const annotatedFile = createRoute({
  tags: ['uploads'],
  method: 'get',
  path: '/uploads/{id}/annotated',
  summary: 'The file with the problems of each row in a last column',
  description: 'In the encoding and with the delimiter it came in.',
  request: { params },
  responses: {
    200: {
      description: 'the file with one column more',
      content: { 'text/csv': { schema: z.string() } },
    },
  },
})
