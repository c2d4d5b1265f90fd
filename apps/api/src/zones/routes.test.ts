import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProblemBody, Series, Upload, Values, Zone, ZoneEvent } from '../contract.ts'
import { encodeGbk, openApi, type Api } from '../testing.ts'

let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

const json = (method: string, body: unknown) => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

const KNOWN = '代码,园区,年份,税收(万元)\n01,锦城产业园,2022,10\n02,天府软件园区,2022,20\n'

async function zones() {
  return api.get<Zone[]>('/zones')
}

async function post<T>(path: string, body: unknown) {
  const response = await api.request(path, json('POST', body))
  return { status: response.status, body: (await response.json()) as T }
}

describe('zones of a file', () => {
  test('are not made one by a code that several have, such as that of their city', async () => {
    const rows = (year: number, names: string) =>
      [...names].map((name) => `510100,${name}园,${String(year)},${String(year % 10)}\n`).join('')
    const head = '代码,园区,年份,税收(万元)\n'
    await api.send(`${head}${rows(2021, '甲')}`, 'name=a.csv')
    await api.send(`${head}${rows(2022, '甲乙')}`, 'name=b.csv')
    await api.send(`${head}${rows(2023, '乙')}${rows(2024, '丙')}`, 'name=c.csv')
    const series = await api.get<Series>('/series?indicators=tax')
    expect(series.zones.map(({ name }) => name)).toEqual(['甲园', '乙园', '丙园'])
    expect(series.values[0]).toEqual([
      [1, 2, null, null],
      [null, 2, 3, null],
      [null, null, null, 4],
    ])
  })

  test('near-misses are offered and not merged, and a word is remembered', async () => {
    await api.send(KNOWN, 'name=a.csv')
    const text = '园区,年份,税收(万元)\n天府软建园区,2023,21\n锦城产业园,2023,11\n全新地方,2023,5\n'
    const { upload } = await api.send(text, 'name=b.csv&mode=preview')
    expect(upload.zones.matched).toBe(1)
    expect(upload.zones.added.map(({ name, row }) => [name, row])).toEqual([
      ['天府软建园区', 2],
      ['全新地方', 4],
    ])
    const known = (await zones()).find(({ name }) => name === '天府软件园区')
    expect(upload.zones.near).toEqual([
      {
        name: '天府软建园区',
        row: 2,
        suggestions: [{ zone: known?.id, name: '天府软件园区', why: 'one-character' }],
      },
    ])
    const warning = upload.problems.items.find(({ code }) => code === 'zone-near')
    expect(warning).toMatchObject({ severity: 'warning', row: 2, column: 1, text: '天府软建园区' })
    expect(upload.problems.warnings).toBe(1)

    const path = `/uploads/${upload.id}`
    const reallyNew = { zones: [{ name: '天府软建园区', zone: null }] }
    const fresh = (await post<Upload>(`${path}/preview`, reallyNew)).body
    expect([fresh.zones.near, fresh.problems.warnings]).toEqual([[], 0])
    const same = { zones: [{ name: '天府软建园区', zone: known?.id }] }
    const done = (await post<Upload>(`${path}/commit`, same)).body
    expect(done).toMatchObject({ status: 'committed', counts: { zonesAdded: 1 } })
    expect(done.zones.chosen).toEqual([{ ...same.zones[0], zoneName: '天府软件园区' }])
    const merged = (await zones()).find(({ id }) => id === known?.id)
    expect(merged?.aliases).toEqual(['天府软建园区'])
    const next = await api.send('园区,年份,税收(万元)\n天府软建园区,2024,22\n', 'name=c.csv')
    expect(next.upload.zones).toMatchObject({ matched: 1, added: [], near: [] })
    expect(await zones()).toHaveLength(3)
    expect((await post(`${path}/preview`, { zones: [] })).status).toBe(409)
  })

  test('a code with another name, and two names for one zone, are told', async () => {
    await api.send(KNOWN, 'name=a.csv')
    const text = '代码,园区,年份,税收(万元)\n01,另一名称,2023,11\n,锦城产业园,2024,11\n'
    const { upload } = await api.send(text, 'name=b.csv&mode=preview')
    expect(upload.problems.items.map(({ code, row }) => [code, row])).toEqual([
      ['zone-name-conflict', 2],
      ['zone-twice', 3],
    ])
    const bad = { zones: [{ name: '另一名称', zone: 'nowhere' }] }
    const refused = await post<ProblemBody>(`/uploads/${upload.id}/preview`, bad)
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([400, '/zones/0/zone'])
  })

  test('other names are added and forgotten, and belong to one zone only', async () => {
    await api.send(KNOWN, 'name=a.csv')
    const added = await post<Zone>('/zones/锦城产业园/aliases', { name: '锦城园' })
    expect([added.status, added.body.aliases]).toEqual([200, ['锦城园']])
    expect(await api.get<Zone>('/zones/锦城园')).toMatchObject({ name: '锦城产业园' })
    const taken = await post<ProblemBody>('/zones/02/aliases', { name: '锦城园' })
    expect(taken.status).toBe(409)
    const path = `/zones/01/aliases?name=${encodeURIComponent('锦城园')}`
    const gone = await api.request(path, { method: 'DELETE' })
    expect(((await gone.json()) as Zone).aliases).toEqual([])
    expect((await api.request(path, { method: 'DELETE' })).status).toBe(404)
  })
})

