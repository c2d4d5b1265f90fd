import { createRoute, z } from '@hono/zod-openapi'
import { NewZoneEvent, Zone, ZoneEvent } from '../contract.ts'
import { dataEtag } from '../http/etag.ts'
import { csv, json } from '../http/routes.ts'

const tags = ['zones']
const params = z.object({ id: z.string().max(200) })
const alias = z.object({ name: z.string().trim().min(1).max(200) })

export const addAlias = createRoute({
  tags,
  method: 'post',
  path: '/zones/{id}/aliases',
  summary: 'Another name that files use for a zone',
  request: {
    params,
    body: { content: { 'application/json': { schema: alias } }, required: true },
  },
  responses: { 200: json(Zone, 'the zone') },
})

export const removeAlias = createRoute({
  tags,
  method: 'delete',
  path: '/zones/{id}/aliases',
  summary: 'Forget another name of a zone; data that came under it stay',
  request: { params, query: alias },
  responses: { 200: json(Zone, 'the zone') },
})

export const listEvents = createRoute({
  tags,
  method: 'get',
  path: '/zone-events',
  summary: 'Mergers, splits, new borders and new names of zones, oldest first',
  middleware: dataEtag,
  responses: { 200: json(z.array(ZoneEvent), 'all events') },
})

export const addEvent = createRoute({
  tags,
  method: 'post',
  path: '/zone-events',
  summary: 'Record a merger, split, new border or new name',
  request: {
    body: { content: { 'application/json': { schema: NewZoneEvent } }, required: true },
  },
  responses: { 201: json(ZoneEvent, 'recorded') },
})

export const removeEvent = createRoute({
  tags,
  method: 'delete',
  path: '/zone-events/{id}',
  summary: 'Take an event back',
  request: { params },
  responses: { 200: json(ZoneEvent, 'taken back') },
})

export const addEventFile = createRoute({
  tags,
  method: 'post',
  path: '/zone-events/file',
  summary: 'Record all events of a small CSV file, or none',
  description:
    'Columns 日期/date, 类型/kind, 原/from, 新/to, 说明/note; several names are separated by 、 or ;. ' +
    'UTF-8 or GBK. Where a row is wrong nothing is recorded, and `errors` names row and column.',
  request: {
    body: { content: { 'text/csv': { schema: z.string() } }, required: true },
  },
  responses: { 201: json(z.array(ZoneEvent), 'recorded') },
})

export const eventsCsv = createRoute({
  tags,
  method: 'get',
  path: '/zone-events.csv',
  summary: 'All events as a file that can be filled in and sent back',
  middleware: dataEtag,
  responses: { 200: csv('UTF-8 with BOM') },
})
