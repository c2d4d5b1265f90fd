import { named } from '../access/names.ts'
import type { Change } from '../contract.ts'
import { createRoutes } from '../http/routes.ts'
import { failed, unwrap } from '../problem.ts'
import { requireUpload } from '../uploads/service.ts'
import * as contract from './contract.ts'
import { diffStates } from './diff.ts'
import { listChanges } from './queries.ts'
import { uploadChanges } from './upload-changes.ts'

type Listed = Awaited<ReturnType<typeof listChanges>>[number]

function toChange({ change, name }: Listed): Change {
  const { version, at, by, kind, upload, counts, note } = change
  const about = upload === null ? null : { id: upload, name: name ?? '' }
  return { version, at, by, kind, upload: about, counts, note }
}

export const historyRoutes = createRoutes()
  .openapi(contract.history, async (c) => {
    const { limit = 50, cursor } = c.req.valid('query')
    if (cursor !== undefined && !/^\d{1,15}$/u.test(cursor)) {
      return unwrap<never>(failed('invalid', 'The cursor is not one of ours.'))
    }
    const before = cursor === undefined ? undefined : Number(cursor)
    const deps = c.get('deps')
    const rows = await listChanges(deps.store.read, { limit: limit + 1, before })
    const items = rows.slice(0, limit).map((row) => named(deps, toChange(row)))
    const next = rows.length > limit ? String(items.at(-1)?.version ?? 0) : null
    return c.json({ items, next }, 200)
  })
  .openapi(contract.diff, async (c) => {
    return c.json(unwrap(await diffStates(c.get('deps'), c.req.valid('query'))), 200)
  })
  .openapi(contract.uploadChanges, async (c) => {
    const deps = c.get('deps')
    const row = unwrap(await requireUpload(deps, c.req.valid('param').id))
    return c.json(unwrap(await uploadChanges(deps, row, c.req.valid('query'))), 200)
  })
