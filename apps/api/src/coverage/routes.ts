import { createRoutes } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import * as contract from './contract.ts'
import { coverageOf, fieldCoverageOf } from './service.ts'

export const coverageRoutes = createRoutes()
  .openapi(contract.coverage, async (c) => {
    return c.json(await coverageOf(await c.get('deps').snapshots.current()), 200)
  })
  .openapi(contract.fieldCoverage, async (c) => {
    const snapshot = await c.get('deps').snapshots.current()
    return c.json(unwrap(await fieldCoverageOf(snapshot, c.req.valid('param').field)), 200)
  })
