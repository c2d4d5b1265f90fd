import { createRoute, z } from '@hono/zod-openapi'
import { Zone } from '../contract.ts'
import { choosePeriod, findZone } from '../data/choose.ts'
import { keptAnswer } from '../http/etag.ts'
import { jsonList } from '../http/json-list.ts'
import { createRoutes, json } from '../http/routes.ts'
import { failed, unwrap } from '../problem.ts'

const list = createRoute({
  tags: ['reading'],
  method: 'get',
  path: '/zones',
  summary: 'Zones; with a period, those that have data in it',
  middleware: keptAnswer,
  request: { query: z.object({ period: z.string().max(20).optional() }) },
  responses: { 200: json(z.array(Zone), 'all zones') },
})

const one = createRoute({
  tags: ['reading'],
  method: 'get',
  path: '/zones/{id}',
  summary: 'One zone, by id, code or exact name',
  middleware: keptAnswer,
  request: { params: z.object({ id: z.string().max(200) }) },
  responses: { 200: json(Zone, 'the zone') },
})

export const zoneRoutes = createRoutes()
  .openapi(list, async (c) => {
    const snapshot = await c.get('deps').snapshots.current()
    const { period } = c.req.valid('query')
    if (period === undefined) return jsonList(c, snapshot.zones)
    const table = await snapshot.table(unwrap(choosePeriod(snapshot, period)))
    const columns = [...table.columns.values()]
    const present = snapshot.zones.filter((_, i) =>
      columns.some((column) => column.layer[i] !== -1),
    )
    return jsonList(c, present)
  })
  .openapi(one, async (c) => {
    const snapshot = await c.get('deps').snapshots.current()
    const index = findZone(snapshot, c.req.valid('param').id)
    const zone = index === null ? undefined : snapshot.zones[index]
    return c.json(zone ?? unwrap(failed('not-found', 'There is no such zone.')), 200)
  })
