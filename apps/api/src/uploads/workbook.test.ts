import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeXlsx, type CellValue } from 'hucre'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProblemBody, Reading, Trace, Upload, Values } from '../contract.ts'
import { XLSX } from '../http/spreadsheet.ts'
import { openApi, type Api } from '../testing.ts'

type Rows = CellValue[][]

const TAX: Rows = [
  ['2023年园区税收情况', null, null],
  ['园区', '年份', '税收(万元)'],
  ['甲园', 2023, 1234.5],
  [null, null, null],
  ['乙园', 2023, 0.1],
]
const OUTPUT: Rows = [
  ['园区', '年份', '产值(亿元)'],
  ['甲园', 2023, 7],
]

async function workbook(sheets: { name: string; rows: Rows; hidden?: boolean }[]) {
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }]
  const titled = (rows: Rows) => (rows[0]?.[1] === null ? { merges } : {})
  return Uint8Array.from(
    await writeXlsx({ sheets: sheets.map((s) => ({ ...s, ...titled(s.rows) })) }),
  )
}

const two = () =>
  workbook([
    { name: '税收', rows: TAX },
    { name: '产值', rows: OUTPUT },
    { name: '底稿', rows: OUTPUT, hidden: true },
  ])

let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

async function preview(id: string, choices: Reading) {
  const response = await api.request(`/uploads/${id}/preview`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(choices),
  })
  const body: unknown = await response.json()
  return { status: response.status, upload: body as Upload, problem: body as ProblemBody }
}

describe('a workbook', () => {
  test('is read by its bytes, whatever its name, through to the values', async () => {
    const { status, upload } = await api.send(await two(), 'name=report.dat')
    expect([status, upload.status]).toEqual([201, 'committed'])
    expect(upload.file).toMatchObject({
      sheet: '税收',
      headerRow: 2,
      sheets: [
        { name: '税收', rows: 5, hidden: false },
        { name: '产值', rows: 2, hidden: false },
        { name: '底稿', rows: 2, hidden: true },
      ],
    })
    const chosen = upload.problems.items.find((p) => p.code === 'sheet-chosen')
    expect(chosen?.message.zh).toContain('税收')
    const values = await api.get<Values>('/values?indicators=tax')
    expect(values.zones.map((z) => z.name)).toEqual(['甲园', '乙园'])
    expect(values.values).toEqual([[1234.5], [0.1]])
  })

  test('comes by its content type and by a form, and comes back to the byte', async () => {
    const bytes = await two()
    const form = new FormData()
    form.append('file', new File([bytes], '税收.xlsx', { type: XLSX }))
    const sent = await api.request('/uploads', {
      method: 'POST',
      body: form,
      headers: { prefer: 'wait=60' },
    })
    const upload = (await sent.json()) as Upload
    expect([sent.status, upload.name]).toEqual([201, '税收.xlsx'])
    const file = await api.request(`/uploads/${upload.id}/file`)
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
    const again = await api.request('/uploads?name=x.xlsx', {
      method: 'POST',
      body: bytes,
      headers: { prefer: 'wait=60', 'content-type': XLSX },
    })
    expect([again.status, ((await again.json()) as Upload).id]).toEqual([200, upload.id])
  })

  test('is traced to its own row and column, also when the made file is gone', async () => {
    const { upload } = await api.send(await two(), 'name=t.xlsx')
    const trace = () => api.get<Trace>('/trace?zone=乙园&indicator=tax')
    const place = { row: 5, column: 3, header: '税收(万元)', text: '0.1', sha256: upload.sha256 }
    expect((await trace()).inputs[0]?.source).toMatchObject(place)
    const made = `${upload.sha256}.1.csv`
    const folder = join(api.folder, 'files')
    expect((await readdir(folder)).toSorted()).toEqual([upload.sha256, made])
    await rm(join(folder, made))
    expect((await trace()).inputs[0]?.source).toMatchObject(place)
    expect((await readdir(folder)).toSorted()).toEqual([upload.sha256, made])
  })
})

