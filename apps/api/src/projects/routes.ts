import { createRoute, z } from '@hono/zod-openapi'
import { ProjectPage, ProjectTrace, Reconciliation } from '../contract.ts'
import { csvResponse } from '../http/csv-response.ts'
import { dataEtag } from '../http/etag.ts'
import { createRoutes, csv, json } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import { toProject } from './present.ts'
import { reconcile } from './reconcile.ts'
import { askLedger, projectPage, traceProject } from './service.ts'
import { projectTable, reconciliationTable } from './table.ts'

const filters = {
  zone: z.string().max(200).optional(),
  industry: z.string().max(100).optional(),
  period: z.string().max(20).optional().openapi({ description: 'the year of tax per mu' }),
}

/** What a page of projects is asked by. */
export const projectsQuery = z.object({
  ...filters,
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: z.string().max(20).optional(),
})

const common = { tags: ['projects'] as string[], method: 'get' as const, middleware: dataEtag }

const list = createRoute({
  ...common,
  path: '/projects',
  summary: 'The ledger of projects as its newest files have it',
  request: { query: projectsQuery },
  responses: { 200: json(ProjectPage, 'a page of projects, by zone') },
})

const listCsv = createRoute({
  ...common,
  path: '/projects.csv',
  summary: 'All projects that the filters leave, as CSV',
  request: { query: z.object(filters) },
  responses: { 200: csv('UTF-8 with BOM') },
})

const query = z.object({
  period: z.string().max(20).optional(),
  zone: z.string().max(200).optional().openapi({ description: 'with the parts of every sum' }),
})

const reconciliation = createRoute({
  ...common,
  path: '/projects/reconciliation',
  summary: 'The ledger’s sums beside the zones’ own figures',
  description:
    'Area, investment and tax of the projects supplied by the end of the period, and indicators by ratio of sums.',
  request: { query },
  responses: { 200: json(Reconciliation, 'zones that the ledger names') },
})

const reconciliationCsv = createRoute({
  ...common,
  path: '/projects/reconciliation.csv',
  summary: 'The same as CSV',
  request: { query },
  responses: { 200: csv('UTF-8 with BOM') },
})

const trace = createRoute({
  ...common,
  path: '/projects/{id}/trace',
  summary: 'Every figure of a project down to file, row, column and text',
  request: { params: z.object({ id: z.string().max(60) }) },
  responses: { 200: json(ProjectTrace, 'the project and its cells') },
})

export const projectRoutes = createRoutes()
  .openapi(list, async (c) => {
    return c.json(unwrap(await projectPage(c.get('deps'), c.req.valid('query'))), 200)
  })
  .openapi(listCsv, async (c) => {
    const asked = unwrap(await askLedger(c.get('deps'), c.req.valid('query')))
    const { snapshot, projects, period, ledger } = asked
    const shown = projects.map((project) => toProject(snapshot, project, period))
    const rows = projectTable(shown, { periods: ledger.periods, period })
    return csvResponse(c, 'permu-projects.csv', rows)
  })
  .openapi(reconciliation, async (c) => {
    return c.json(unwrap(await reconcile(c.get('deps'), c.req.valid('query'))), 200)
  })
  .openapi(reconciliationCsv, async (c) => {
    const found = unwrap(await reconcile(c.get('deps'), c.req.valid('query')))
    const name = `permu-reconciliation-${found.period}.csv`
    return csvResponse(c, name, reconciliationTable(found))
  })
  .openapi(trace, async (c) => {
    return c.json(unwrap(await traceProject(c.get('deps'), c.req.valid('param').id)), 200)
  })
