import { createRoute } from '@hono/zod-openapi'
import { State } from '../contract.ts'
import { createRoutes, json } from '../http/routes.ts'
import { storedMap } from '../map/store.ts'
import { describeSamples } from '../samples/service.ts'

const state = createRoute({
  tags: ['reading'],
  method: 'get',
  path: '/state',
  summary: 'What the data are, in one answer',
  responses: { 200: json(State, 'the state') },
})

export const systemRoutes = createRoutes().openapi(state, async (c) => {
  const deps = c.get('deps')
  const { version, zones, periods, layers } = await deps.snapshots.current()
  const samples = await describeSamples(deps)
  const lastCommit = layers.at(-1)?.committedAt ?? null
  const data = { zones: zones.length, periods: [...periods], uploads: layers.length }
  const map = (await storedMap(deps.config)) !== null
  return c.json({ dataVersion: String(version), ...data, lastCommit, samples, map }, 200)
})
