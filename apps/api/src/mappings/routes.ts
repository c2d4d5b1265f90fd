import { createRoutes } from '../http/routes.ts'
import { failed, unwrap } from '../problem.ts'
import * as contract from './contract.ts'

export const mappingRoutes = createRoutes()
  .openapi(contract.listMappings, () => unwrap<never>(failed('conflict', 'Not built yet.')))
  .openapi(contract.getMapping, () => unwrap<never>(failed('conflict', 'Not built yet.')))
  .openapi(contract.importMapping, () => unwrap<never>(failed('conflict', 'Not built yet.')))
  .openapi(contract.forgetMapping, () => unwrap<never>(failed('conflict', 'Not built yet.')))
