import { createRoute, z } from '@hono/zod-openapi'
import { Mapping, MappingDocument } from '../contract.ts'
import { json } from '../http/routes.ts'

const tags = ['mappings']
const params = z.object({ id: z.string().max(80) })

export const listMappings = createRoute({
  tags,
  method: 'get',
  path: '/mappings',
  summary: 'Remembered mappings, the newest version of each',
  responses: { 200: json(z.array(Mapping), 'all mappings') },
})

export const getMapping = createRoute({
  tags,
  method: 'get',
  path: '/mappings/{id}',
  summary: 'One mapping as a document that another server can take',
  request: {
    params,
    query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  },
  responses: { 200: json(Mapping, 'the mapping') },
})

export const importMapping = createRoute({
  tags,
  method: 'post',
  path: '/mappings',
  summary: 'Take a mapping document; files with its headers are read with it from now on',
  request: {
    body: { content: { 'application/json': { schema: MappingDocument } }, required: true },
  },
  responses: {
    200: json(Mapping, 'the newest version says the same'),
    201: json(Mapping, 'a new version'),
  },
})

export const forgetMapping = createRoute({
  tags,
  method: 'delete',
  path: '/mappings/{id}',
  summary: 'Forget a mapping; its versions stay for the files that were read with them',
  request: { params },
  responses: { 200: json(Mapping, 'forgotten') },
})
