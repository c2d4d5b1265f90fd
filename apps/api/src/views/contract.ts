import { createRoute, z } from '@hono/zod-openapi'
import { NewView, View, ViewChange } from '../contract.ts'
import { json } from '../http/routes.ts'

const tags = ['views']
const params = z.object({ id: z.string().max(80) })
const body = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
  required: true,
})

export const listViews = createRoute({
  tags,
  method: 'get',
  path: '/views',
  summary: 'Saved views that have a name, the one changed last first',
  responses: { 200: json(z.array(View), 'all named views') },
})

export const getView = createRoute({
  tags,
  method: 'get',
  path: '/views/{id}',
  summary: 'One view, with a name or without',
  request: { params },
  responses: { 200: json(View, 'the view') },
})

export const saveView = createRoute({
  tags,
  method: 'post',
  path: '/views',
  summary: 'Keep a view of a page: with a name in the list, without one as a short link /v/{id}',
  request: { body: body(NewView) },
  responses: {
    200: json(View, 'it was kept already'),
    201: json(View, 'kept, or named for the first time'),
  },
})

export const changeView = createRoute({
  tags,
  method: 'patch',
  path: '/views/{id}',
  summary: 'Another name or note',
  request: { params, body: body(ViewChange) },
  responses: { 200: json(View, 'the view') },
})

export const removeView = createRoute({
  tags,
  method: 'delete',
  path: '/views/{id}',
  summary: 'Take a view from the list; its short link keeps working',
  request: { params },
  responses: { 200: json(View, 'without a name') },
})
