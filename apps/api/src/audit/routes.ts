import { createRoute, z } from '@hono/zod-openapi'
import { AuditPage, AuditVerification } from '../contract.ts'
import { createRoutes, json } from '../http/routes.ts'
import { auditAnchors } from './anchors.ts'
import type { Entry } from './entry.ts'
import { actionsKnown, listEntries } from './queries.ts'
import { verifyAudit } from './verify.ts'

const tags = ['audit']

const listRoute = createRoute({
  tags,
  method: 'get',
  path: '/audit',
  summary: 'Who changed what, newest first',
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).optional(),
      cursor: z.coerce.number().int().min(1).optional(),
      person: z.string().max(200).optional(),
      action: z.string().max(200).optional(),
    }),
  },
  responses: { 200: json(AuditPage, 'entries') },
})

const verifyRoute = createRoute({
  tags,
  method: 'get',
  path: '/audit/verification',
  summary: 'Follow the chain of the audit log from its first entry',
  responses: { 200: json(AuditVerification, 'what was found') },
})

const present = ({ workspace: _, previous: __, ...entry }: Entry) => entry

export const auditRoutes = createRoutes()
  .openapi(listRoute, async (c) => {
    const { store } = c.get('deps')
    const { limit = 50, cursor, person, action } = c.req.valid('query')
    const page = { limit: limit + 1, before: cursor, person, action }
    const entries = await listEntries(store.read, page)
    const items = entries.slice(0, limit).map(present)
    const last = entries.length > limit ? items.at(-1) : undefined
    const next = last ? String(last.seq) : null
    c.header('cache-control', 'no-store')
    return c.json({ items, next, actions: await actionsKnown(store.read) }, 200)
  })
  .openapi(verifyRoute, async (c) => {
    const { store, config } = c.get('deps')
    c.header('cache-control', 'no-store')
    return c.json(await verifyAudit(store.read, await auditAnchors(config)), 200)
  })
