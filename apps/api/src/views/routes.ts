import { createRoutes } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import * as contract from './contract.ts'
import * as service from './service.ts'

export const viewRoutes = createRoutes()
  .openapi(contract.listViews, async (c) => c.json(await service.listViews(c.get('deps')), 200))
  .openapi(contract.getView, async (c) => {
    return c.json(unwrap(await service.findView(c.get('deps'), c.req.valid('param').id)), 200)
  })
  .openapi(contract.saveView, async (c) => {
    const { view, isNew } = unwrap(await service.saveView(c.get('deps'), c.req.valid('json')))
    c.header('location', `/api/v1/views/${view.id}`)
    return isNew ? c.json(view, 201) : c.json(view, 200)
  })
  .openapi(contract.changeView, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(unwrap(await service.changeView(c.get('deps'), id, c.req.valid('json'))), 200)
  })
  .openapi(contract.removeView, async (c) => {
    return c.json(unwrap(await service.removeView(c.get('deps'), c.req.valid('param').id)), 200)
  })
