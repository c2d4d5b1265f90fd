import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { attachment } from '../http/attachment.ts'
import { readablePath } from '../reading/kept-file.ts'
import { createRoutes } from '../http/routes.ts'
import { failed, unwrap } from '../problem.ts'
import { annotate } from './annotate.ts'
import * as contract from './contract-rows.ts'
import { problemsOfRows } from './queries.ts'
import { rowPage } from './rows.ts'
import { filesFolder, requireUpload } from './service.ts'

/** `zones.csv` → `zones.problems.csv`; what is no text file becomes one. */
function annotatedName(name: string): string {
  const ending = extname(name)
  const own = /^\.(csv|tsv|tab|txt)$/iu.test(ending) ? ending : '.csv'
  return `${name.slice(0, name.length - ending.length)}.problems${own}`
}

export const rowRoutes = createRoutes()
  .openapi(contract.uploadRows, async (c) => {
    const deps = c.get('deps')
    const row = unwrap(await requireUpload(deps, c.req.valid('param').id))
    return c.json(unwrap(await rowPage(deps, row, c.req.valid('query'))), 200)
  })
  .openapi(contract.annotatedFile, async (c) => {
    const deps = c.get('deps')
    const row = unwrap(await requireUpload(deps, c.req.valid('param').id))
    const { plan } = row
    if (!plan?.readable) {
      return unwrap<never>(failed('conflict', 'The file has not been read as a table.'))
    }
    const path = await readablePath(filesFolder(deps), { ...row, plan })
    const problemsOf = (rows: { from: number; to: number }) =>
      problemsOfRows(deps.store.read, row.id, rows)
    const stream = Readable.toWeb(Readable.from(annotate({ path, plan, problemsOf })))
    return c.body(stream as unknown as ReadableStream, 200, {
      'content-type': `text/csv; charset=${plan.encoding}`,
      'content-disposition': attachment(annotatedName(row.name)),
    })
  })
