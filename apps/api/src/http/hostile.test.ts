import { parse } from 'csv-parse/sync'
import { read } from 'hucre'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApi, type Api } from '../testing.ts'

/** Text out of files on its way through all routes: never a page, a formula, a path, a header or SQL. */

const BIDI = '\u202Efdp.exe'
const TEXTS = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(2)</script>',
  '=HYPERLINK("http://evil.example","a")',
  '＝cmd|’ /C calc’!A0',
  '+1+cmd',
  '@SUM(A1)',
  '-2+3+cmd',
  '\u200B=1+1',
  '../../etc/passwd',
  "'; drop table uploads; --",
  '" onmouseover="alert(3)',
  'a\r\nset-cookie: evil=1',
  '${7*7}{{7*7}}%s%n',
  '__proto__',
  'constructor',
  BIDI,
  '长'.repeat(190),
]

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const line = (cells: readonly (string | number)[]) =>
  cells.map((cell) => quoted(String(cell))).join(',')

const HEADERS = ['园区', '年份', '税收(万元)', '供地面积(亩)', '备注', '类型', ...TEXTS.slice(0, 6)]
const FILE = [
  line(HEADERS),
  ...TEXTS.map((text, i) => line([text, 2023, i + 1, 10 + i, text, text, ...[1, 2, 3, 4, 5, 6]])),
].join('\r\n')

const LEDGER = [
  line(['项目名称', '园区', '行业', '总投资(万元)', '用地面积(亩)', '开工日期']),
  ...TEXTS.map((text, i) => line([text, text, text, 100 + i, 5, '2023-01-01'])),
].join('\r\n')

let api: Api
let id: string
beforeAll(async () => {
  api = await openApi()
  const name = encodeURIComponent(TEXTS.slice(0, 12).join(' '))
  const { status, upload } = await api.send(FILE, `name=${name}.csv`)
  expect(status).toBe(201)
  id = upload.id
  await api.send(LEDGER, `kind=ledger&name=${encodeURIComponent(TEXTS[3] ?? '')}`)
  await api.send(
    '园区,年份,税收(万元)\n=1+1,2023,<b>\n@x,2023,NaN\n',
    'name=%3Dbad.csv&mode=preview',
  )
})
afterAll(() => api.close())

/** What a spreadsheet would run rather than show. */
const RUNS = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u
const isNumber = (text: string) => /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u.test(text)

const BY = 'by=tax-per-land:1'
const CSV = [
  '/values.csv',
  `/rankings.csv?${BY}`,
  '/frontier.csv?inputs=supplied-land&outputs=tax',
  '/projects.csv',
  '/projects/reconciliation.csv',
  '/linkage.csv',
  '/starter.csv',
  '/supply/projects.csv',
  '/zone-events.csv',
  '/template.csv',
]

async function taken(path: string): Promise<Response> {
  const answer = await api.request(path)
  const disposition = answer.headers.get('content-disposition') ?? ''
  expect([path, answer.status]).toEqual([path, 200])
  expect(disposition).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.~%-]+$/u)
  return answer
}

const cellsOf = (text: string): string[] =>
  parse(text, { bom: true, relax_column_count: true }).flat()

describe('a table of text', () => {
  test.each(CSV)('%s runs nothing', async (path) => {
    const cells = cellsOf(await (await taken(path)).text())
    expect(cells.filter((cell) => RUNS.test(cell) && !isNumber(cell))).toEqual([])
  })

  test('says what the file said, behind a mark where it would have run', async () => {
    const cells = cellsOf(await (await taken('/values.csv')).text())
    const said = TEXTS.map((text) => (RUNS.test(text) ? `'${text}` : text))
    for (const text of said.filter((one) => !/[\r\n\u200b\u202e]/u.test(one))) {
      expect(cells).toContain(text)
    }
  })

  test('of problems, and the file with its problems, run nothing', async () => {
    const { items } = await api.get<{ items: { id: string }[] }>('/uploads')
    expect(items).toHaveLength(3)
    for (const upload of items) {
      const text = await (await taken(`/uploads/${upload.id}/problems.csv`)).text()
      expect(cellsOf(text).filter((cell) => RUNS.test(cell) && !isNumber(cell))).toEqual([])
      const file = await taken(`/uploads/${upload.id}/annotated`)
      const cells = cellsOf(await file.text())
      expect(cells.filter((cell) => RUNS.test(cell) && !isNumber(cell))).toEqual([])
    }
  })
})

