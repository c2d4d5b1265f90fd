import { named } from '../access/names.ts'
import type { Deps } from '../env.ts'
import { csvResponse } from '../http/csv-response.ts'
import { createRoutes } from '../http/routes.ts'
import { failed, unwrap } from '../problem.ts'
import { addAlias, removeAlias } from './aliases.ts'
import * as contract from './contract.ts'
import { eventTable, pointerOf, readEventFile } from './event-file.ts'
import { addEvents, listEvents, removeEvent } from './events.ts'

const LARGEST_FILE = 1024 * 1024

async function eventsNamed(deps: Deps) {
  return (await listEvents(deps)).map((event) => named(deps, event))
}

export const zoneEventRoutes = createRoutes()
  .openapi(contract.addAlias, async (c) => {
    const { name } = c.req.valid('json')
    return c.json(unwrap(await addAlias(c.get('deps'), c.req.valid('param').id, name)), 200)
  })
  .openapi(contract.removeAlias, async (c) => {
    const { name } = c.req.valid('query')
    return c.json(unwrap(await removeAlias(c.get('deps'), c.req.valid('param').id, name)), 200)
  })
  .openapi(contract.listEvents, async (c) => c.json(await eventsNamed(c.get('deps')), 200))
  .openapi(contract.addEvent, async (c) => {
    const outcome = await addEvents(c.get('deps'), [c.req.valid('json')])
    if ('added' in outcome && outcome.added[0])
      return c.json(named(c.get('deps'), outcome.added[0]), 201)
    const faults = 'refused' in outcome ? outcome.refused : []
    const errors = faults.map(({ fault }) => ({
      pointer: `/${fault.field}`,
      message: fault.message,
    }))
    return unwrap<never>(failed('invalid', 'The event cannot be recorded.', errors))
  })
  .openapi(contract.removeEvent, async (c) => {
    const deps = c.get('deps')
    return c.json(named(deps, unwrap(await removeEvent(deps, c.req.valid('param').id))), 200)
  })
  .openapi(contract.addEventFile, async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    if (bytes.length > LARGEST_FILE) unwrap(failed('too-large', 'The file is larger than 1 MB.'))
    const written = unwrap(readEventFile(bytes))
    const outcome = await addEvents(
      c.get('deps'),
      written.map(({ event }) => event),
    )
    if ('added' in outcome)
      return c.json(
        outcome.added.map((one) => named(c.get('deps'), one)),
        201,
      )
    const errors = outcome.refused.flatMap(({ index, fault }) => {
      const place = written[index]
      if (!place) return []
      const column = place.columns[fault.field] + 1
      return [{ pointer: pointerOf(place.row, column), message: fault.message }]
    })
    return unwrap<never>(failed('invalid', 'Nothing was recorded: rows are wrong.', errors))
  })
  .openapi(contract.eventsCsv, async (c) => {
    return csvResponse(c, 'permu-zone-events.csv', eventTable(await eventsNamed(c.get('deps'))))
  })
