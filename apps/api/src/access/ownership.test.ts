import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAccounts, type AccountsApi } from '../accounts/testing.ts'
import type { Change, ProblemBody, Upload, Zone } from '../contract.ts'

let api: AccountsApi
let admin: string
let own: { cookie: string; person: { id: string; name: string } }
let foreign: { cookie: string }
const ids = new Map<string, string>()

const FILE = '园区,土地面积（亩）,税收（万元）\n'
const BOTH = `${FILE}甲区,10,20\n乙区,30,40\n`
const FIRST = (tax: number) => `${FILE}甲区,10,${String(tax)}\n`
const SECOND = (tax: number) => `${FILE}乙区,30,${String(tax)}\n`

async function send(cookie: string, body: string, query = '') {
  const response = await api.app.request(
    `http://localhost/api/v1/uploads?name=a.csv&period=2024${query}`,
    {
      method: 'POST',
      body,
      headers: { cookie, origin: 'http://localhost', host: 'localhost', prefer: 'wait=60' },
    },
  )
  const answer = (await response.json()) as Upload &
    Omit<ProblemBody, 'status'> & { upload?: Upload }
  return { status: response.status, answer, upload: answer.upload ?? answer }
}

const act = async (cookie: string, method: string, path: string, body?: unknown) => {
  const response = await api.ask(method, path, { cookie, body })
  return {
    status: response.status,
    answer: (await response.json()) as Upload & Omit<ProblemBody, 'status'>,
  }
}

beforeAll(async () => {
  api = await openAccounts()
  admin = await api.setUp()
  expect((await send(admin, BOTH)).status).toBe(201)
  const zones = (await (await api.ask('GET', '/zones')).json()) as Zone[]
  for (const { id, name } of zones) ids.set(name, id)
  const joined = await api.join(admin, 'uploader', [ids.get('甲区') ?? ''])
  own = joined
  foreign = await api.join(admin, 'uploader', [ids.get('乙区') ?? ''])
})
afterAll(() => api.close())

describe('an uploader of one zone', () => {
  test('sends and commits files of that zone, under their own name', async () => {
    const sent = await send(own.cookie, FIRST(21))
    expect(sent.status).toBe(201)
    expect(sent.upload).toMatchObject({ status: 'committed', by: own.person.name })
    const history = await api.get<{ items: Change[] }>('/history')
    expect(history.items[0]).toMatchObject({ by: own.person.name })
  })

  test.each([
    ['foreign zones', `${FILE}甲区,10,22\n乙区,30,42\n`, ['乙区']],
    ['new zones', `${FILE}甲区,10,23\n丙区,30,43\n丁区,1,2\n`, ['丙区', '丁区']],
  ])('a file with %s is refused whole, and they are named', async (_what, file, names) => {
    const version = await api.deps.snapshots.version()
    const sent = await send(own.cookie, file)
    expect(sent).toMatchObject({ status: 403, answer: { code: 'forbidden' } })
    expect(sent.answer.errors.map(({ message }) => message)).toEqual(names)
    for (const name of names) expect(sent.answer.detail).toContain(name)
    expect(await api.deps.snapshots.version()).toBe(version)
    const { id } = sent.upload
    const again = await act(own.cookie, 'POST', `/uploads/${id}/commit`, {})
    expect(again).toMatchObject({ status: 403, answer: { code: 'forbidden' } })
    expect((await act(own.cookie, 'DELETE', `/uploads/${id}`)).status).toBe(200)
  })

  test('naming a foreign zone as one’s own does not help', async () => {
    const sent = await send(own.cookie, SECOND(44), '&mode=preview')
    const { id } = sent.upload
    const zones = [{ name: '乙区', zone: ids.get('乙区') }]
    const taken = await act(own.cookie, 'POST', `/uploads/${id}/commit`, { zones })
    expect(taken.status).toBe(403)
    await act(own.cookie, 'DELETE', `/uploads/${id}`)
  })

  test('withdraws and restores what is of their zone, whoever sent it', async () => {
    const { upload } = await send(admin, FIRST(25))
    for (const [method, path] of [
      ['DELETE', `/uploads/${upload.id}`],
      ['POST', `/uploads/${upload.id}/restore`],
    ] as const) {
      expect((await act(foreign.cookie, method, path)).status).toBe(403)
      expect((await act(own.cookie, method, path)).status).toBe(200)
    }
  })

  test('and nothing of others', async () => {
    const { upload: layer } = await send(admin, SECOND(46))
    const { upload: draft } = await send(foreign.cookie, SECOND(47), '&mode=preview')
    for (const [method, path] of [
      ['DELETE', `/uploads/${layer.id}`],
      ['DELETE', `/uploads/${draft.id}`],
      ['POST', `/uploads/${draft.id}/preview`],
      ['POST', `/uploads/${draft.id}/commit`],
    ] as const) {
      const body = method === 'POST' ? {} : undefined
      expect([path, (await act(own.cookie, method, path, body)).status]).toEqual([path, 403])
    }
    expect((await act(foreign.cookie, 'POST', `/uploads/${draft.id}/commit`, {})).status).toBe(200)
  })

  test('whose role is taken while a file waits commits nothing', async () => {
    const { person, cookie } = await api.join(admin, 'uploader', [ids.get('甲区') ?? ''])
    const { upload } = await send(cookie, FIRST(28), '&mode=preview')
    await api.ask('PATCH', `/people/${person.id}`, { cookie: admin, body: { zones: [] } })
    expect((await act(cookie, 'POST', `/uploads/${upload.id}/commit`, {})).status).toBe(403)
  })
})

test('an editor commits what an uploader may not, and it is theirs then', async () => {
  const sent = await send(own.cookie, `${FILE}戊区,10,29\n`)
  expect(sent.status).toBe(403)
  const editor = await api.join(admin, 'editor')
  const taken = await act(editor.cookie, 'POST', `/uploads/${sent.upload.id}/commit`, {})
  expect(taken).toMatchObject({
    status: 200,
    answer: { status: 'committed', by: editor.person.name },
  })
})

test('who sends only reads their own uploads, and nobody else’s, where reading is closed', async () => {
  await api.ask('PUT', '/settings', { cookie: admin, body: { reading: 'closed' } })
  const { key } = await api.addKey(own.cookie, ['ingest:write'])
  const mine = await send(own.cookie, FIRST(31), '&mode=preview')
  const theirs = await send(admin, SECOND(51), '&mode=preview')
  for (const part of ['', '/problems.csv', '/file', '/rows', '/annotated']) {
    const [own, other] = await Promise.all(
      [mine, theirs].map(({ upload }) => api.ask('GET', `/uploads/${upload.id}${part}`, { key })),
    )
    expect([part, own?.status, other?.status]).toEqual([part, 200, 403])
  }
  expect((await api.ask('GET', '/uploads', { key })).status).toBe(403)
  await api.ask('PUT', '/settings', { cookie: admin, body: { reading: 'open' } })
})

test('a view with a name is for editors, a short link for everybody who reads', async () => {
  const view = { path: '/rank', query: 'v=1' }
  expect((await api.ask('POST', '/views', { body: view })).status).toBe(201)
  const body = { ...view, name: '一季度' }
  expect((await api.ask('POST', '/views', { cookie: own.cookie, body })).status).toBe(403)
  const named = await api.ask('POST', '/views', { cookie: admin, body })
  expect(await named.json()).toMatchObject({ name: '一季度' })
})