describe('a workbook', () => {
  test.each([
    '/values.xlsx',
    `/rankings.xlsx?${BY}`,
    '/frontier.xlsx?inputs=supplied-land&outputs=tax',
    '/template.xlsx',
  ])('%s opens, and its only formulas are our own', async (path) => {
    const bytes = new Uint8Array(await (await taken(path)).arrayBuffer())
    const { sheets } = await read(bytes)
    expect(sheets.length).toBeGreaterThan(0)
    const formulas = sheets.flatMap(({ cells }) =>
      [...(cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []),
    )
    expect(formulas.filter((formula) => /HYPERLINK|cmd|evil|drop/iu.test(formula))).toEqual([])
    if (path === '/values.xlsx') expect(formulas).toEqual([])
  })
})

describe('an answer', () => {
  test.each([
    '/zones',
    '/values',
    '/uploads',
    `/rankings?${BY}`,
    '/projects',
    '/mappings',
    '/coverage',
    '/history',
    '/state',
  ])('%s is JSON that no browser takes for a page', async (path) => {
    const answer = await api.request(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/u)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('keeps texts as they are', async () => {
    const zones = await api.get<{ name: string }[]>('/zones')
    const names = zones.map(({ name }) => name)
    for (const text of ['<img src=x onerror=alert(1)>', "'; drop table uploads; --", '__proto__']) {
      expect(names).toContain(text)
    }
  })

  test('that refuses a text does not become one', async () => {
    for (const text of TEXTS) {
      const asked = encodeURIComponent(`${text}\r\nx: y`)
      for (const path of [`/values?zones=${asked}`, `/values?indicators=${asked}`, `/${asked}`]) {
        const answer = await api.request(path)
        expect(answer.status).toBeGreaterThanOrEqual(400)
        expect(answer.status).toBeLessThan(500)
        expect(answer.headers.get('content-type')).toBe('application/problem+json')
        expect(answer.headers.get('x')).toBeNull()
      }
    }
  })
})

describe('a name of a file', () => {
  const NAMES = [
    'a\r\nset-cookie: evil=1.csv',
    'a"; filename="b.exe',
    '../../../etc/passwd',
    '..\\..\\windows\\win.ini',
    '.htaccess',
    BIDI,
    'nul\u0000.csv',
    '园区’s (1).csv',
    `${'长'.repeat(280)}.csv`,
  ]

  test.each(NAMES)('%j is no header and no path', async (name) => {
    const before = readdirSync(api.folder).sort()
    const { upload } = await api.send(
      `园区,年份,税收(万元)\n甲园,2023,${String(NAMES.indexOf(name) + 20)}\n`,
      `name=${encodeURIComponent(name)}`,
    )
    const answer = await taken(`/uploads/${upload.id}/file`)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('set-cookie')).toBeNull()
    const kept = /filename\*=UTF-8''(.*)$/u.exec(answer.headers.get('content-disposition') ?? '')
    const saved = decodeURIComponent(kept?.[1] ?? '')
    expect(saved).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]/u)
    expect(saved.startsWith('.')).toBe(false)
    expect([...saved].length).toBeLessThanOrEqual(200)
    expect(readdirSync(api.folder).sort()).toEqual(before)
    expect(readdirSync(`${api.folder}/files`).every((file) => /^[0-9a-f]{64}/u.test(file))).toBe(
      true,
    )
  })

  test('of a form is treated alike', async () => {
    const form = new FormData()
    const body = new Blob(['园区,年份,税收(万元)\n甲园,2023,77\n'])
    form.append('file', body, '../../<img src=x>\u202Efdp.csv')
    const headers = { prefer: 'wait=60' }
    const sent = await api.request('/uploads', { method: 'POST', body: form, headers })
    const { id: own } = (await sent.json()) as { id: string }
    const answer = await taken(`/uploads/${own}/file`)
    expect(answer.headers.get('content-disposition')).not.toMatch(/[/<>]|%2F|%3C|%E2%80%AE/u)
  })
})

describe('a path', () => {
  test.each([
    '/uploads/..%2f..%2fpermu.db/file',
    '/uploads/%2e%2e/file',
    '/uploads/x%00/file',
    '/mappings/..%2f..%2fetc',
    '/views/..%2f..%2fetc',
    '/backups/..%2f..%2fpermu.db/file',
    '/backups/%2e%2e%2fpermu.db/file',
    '/supply/..%2frule',
    '/../../../../etc/passwd',
  ])('%s leads nowhere', async (path) => {
    const answer = await api.app.request(`http://localhost/api/v1${path}`)
    expect([400, 404]).toContain(answer.status)
    expect(await answer.text()).not.toMatch(/SQLite format|root:|ENOENT|\/tmp\//u)
  })

  test.each(['swagger-ui.css/../../package.json', '..%2fpackage.json', 'constructor', '__proto__'])(
    'the reference serves no file named %s',
    async (file) => {
      const answer = await api.app.request(`http://localhost/api/docs/${file}`)
      expect(answer.status).toBe(404)
    },
  )
})

test('after all of it the data stand as they were', async () => {
  expect((await api.get<{ id: string }>(`/uploads/${id}`)).id).toBe(id)
  const { isSound } = await api.deps.integrity()
  // A server without checksums cannot tell.
  expect(isSound).not.toBe(false)
})
