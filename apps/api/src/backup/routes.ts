import { Readable } from 'node:stream'
import { createRoute, z } from '@hono/zod-openapi'
import { enterEvent } from '../audit/enter.ts'
import { Backup, BackupList, Restored } from '../contract.ts'
import { createRoutes, json } from '../http/routes.ts'
import { unwrap } from '../problem.ts'
import { archiveOf } from './archive.ts'

const tags = ['backups']
const params = z.object({ name: z.string().max(60) })

const listRoute = createRoute({
  tags,
  method: 'get',
  path: '/backups',
  summary: 'All backups, the newest first',
  responses: { 200: json(BackupList, 'backups') },
})

const makeRoute = createRoute({
  tags,
  method: 'post',
  path: '/backups',
  summary: 'Make a backup now; answers when it was checked',
  responses: { 201: json(Backup, 'the backup') },
})

const fileRoute = createRoute({
  tags,
  method: 'get',
  path: '/backups/{name}/file',
  summary: 'A backup as one archive that unpacks to a data folder, original files included',
  request: { params },
  responses: {
    200: {
      description: 'a tar archive',
      content: { 'application/x-tar': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

const restoreRoute = createRoute({
  tags,
  method: 'post',
  path: '/backups/{name}/restore',
  summary: 'Put a backup in the place of all data; what is there now is backed up first',
  request: { params },
  responses: { 200: json(Restored, 'the backup is in its place') },
})

export const backupRoutes = createRoutes()
  .openapi(listRoute, async (c) => {
    c.header('cache-control', 'no-store')
    return c.json(await c.get('deps').backups.list(), 200)
  })
  .openapi(makeRoute, async (c) => {
    const { backups, store, actor } = c.get('deps')
    const { format: _, sha256: __, ...backup } = unwrap(await backups.make('manual'))
    const who = { actor: actor.id, requestId: actor.requestId }
    await enterEvent(store, { ...who, action: 'POST /backups', subject: `backups/${backup.name}` })
    return c.json(backup, 201)
  })
  .openapi(fileRoute, async (c) => {
    const { backups, store, config, actor } = c.get('deps')
    const { name } = unwrap(await backups.find(c.req.valid('param').name))
    const archive = await archiveOf(config, name)
    const who = { actor: actor.id, requestId: actor.requestId }
    const action = 'GET /backups/{name}/file'
    await enterEvent(store, { ...who, action, subject: `backups/${name}` })
    return c.body(Readable.toWeb(archive) as ReadableStream, 200, {
      'content-type': 'application/x-tar',
      'content-disposition': `attachment; filename="permu-${name}.tar"`,
      'cache-control': 'no-store',
    })
  })
  .openapi(restoreRoute, async (c) => {
    const { backups, actor } = c.get('deps')
    const { name } = c.req.valid('param')
    const wish = { name, actor: actor.id, requestId: actor.requestId }
    return c.json(unwrap(await backups.restore(wish)), 200)
  })
