import { createRoutes } from '../http/routes.ts'
import { failed, unwrap } from '../problem.ts'
import * as contract from './contract.ts'

export const historyRoutes = createRoutes()
  .openapi(contract.history, () => unwrap<never>(failed('conflict', 'Not built yet.')))
  .openapi(contract.diff, () => unwrap<never>(failed('conflict', 'Not built yet.')))
  .openapi(contract.uploadChanges, () => unwrap<never>(failed('conflict', 'Not built yet.')))
