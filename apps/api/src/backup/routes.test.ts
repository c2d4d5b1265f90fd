import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unpackTar } from 'modern-tar'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { AuditVerification, Backup, BackupList, Restored } from '../contract.ts'
import { flipByte, openApi, reopenApi, type Api } from '../testing.ts'
import { runBackupCommand } from './command.ts'
import { isDue, nextDue } from './schedule.ts'

const csv = (tax: number) =>
  `园区,年份,税收（万元）,占地面积（亩）\n甲园,2024,${String(tax)},100\n乙园,2024,90,150\n`

async function make(api: Api): Promise<Backup> {
  const answer = await api.request('/backups', { method: 'POST' })
  expect(answer.status).toBe(201)
  return (await answer.json()) as Backup
}

async function restore(api: Api, name: string) {
  const answer = await api.request(`/backups/${name}/restore`, { method: 'POST' })
  return { status: answer.status, body: (await answer.json()) as Restored & { detail: string } }
}

const uploadsOf = async (api: Api) =>
  (await api.get<{ items: { id: string; status: string }[] }>('/uploads')).items

const databaseIn = (api: Api, name: string) => join(api.folder, 'backups', name, 'permu.db')

describe('making and restoring', () => {
  let api: Api
  beforeAll(async () => {
    api = await openApi()
  })
  afterAll(() => api.close())

  test('a backup says what it holds, and is listed', async () => {
    await api.send(csv(120), 'name=a.csv')
    const made = await make(api)
    expect(made).toMatchObject({
      ...{ reason: 'manual', dataVersion: 1, counts: { uploads: 1, zones: 2, people: 0 } },
      originals: { files: 1, bytes: Buffer.byteLength(csv(120)) },
    })
    const list = await api.get<BackupList>('/backups')
    expect(list.items).toEqual([{ ...made, restorable: true }])
    expect(readdirSync(join(api.folder, 'backups'))).toEqual([made.name])
  })

  test('everything is as it was, under a data version and tags that nothing has had', async () => {
    const made = await make(api)
    const before = await api.request('/uploads')
    const old = await before.text()
    const tagOf = async () => (await api.request('/coverage')).headers.get('etag')
    const tags = [await tagOf()]
    await api.send(csv(777), 'name=b.csv')
    await api.request('/views', {
      method: 'POST',
      body: JSON.stringify({ path: '/rank', query: '', name: '后来' }),
      headers: { 'content-type': 'application/json' },
    })
    tags.push(await tagOf())
    const { status, body } = await restore(api, made.name)
    expect(status).toBe(200)
    expect(body).toMatchObject({ restored: made.name, dataVersion: 3, missingOriginals: [] })
    expect(await (await api.request('/uploads')).text()).toBe(old)
    expect(await api.get<unknown[]>('/views')).toEqual([])
    expect(tags).not.toContain(await tagOf())
    const history = await api.get<{ items: { kind: string; note: string }[] }>('/history')
    expect(history.items[0]).toMatchObject({ version: 3, kind: 'backup', note: made.name })
  })

  test('the audit log goes on: what was done since is still told, and who restored', async () => {
    const { items } = await api.get<{ items: { action: string; before: string }[] }>('/audit')
    expect(items.map(({ action }) => action)).toContain('POST /views')
    expect(items[0]).toMatchObject({
      ...{ action: 'POST /backups/{name}/restore', actor: 'local', before: 'v2', after: 'v3' },
    })
    const found = await api.get<AuditVerification>('/audit/verification')
    expect(found.ok).toBe(true)
  })

  test('what was replaced is a backup itself, and comes back', async () => {
    const { items } = await api.get<BackupList>('/backups')
    const kept = items.find(({ reason }) => reason === 'restore')
    await restore(api, kept?.name ?? '')
    expect(await uploadsOf(api)).toHaveLength(2)
    const found = await api.get<AuditVerification>('/audit/verification')
    expect(found.ok).toBe(true)
  })

  test('writing goes on afterwards, and survives a stop', async () => {
    await api.send(csv(5), 'name=c.csv')
    await api.stop()
    const after = await reopenApi(api)
    expect(await uploadsOf(after)).toHaveLength(3)
    api = after
  })

  test('of two restores at once one wins and the other is told', async () => {
    const made = await make(api)
    const both = await Promise.all([restore(api, made.name), restore(api, made.name)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.detail).toContain('nother')
  })

  test('the outline of the map comes back, too', async () => {
    const outline = (name: string) => {
      const square = [[120, 30], [121, 30], [121, 31], [120, 30]] // prettier-ignore
      const geometry = { type: 'Polygon', coordinates: [square] }
      const feature = { type: 'Feature', properties: { name }, geometry }
      return JSON.stringify({ type: 'FeatureCollection', features: [feature] })
    }
    const name = async () =>
      (await api.get<{ map: { file: { name: string } } }>('/map')).map.file.name
    await api.request('/map?name=one.geojson', { method: 'PUT', body: outline('甲园') })
    const first = await name()
    const made = await make(api)
    await api.request('/map', { method: 'DELETE' })
    await restore(api, made.name)
    expect(await name()).toBe(first)
  })

  test('the archive unpacks to a data folder that works, original files included', async () => {
    const made = await make(api)
    const answer = await api.request(`/backups/${made.name}/file`)
    expect(answer.headers.get('content-type')).toBe('application/x-tar')
    const folder = mkdtempSync(join(tmpdir(), 'permu-unpacked-'))
    for (const { header, data } of await unpackTar(new Uint8Array(await answer.arrayBuffer()))) {
      mkdirSync(join(folder, header.name, '..'), { recursive: true })
      if (data) writeFileSync(join(folder, header.name), data)
    }
    const other = await openApi({ PERMU_DATA: folder })
    const [first] = await uploadsOf(other)
    expect(await uploadsOf(other)).toHaveLength((await uploadsOf(api)).length)
    expect((await other.request(`/uploads/${first?.id ?? ''}/file`)).status).toBe(200)
    await other.close()
  })

  test.each(['..', 'permu.db', '20260101-000000-daily', '%2e%2e%2fpermu'])(
    '%s is no backup',
    async (name) => {
      expect((await api.request(`/backups/${name}/file`)).status).toBe(404)
      expect((await restore(api, name)).status).toBe(404)
    },
  )
})

describe('a bad backup', () => {
  let api: Api
  let name = ''
  beforeAll(async () => {
    api = await openApi()
    await api.send(csv(120), 'name=a.csv')
    name = (await make(api)).name
    await api.send(csv(121), 'name=b.csv')
  })
  afterAll(() => api.close())
  const original = () => `${databaseIn(api, name)}.good`
  beforeAll(() => copyFileSync(databaseIn(api, name), original()))
  afterEach(() => copyFileSync(original(), databaseIn(api, name)))

  const spoil: [string, (path: string) => void][] = [
    ['of which one bit has turned', (path) => flipByte(path, 100_000)],
    ['that was cut off', (path) => truncateSync(path, 20_000)],
    ['that is no database', (path) => writeFileSync(path, 'not a database')],
    ['that is gone', (path) => rmSync(path)],
  ]

  test.each(spoil)('one %s is refused and nothing changes', async (_, damage) => {
    damage(databaseIn(api, name))
    const before = (await uploadsOf(api)).length
    const { status, body } = await restore(api, name)
    expect(status).toBe(422)
    expect(body.detail).toContain('nothing was changed')
    expect(await uploadsOf(api)).toHaveLength(before)
    await api.send(csv(1000 + before), 'name=c.csv')
    expect(await uploadsOf(api)).toHaveLength(before + 1)
  })

  test('one of a newer version is refused', async () => {
    const path = join(api.folder, 'backups', name, 'backup.json')
    const manifest = readFileSync(path, 'utf8')
    writeFileSync(path, manifest.replace(/"schema": \d+/u, '"schema": 99'))
    const { status, body } = await restore(api, name)
    expect([status, body.detail]).toEqual([422, expect.stringContaining('newer')])
    writeFileSync(path, manifest)
  })

  test('an original file that is gone is told, and does not keep the numbers away', async () => {
    const [file = ''] = readdirSync(join(api.folder, 'files'))
    rmSync(join(api.folder, 'files', file))
    const { status, body } = await restore(api, name)
    expect(status).toBe(200)
    expect(body.missingOriginals.length).toBeLessThanOrEqual(1)
  })
})

describe('the command', () => {
  async function stopped() {
    const api = await openApi()
    await api.send(csv(120), 'name=a.csv')
    const { name } = await make(api)
    await api.send(csv(121), 'name=b.csv')
    return { api, name }
  }

  async function run(api: Api, ...args: string[]) {
    const said: string[] = []
    const code = await runBackupCommand(api.deps.config, args, (line) => said.push(line))
    return { code, said: said.join('\n') }
  }

  test('lists, makes and checks beside a running server, and refuses to restore there', async () => {
    const { api, name } = await stopped()
    expect((await run(api, 'list')).said).toContain(name)
    expect((await run(api, 'make')).code).toBe(0)
    expect(await run(api, 'check')).toMatchObject({ code: 0 })
    const refused = await run(api, 'restore', name)
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('Another process')])
    expect((await run(api, 'other')).code).toBe(2)
    await api.close()
  })

  test('restores where the server is stopped', async () => {
    const { api, name } = await stopped()
    await api.stop()
    expect(await run(api, 'restore', name)).toMatchObject({ code: 0 })
    const after = await reopenApi(api)
    expect(await uploadsOf(after)).toHaveLength(1)
    expect((await after.get<AuditVerification>('/audit/verification')).ok).toBe(true)
    await after.close()
  })

  test('puts a backup in the place of a damaged database, which is kept aside', async () => {
    const { api, name } = await stopped()
    await api.stop()
    const damaged = join(api.folder, 'permu.db')
    flipByte(damaged, 50_000)
    const bytes = readFileSync(damaged)
    await expect(reopenApi(api)).rejects.toThrow('npm run backup -- list')
    expect(await run(api, 'restore', name)).toMatchObject({ code: 0 })
    const aside = readdirSync(api.folder).filter((one) => one.includes('.replaced-'))
    expect(aside).toHaveLength(1)
    expect(readFileSync(join(api.folder, aside[0] ?? '')).equals(bytes)).toBe(true)
    const after = await reopenApi(api)
    expect(await uploadsOf(after)).toHaveLength(1)
    const { items } = await after.get<{ items: { version: number }[] }>('/history')
    expect(items[0]?.version).toBe(100_001)
    await after.close()
  })

  test('a bad backup leaves even a damaged database where it is', async () => {
    const { api, name } = await stopped()
    await api.stop()
    flipByte(join(api.folder, 'permu.db'), 50_000)
    flipByte(databaseIn(api, name), 50_000)
    const bytes = readFileSync(join(api.folder, 'permu.db'))
    expect((await run(api, 'restore', name)).code).toBe(1)
    expect(readFileSync(join(api.folder, 'permu.db')).equals(bytes)).toBe(true)
    expect(existsSync(`${join(api.folder, 'permu.db')}-wal`)).toBe(false)
    rmSync(api.folder, { recursive: true })
  })
})

describe('the clock', () => {
  const at = (day: number, hour: number) => new Date(2026, 0, day, hour)
  test.each([
    ['never made', at(2, 12), null, false, true],
    ['made after three today', at(2, 12), at(2, 4), false, false],
    ['made yesterday afternoon', at(2, 12), at(1, 16), false, true],
    ['made yesterday, and it is not three yet', at(2, 2), at(1, 16), false, false],
    ['a file is being read', at(2, 4), at(1, 16), true, false],
    ['a file has been read for hours', at(2, 6), at(1, 16), true, true],
  ])('%s', (_, now, last, isBusy, due) => {
    expect(isDue(now, last?.toISOString() ?? null, isBusy)).toBe(due)
  })
  test('the next one', () => {
    expect(nextDue(at(2, 12))).toEqual(at(3, 3))
    expect(nextDue(at(2, 2))).toEqual(at(2, 3))
  })
})
