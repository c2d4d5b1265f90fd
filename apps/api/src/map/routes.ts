import { createRoute, z } from '@hono/zod-openapi'
import { MapAnswer } from '../contract.ts'
import { createRoutes, json } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import { readMap, removeMap, replaceMap } from './service.ts'

const tags = ['map']

const get = createRoute({
  tags,
  method: 'get',
  path: '/map',
  summary: 'The outline of the zones, and which feature is which zone',
  responses: { 200: json(MapAnswer, 'null where nobody has brought one') },
})

const put = createRoute({
  tags,
  method: 'put',
  path: '/map',
  summary: 'Bring an outline (GeoJSON, at most 8 MB), in place of the one before',
  description:
    'A FeatureCollection of Point, Polygon and MultiPolygon in degrees. Features are matched to zones by id, code or name. Nothing is replaced where the file is refused.',
  request: {
    query: z.object({ name: z.string().max(200).optional() }),
    body: { content: { 'application/octet-stream': { schema: z.string() } } },
  },
  responses: { 200: json(MapAnswer, 'the outline as it is stored') },
})

const remove = createRoute({
  tags,
  method: 'delete',
  path: '/map',
  summary: 'Take the outline away',
  responses: { 200: json(MapAnswer, 'null') },
})

export const mapRoutes = createRoutes()
  .openapi(get, async (c) => c.json({ map: await readMap(c.get('deps')) }, 200))
  .openapi(put, async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const { name = 'map.geojson' } = c.req.valid('query')
    return c.json({ map: unwrap(await replaceMap(c.get('deps'), { bytes, name })) }, 200)
  })
  .openapi(remove, async (c) => c.json({ map: unwrap(await removeMap(c.get('deps'))) }, 200))
