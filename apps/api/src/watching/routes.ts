import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Health } from '../contract.ts'
import type { Env } from '../env.ts'
import { createRoutes, json, text } from '../http/routes.ts'
import { look } from './facts.ts'
import { healthOf } from './health.ts'
import { readiness } from './readiness.ts'

const tags = ['administration']

const health = createRoute({
  tags,
  method: 'get',
  path: '/health',
  summary: 'How the server is: database, disk, backups, queue, memory',
  responses: { 200: json(Health, 'at this moment') },
})

const metrics = createRoute({
  tags,
  method: 'get',
  path: '/metrics',
  summary: 'The figures of the process, in the format of Prometheus',
  responses: { 200: text('text/plain; version=0.0.4') },
})

export const watchingRoutes = createRoutes()
  .openapi(health, async (c) => c.json(await healthOf(c.get('deps')), 200))
  .openapi(metrics, async (c) => {
    const deps = c.get('deps')
    const figures = await deps.metrics.text(() => look(deps))
    return c.text(figures, 200, { 'content-type': deps.metrics.contentType })
  })

/** Whether the process runs at all. */
export const answerLive = (c: Context<Env>) => c.json({ status: 'ok' })

/** Whether requests may be sent here; whoever may not see more learns which check fails. */
export async function answerReady(c: Context<Env>) {
  const { dataVersion, failed } = await readiness(c.get('deps'))
  const version = dataVersion === null ? null : String(dataVersion)
  if (failed.length === 0) return c.json({ status: 'ok', dataVersion: version, failed: [] })
  return c.json({ status: 'not ready', dataVersion: version, failed: [...failed] }, 503)
}
