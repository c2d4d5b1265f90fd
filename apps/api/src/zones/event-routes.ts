import { createRoutes } from '../http/routes.ts'
import { failed, unwrap } from '../problem.ts'
import * as contract from './contract.ts'

export const zoneEventRoutes = createRoutes()
  .openapi(contract.addAlias, () => unwrap<never>(failed('conflict', 'Not built yet.')))
  .openapi(contract.removeAlias, () => unwrap<never>(failed('conflict', 'Not built yet.')))
  .openapi(contract.listEvents, () => unwrap<never>(failed('conflict', 'Not built yet.')))
  .openapi(contract.addEvent, () => unwrap<never>(failed('conflict', 'Not built yet.')))
  .openapi(contract.removeEvent, () => unwrap<never>(failed('conflict', 'Not built yet.')))
  .openapi(contract.addEventFile, () => unwrap<never>(failed('conflict', 'Not built yet.')))
  .openapi(contract.eventsCsv, () => unwrap<never>(failed('conflict', 'Not built yet.')))
