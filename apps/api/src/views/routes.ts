import { need } from '../access/access.ts'
import { named } from '../access/names.ts'
import { createRoutes } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import * as contract from './contract.ts'
import * as service from './service.ts'

export const viewRoutes = createRoutes()
  .openapi(contract.listViews, async (c) => {
    const deps = c.get('deps')
    const views = await service.listViews(deps)
    return c.json(
      views.map((view) => named(deps, view)),
      200,
    )
  })
  .openapi(contract.getView, async (c) => {
    const deps = c.get('deps')
    const view = unwrap(await service.findView(deps, c.req.valid('param').id))
    return c.json(named(deps, view), 200)
  })
  .openapi(contract.saveView, async (c) => {
    const deps = c.get('deps')
    const asked = c.req.valid('json')
    if (asked.name !== undefined) need(deps, 'edit')
    const { view, isNew } = unwrap(await service.saveView(deps, asked))
    c.header('location', `/api/v1/views/${view.id}`)
    return isNew ? c.json(named(deps, view), 201) : c.json(named(deps, view), 200)
  })
  .openapi(contract.changeView, async (c) => {
    const deps = c.get('deps')
    const { id } = c.req.valid('param')
    const view = unwrap(await service.changeView(deps, id, c.req.valid('json')))
    return c.json(named(deps, view), 200)
  })
  .openapi(contract.removeView, async (c) => {
    const deps = c.get('deps')
    const view = unwrap(await service.removeView(deps, c.req.valid('param').id))
    return c.json(named(deps, view), 200)
  })
