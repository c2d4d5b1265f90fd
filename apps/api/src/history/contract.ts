import { createRoute, z } from '@hono/zod-openapi'
import { CellChangePage, ChangePage } from '../contract.ts'
import { dataEtag } from '../http/etag.ts'
import { json } from '../http/routes.ts'

const tags = ['history']

const page = {
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  cursor: z.string().max(60).optional(),
}
const version = z.coerce.number().int().min(0)

export const history = createRoute({
  tags,
  method: 'get',
  path: '/history',
  summary: 'What changed the data, newest first',
  middleware: dataEtag,
  request: { query: z.object(page) },
  responses: { 200: json(ChangePage, 'a page of changes') },
})

export const diff = createRoute({
  tags,
  method: 'get',
  path: '/diff',
  summary: 'Two states of the data compared by cell',
  description: '`from` and `to` are data versions; `to` is the current one where it is left out.',
  middleware: dataEtag,
  request: { query: z.object({ from: version, to: version.optional(), ...page }) },
  responses: { 200: json(CellChangePage, 'cells that differ, by period, field and zone') },
})

export const uploadChanges = createRoute({
  tags: ['uploads'],
  method: 'get',
  path: '/uploads/{id}/changes',
  summary: 'What a file adds to the data and changes in them, by cell',
  description:
    'A preview is compared with the data as they are, a committed file with the data below it when ' +
    'it was committed. `removed` are numbers that the file takes back with a stated reason.',
  request: {
    params: z.object({ id: z.string().max(60) }),
    query: z.object({ kind: z.enum(['added', 'changed', 'same', 'removed']).optional(), ...page }),
  },
  responses: { 200: json(CellChangePage, 'cells, in the order of periods and rows') },
})
