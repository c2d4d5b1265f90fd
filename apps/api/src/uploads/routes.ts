import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { streamSSE } from 'hono/streaming'
import type { Upload } from '../contract.ts'
import type { Deps } from '../env.ts'
import { attachment, csvResponse } from '../http/csv-response.ts'
import { createRoutes } from '../http/routes.ts'
import { failed, FaultError, unwrap } from '../problem.ts'
import * as contract from './contract.ts'
import { toFileProblem } from './present.ts'
import * as queries from './queries.ts'
import { sourceOf } from './receive.ts'
import * as service from './service.ts'
import { restoreUpload, withdrawUpload } from './withdraw.ts'

const MAX_WAIT = 300_000
const DEFAULT_WAIT = 60_000

/** Milliseconds that the client is ready to wait (RFC 7240), at most five minutes. */
function patience(prefer: string | undefined): number {
  const seconds = /(?:^|[,;\s])wait=(\d+)/u.exec(prefer ?? '')?.[1]
  return seconds === undefined ? 0 : Math.min(Number(seconds) * 1000, MAX_WAIT)
}

const isOpen = (upload: Upload) => upload.status === 'pending' || upload.status === 'reading'

async function refuseUnusable(deps: Deps, row: queries.UploadRow, upload: Upload) {
  const trouble = service.trouble(deps, upload)
  if (trouble) throw new FaultError(trouble)
  const stopped =
    upload.status === 'failed' ? service.unusable(upload) : service.stopped(row, upload)
  const fault = stopped ?? (await service.forbidden(deps, row, upload))
  if (fault) throw new FaultError(fault)
}

export const uploadRoutes = createRoutes()
  .openapi(contract.sendUpload, async (c) => {
    const deps = c.get('deps')
    const { mapping, ...query } = c.req.valid('query')
    const sending = { ...query, mapping: mapping === 'none' ? null : mapping }
    const accepted = await service.acceptUpload(deps, sourceOf(c.req.raw, c.env), sending)
    const { row, known } = unwrap(accepted)
    if (!known) await deps.intake.settled(row.id, patience(c.req.header('prefer')))
    const fresh = unwrap(await service.requireUpload(deps, row.id))
    const upload = await service.presentUpload(deps, fresh)
    c.header('location', `/api/v1/uploads/${upload.id}`)
    await refuseUnusable(deps, fresh, upload)
    if (isOpen(upload)) return c.json(upload, 202)
    return upload.status === 'committed' && !known ? c.json(upload, 201) : c.json(upload, 200)
  })
  .openapi(contract.listUploads, async (c) => {
    const deps = c.get('deps')
    const { limit = 50, cursor } = c.req.valid('query')
    const rows = await queries.listUploads(deps.store.read, { limit: limit + 1, before: cursor })
    const items = await Promise.all(
      rows.slice(0, limit).map((row) => service.presentUpload(deps, row)),
    )
    const next = rows.length > limit ? (items.at(-1)?.id ?? null) : null
    return c.json({ items, next }, 200)
  })
  .openapi(contract.getUpload, async (c) => {
    const deps = c.get('deps')
    const row = unwrap(await service.requireUpload(deps, c.req.valid('param').id))
    return c.json(await service.presentUpload(deps, row), 200)
  })
  .openapi(contract.previewUpload, async (c) => {
    const deps = c.get('deps')
    const { id } = c.req.valid('param')
    unwrap(await service.readAgain(deps, id, { ...c.req.valid('json'), mode: 'preview' }))
    await deps.intake.settled(id, patience(c.req.header('prefer')) || DEFAULT_WAIT)
    const fresh = unwrap(await service.requireUpload(deps, id))
    const upload = await service.presentUpload(deps, fresh)
    return isOpen(upload) ? c.json(upload, 202) : c.json(upload, 200)
  })
  .openapi(contract.commitRoute, async (c) => {
    const deps = c.get('deps')
    const { id } = c.req.valid('param')
    const taken = await service.commitPreview(deps, id, c.req.valid('json'))
    if (!taken.ok) throw new FaultError(await service.withUpload(deps, id, taken.fault))
    await deps.intake.settled(id, patience(c.req.header('prefer')) || DEFAULT_WAIT)
    const fresh = unwrap(await service.requireUpload(deps, id))
    const upload = await service.presentUpload(deps, fresh)
    await refuseUnusable(deps, fresh, upload)
    return isOpen(upload) ? c.json(upload, 202) : c.json(upload, 200)
  })
  .openapi(contract.withdrawRoute, async (c) => {
    const deps = c.get('deps')
    const row = unwrap(await withdrawUpload(deps, c.req.valid('param').id))
    return c.json(await service.presentUpload(deps, row), 200)
  })
  .openapi(contract.restoreRoute, async (c) => {
    const deps = c.get('deps')
    const row = unwrap(await restoreUpload(deps, c.req.valid('param').id))
    return c.json(await service.presentUpload(deps, row), 200)
  })
  .openapi(contract.problemsCsv, async (c) => {
    const deps = c.get('deps')
    const row = unwrap(await service.requireUpload(deps, c.req.valid('param').id))
    const problems = (await queries.problemsOf(deps.store.read, row.id, 200_000)).map(toFileProblem)
    const header = ['严重程度 severity', '代码 code', '行 row', '列 column', '表头 header']
    return csvResponse(c, `${row.name}.problems.csv`, [
      [...header, '内容 text', '说明', '如何修正', 'message', 'hint'],
      ...problems.map((p) => [
        ...[p.severity, p.code, p.row, p.column, p.header, p.text],
        ...[p.message.zh, p.hint.zh, p.message.en, p.hint.en],
      ]),
    ])
  })
  .openapi(contract.originalFile, async (c) => {
    const deps = c.get('deps')
    const row = unwrap(await service.requireUpload(deps, c.req.valid('param').id))
    const path = join(service.filesFolder(deps), row.sha256)
    const found = await stat(path).catch(() => null)
    if (found === null) return unwrap(failed('not-found', 'The file is no longer kept.'))
    const stream = Readable.toWeb(createReadStream(path)) as unknown as ReadableStream
    return c.body(stream, 200, {
      'content-type': 'application/octet-stream',
      'content-length': String(found.size),
      'content-disposition': attachment(row.name),
    })
  })
  .openapi(contract.uploadEvents, async (c) => {
    const deps = c.get('deps')
    const { id } = c.req.valid('param')
    unwrap(await service.requireUpload(deps, id))
    return streamSSE(c, async (stream) => {
      let open = true
      while (open && !stream.aborted) {
        const row = unwrap(await service.requireUpload(deps, id))
        const upload = await service.presentUpload(deps, row)
        await stream.writeSSE({ event: 'progress', data: JSON.stringify(upload) })
        open = isOpen(upload)
        if (open) await Promise.race([nextChange(deps.intake, id), stream.sleep(1000)])
      }
    })
  })

function nextChange(intake: { watch(id: string, f: () => void): () => void }, id: string) {
  return new Promise<void>((resolve) => {
    const stop = intake.watch(id, () => {
      stop()
      resolve()
    })
    setTimeout(() => {
      stop()
      resolve()
    }, 1000).unref()
  })
}