describe('zone events', () => {
  test('a renamed zone is one zone, under either name', async () => {
    await api.send(KNOWN, 'name=a.csv')
    const { id } = await api.get<Zone>('/zones/01')
    const event = { date: '2023-05', kind: 'rename', from: ['锦城产业园'], to: ['锦城数字城'] }
    const made = await post<ZoneEvent>('/zone-events', { ...event, note: '批复' })
    expect(made).toMatchObject({ status: 201, body: { from: [{ id, known: true }], note: '批复' } })
    const renamed = await api.get<Zone>('/zones/锦城数字城')
    expect(renamed).toMatchObject({ id, formerNames: [{ name: '锦城产业园', until: '2023-05' }] })
    const text = '园区,年份,税收(万元)\n锦城数字城,2023,11\n锦城产业园,2021,9\n'
    const { upload } = await api.send(text, 'name=b.csv')
    expect(upload.zones).toMatchObject({ matched: 2, added: [] })
    const series = await api.get<Series>(`/series?zones=${id}&indicators=tax`)
    expect(series.values[0]?.[0]).toEqual([9, 10, 11])
    expect(series.breaks).toEqual([
      { zone: id, period: '2023', kind: 'rename', breaks: false, note: '批复' },
    ])
    await api.request(`/zone-events/${made.body.id}`, { method: 'DELETE' })
    expect(await api.get<Zone>(`/zones/${id}`)).toMatchObject({
      name: '锦城产业园',
      formerNames: [],
    })
    expect(await api.get('/zone-events')).toEqual([])
  })

  test('two zones of two files become one series where one was renamed', async () => {
    await api.send('园区,年份,税收(万元)\n旧名园区,2021,1\n', 'name=a.csv')
    await api.send('园区,年份,税收(万元)\n新名地块,2022,2\n', 'name=b.csv')
    const event = { date: '2022', kind: 'rename', from: ['旧名园区'], to: ['新名地块'] }
    expect((await post('/zone-events', event)).status).toBe(201)
    const all = await zones()
    expect(all.map(({ name, formerNames }) => [name, formerNames[0]?.name])).toEqual([
      ['新名地块', '旧名园区'],
    ])
    const series = await api.get<Series>('/series?indicators=tax&zones=旧名园区')
    expect(series.values[0]?.[0]).toEqual([1, 2])
  })

  test('a merger breaks the series and links the zones', async () => {
    await api.send(
      '园区,年份,税收(万元)\n锦城产业园,2021,1\n锦城产业园,2022,5\n天府软件园区,2021,2\n',
      'name=a.csv',
    )
    const merge = {
      ...{ date: '2022-07-01', kind: 'merge' },
      ...{ from: ['锦城产业园', '天府软件园区', '从未见过'], to: ['锦城产业园'] },
    }
    const made = await post<ZoneEvent>('/zone-events', merge)
    expect(made.body.from.map(({ known }) => known)).toEqual([true, true, false])
    const zone = await api.get<Zone>('/zones/锦城产业园')
    expect(zone.predecessors.map(({ name }) => name)).toEqual(['天府软件园区', '从未见过'])
    const { successors } = await api.get<Zone>('/zones/天府软件园区')
    expect(successors.map(({ name }) => name)).toEqual(['锦城产业园'])
    const { breaks } = await api.get<Series>('/series?indicators=tax&zones=锦城产业园')
    expect(breaks).toMatchObject([{ zone: zone.id, period: '2022', kind: 'merge', breaks: true }])
  })

  test('what cannot be is refused where it stands', async () => {
    await api.send('园区,年份,税收(万元)\n一号地,2021,1\n二号地,2021,5\n', 'name=a.csv')
    const refuse = async (event: object) => {
      const { status, body } = await post<ProblemBody>('/zone-events', event)
      return [status, body.errors[0]?.pointer]
    }
    const rename = { date: '2021', kind: 'rename', from: ['一号地'], to: ['二号地'] }
    expect(await refuse(rename)).toEqual([400, '/to'])
    expect(await refuse({ ...rename, date: '2021-13' })).toEqual([400, '/date'])
    expect(await refuse({ ...rename, from: ['甲'], to: ['乙'] })).toEqual([400, '/from'])
    expect(await refuse({ ...rename, to: [' '] })).toEqual([400, '/to/0'])
    expect(await refuse({ ...rename, kind: 'split' })).toEqual([400, '/to'])
    expect((await api.request('/zone-events/none', { method: 'DELETE' })).status).toBe(404)
  })

  test.each([
    ['GBK', (text: string) => encodeGbk(text)],
    ['UTF-8', (text: string) => new TextEncoder().encode(text)],
  ])('a file in %s is taken whole, and comes back as it can be sent', async (_, encode) => {
    await api.send(KNOWN, 'name=a.csv')
    const rows = [
      '日期,类型,原,新,说明',
      '2019,更名,锦城园,锦城老园,',
      '2020/7/1,更名,锦城老园,锦城产业园,批复',
      '2021年,合并,天府软件园区;"旧一、旧二",天府软件园区,',
      '2022-03,边界,锦城产业园,,',
      '',
    ]
    const body = encode(rows.join('\r\n'))
    const response = await api.request('/zone-events/file', { method: 'POST', body })
    const made = (await response.json()) as ZoneEvent[]
    expect(response.status).toBe(201)
    const events = await api.get<ZoneEvent[]>('/zone-events')
    expect(events.map(({ date, kind, from, to }) => [date, kind, from.length, to.length])).toEqual([
      ['2019', 'rename', 1, 1],
      ['2020-07-01', 'rename', 1, 1],
      ['2021', 'merge', 3, 1],
      ['2022-03', 'border', 1, 1],
    ])
    const zone = await api.get<Zone>('/zones/锦城产业园')
    expect(zone.formerNames.map(({ name }) => name)).toEqual(['锦城园', '锦城老园'])
    const exported = await (await api.request('/zone-events.csv')).text()
    for (const { id } of made) await api.request(`/zone-events/${id}`, { method: 'DELETE' })
    const again = await api.request('/zone-events/file', { method: 'POST', body: exported })
    expect([again.status, await again.json()]).toMatchObject([201, { length: 4 }])
  })

  test.each([
    ['/zone-events/file', 2],
    ['/mappings', 33],
  ])('%s takes no body of %d MB', async (path, megabytes) => {
    const body = new Uint8Array(megabytes * 1024 * 1024)
    const headers = { 'content-type': 'application/json' }
    const response = await api.request(path, { method: 'POST', body, headers })
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'too-large' }])
  })

  test('a file with a wrong row records nothing and names row and column', async () => {
    await api.send(KNOWN, 'name=a.csv')
    const send = async (text: string) => {
      const response = await api.request('/zone-events/file', { method: 'POST', body: text })
      const { errors } = (await response.json()) as ProblemBody
      return [response.status, errors.map(({ pointer }) => pointer)]
    }
    const many = Array.from({ length: 101 }, (_, i) => `区${String(i)}`).join('、')
    expect(await send(`日期,类型,原,新\n2022-01-01,合并,${many},一号地\n`)).toEqual([
      400,
      ['/rows/2/columns/3'],
    ])
    const good = 'date,kind,from,to\n2021,rename,锦城产业园,锦城新园\n'
    expect(await send(`${good}2021,explode,锦城产业园,\n`)).toEqual([
      400,
      ['/rows/3/columns/2', '/rows/3/columns/4'],
    ])
    expect(await send(`${good}20x1,merge,天府软件园区,新园\n`)).toEqual([
      400,
      ['/rows/3/columns/1'],
    ])
    expect(await send(`${good}2021,merge,不明,新园\n`)).toEqual([400, ['/rows/3/columns/3']])
    expect(await send('什么,都,不是\n1,2,3\n')).toEqual([400, ['/rows/1/columns/1']])
    expect(await api.get('/zone-events')).toEqual([])
    expect((await api.get<Values>('/values?indicators=tax')).dataVersion).toBe('1')
  })
})
