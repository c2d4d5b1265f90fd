import { createRoutes } from '../http/routes.ts'
import { failed, unwrap } from '../problem.ts'
import * as contract from './contract-rows.ts'

export const rowRoutes = createRoutes()
  .openapi(contract.uploadRows, () => unwrap<never>(failed('conflict', 'Not built yet.')))
  .openapi(contract.annotatedFile, () => unwrap<never>(failed('conflict', 'Not built yet.')))
