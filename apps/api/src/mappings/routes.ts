import { attachment } from '../http/attachment.ts'
import { createRoutes } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import * as contract from './contract.ts'
import * as service from './service.ts'

export const mappingRoutes = createRoutes()
  .openapi(contract.listMappings, async (c) => {
    return c.json(await service.listMappings(c.get('deps')), 200)
  })
  .openapi(contract.getMapping, async (c) => {
    const { id } = c.req.valid('param')
    const mapping = unwrap(
      await service.findMapping(c.get('deps'), id, c.req.valid('query').version),
    )
    const name = `permu-mapping-${mapping.id}-v${String(mapping.version)}.json`
    c.header('content-disposition', attachment(name).replace('attachment', 'inline'))
    return c.json(mapping, 200)
  })
  .openapi(contract.importMapping, async (c) => {
    const taken = unwrap(await service.importMapping(c.get('deps'), c.req.valid('json')))
    return taken.isNew ? c.json(taken.mapping, 201) : c.json(taken.mapping, 200)
  })
  .openapi(contract.forgetMapping, async (c) => {
    return c.json(unwrap(await service.forgetMapping(c.get('deps'), c.req.valid('param').id)), 200)
  })
