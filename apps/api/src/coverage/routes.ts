import { createRoutes } from '../http/routes.ts'
import { failed, unwrap } from '../problem.ts'
import * as contract from './contract.ts'

export const coverageRoutes = createRoutes()
  .openapi(contract.coverage, () => unwrap<never>(failed('conflict', 'Not built yet.')))
  .openapi(contract.fieldCoverage, () => unwrap<never>(failed('conflict', 'Not built yet.')))