describe('the sheet', () => {
  test('is chosen when the file is sent', async () => {
    const query = `name=t.xlsx&sheet=${encodeURIComponent('产值')}`
    const { status, upload } = await api.send(await two(), query)
    expect([status, upload.file?.sheet, upload.reading.sheet]).toEqual([201, '产值', '产值'])
    const values = await api.get<Values>('/values?indicators=output')
    expect(values.values).toEqual([[7]])
  })

  test('is changed by a preview, also to a hidden one', async () => {
    const { upload } = await api.send(await two(), 'name=t.xlsx&mode=preview')
    expect(upload.columns.at(-1)?.field).toBe('tax')
    const other = await preview(upload.id, { sheet: '底稿' })
    expect([other.status, other.upload.file?.sheet]).toEqual([200, '底稿'])
    expect(other.upload.columns.at(-1)?.field).toBe('output')
    expect(other.upload.reading.sheet).toBe('底稿')
  })

  test('has its own rows and columns: choices about those of another one do not hold', async () => {
    const { upload } = await api.send(await two(), 'name=t.xlsx&mode=preview&period=2022')
    const columns = [{ index: 3, role: 'ignored' as const }]
    const mapped = await preview(upload.id, { columns, headerRow: 2 })
    expect(mapped.upload.columns.at(-1)?.role).toBe('ignored')
    const other = await preview(upload.id, { sheet: '产值' })
    expect(other.upload.columns.at(-1)).toMatchObject({ role: 'value', field: 'output' })
    expect(other.upload.reading).toEqual({ period: '2022', sheet: '产值' })
  })

  test('that does not exist is refused, and those that do are named', async () => {
    const { status, upload } = await api.send(await two(), 'name=t.xlsx&sheet=x')
    const problem = upload as unknown as ProblemBody & { upload: Upload }
    expect([status, problem.code]).toEqual([422, 'unusable'])
    expect(problem.detail).toContain('“税收”, “产值”')
    expect(problem.upload.file?.sheets).toHaveLength(3)
    const wrong = await preview(problem.upload.id, { sheet: 'y' })
    expect([wrong.status, wrong.problem.code]).toEqual([400, 'invalid'])
    expect(wrong.problem.detail).toContain('“产值”')
    const right = await preview(problem.upload.id, { sheet: '产值' })
    expect(right.upload).toMatchObject({ status: 'ready', file: { sheet: '产值' } })
  })
})

describe('what cannot be read', () => {
  async function refused(bytes: Uint8Array<ArrayBuffer>) {
    const { status, upload } = await api.send(bytes, 'name=t.xlsx')
    const body = upload as unknown as ProblemBody & { upload: Upload }
    const [problem] = body.upload.problems.items
    return { status, body, hint: problem?.hint, message: problem?.message }
  }

  test('an old workbook and an archive say what to do', async () => {
    const xls = new Uint8Array(1024)
    xls.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    const old = await refused(xls)
    expect([old.status, old.body.code]).toEqual([415, 'unsupported-type'])
    expect(old.hint?.zh).toContain('另存为 .xlsx 或 CSV')
    const damaged = await refused((await two()).slice(0, 2000))
    expect(damaged.status).toBe(415)
    expect(damaged.message?.en).toContain('damaged')
  })

  test('a password', async () => {
    const sheets = [{ name: 's', rows: TAX }]
    const encryption = { password: 'secret', spinCount: 100 }
    const locked = await refused(Uint8Array.from(await writeXlsx({ sheets, encryption })))
    expect([locked.status, locked.hint?.zh]).toEqual([415, expect.stringContaining('密码')])
  })

  test('a bomb is refused and leaves nothing behind', async () => {
    const row = [' '.repeat(32_000)]
    const rows = Array.from({ length: 2000 }, () => row)
    const bytes = await writeXlsx({ sheets: [{ name: 's', rows }], stringMode: 'inline' })
    const bomb = await refused(Uint8Array.from(bytes))
    expect(bomb.status).toBe(415)
    expect(bomb.message?.en).toContain('expands to too much')
    expect(await readdir(join(api.folder, 'files'))).toEqual([bomb.body.upload.sha256])
  })
})
