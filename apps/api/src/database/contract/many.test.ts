import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asc, eq, execute } from '#dialect'
import { openApi, type Api } from '../../testing.ts'
import { blocks, problems, projectValues, uploadZones, zones } from '../schema.ts'
import { appendMany, insertMany, WORKSPACE, type Db, type Store } from '../store.ts'

/** What comes back of many rows is what was sent, however the engine takes them. */

let api: Api
let store: Store
beforeAll(async () => {
  api = await openApi()
  store = api.deps.store
})
afterAll(() => api.close())

/** More than are sent one by one. */
const MANY = 100

const problem = (upload: string, seq: number) => ({
  ...{ workspace: WORKSPACE, upload, seq, row: null, column: null, header: null },
  ...({ code: 'no-rows', severity: 'error', text: null, byte: null, params: null } as const),
})
type Problem = Omit<ReturnType<typeof problem>, 'text' | 'params' | 'byte'> & {
  text: string | null
  params: Record<string, string> | null
  byte: number | null
}

const problemsOf = (upload: string) =>
  store.read.select().from(problems).where(eq(problems.upload, upload)).orderBy(asc(problems.seq))

const NASTY = [
  ...[
    '',
    ' ',
    '\\N',
    '\\.',
    '\\',
    '\\\\',
    '\\x00',
    '\\t',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '"',
    '""',
    "'",
  ],
  ...[
    'null',
    'NULL',
    '{}',
    '{a,b}',
    '{null}',
    ',',
    ';',
    '--',
    '\u0001',
    '\u007f',
    '\u0085',
    '\u2028',
  ],
  ...['园区，东湖', 'ａｂｃ１', '🏭🏭', 'é', 'e\u0301', 'a\ufeff', '\uffff', '\u{10ffff}', '␀'],
  ...['a\tb\\N\nc', 'PGCOPY\n\u00ff\r\n', '$1', '%s', 'x'.repeat(70_000), '亩'.repeat(100_000)],
]

/** As few rows as are sent by a statement, and as many as are copied. */
describe.each([
  ['few', 1],
  ['many', MANY],
])('%s rows together', (name, together) => {
  async function sent(upload: string, rows: readonly Problem[]) {
    for (let from = 0; from < rows.length; from += together) {
      await store.stage((db) => insertMany(db, problems, rows.slice(from, from + together)))
    }
    return problemsOf(upload)
  }
  const padded = <T>(values: readonly T[]) => [...values, ...values, ...values]

  test('texts keep every character, and an empty one is not none', async () => {
    const upload = `texts-${name}`
    const rows = padded([...NASTY, null]).map((text, seq) => ({ ...problem(upload, seq), text }))
    expect(await sent(upload, rows)).toEqual(rows)
  })

  test('JSON keeps its texts, the order of its keys, and what none is', async () => {
    const upload = `json-${name}`
    const rows = padded([...NASTY, '\0', 'a\0b', null]).map((text, seq) => {
      const params = text === null ? null : { z: text, a: text, [`k${text.slice(0, 9)}`]: '' }
      return { ...problem(upload, seq), params }
    })
    const found = await sent(upload, rows)
    expect(found.map((row) => row.params)).toEqual(rows.map((row) => row.params))
    expect(Object.keys(found[0]?.params ?? {})).toEqual(Object.keys(rows[0]?.params ?? {}))
  })

  test('whole numbers keep every digit', async () => {
    const upload = `whole-${name}`
    const numbers = [0, 1, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53 - 1, 1 - 2 ** 53, null]
    const rows = padded(padded([...numbers, 4_294_967_295])).map((byte, seq) => {
      return { ...problem(upload, seq), byte }
    })
    expect(await sent(upload, rows)).toEqual(rows)
  })

  test('numbers keep every bit but the sign of zero', async () => {
    const upload = `numbers-${name}`
    const numbers = [0.1 + 0.2, -0, 5e-324, Number.MAX_VALUE, 1 / 3, -1e-7, 1e21, 2 ** 60, null]
    const rows = padded(padded([...numbers, Infinity, -Infinity])).map((value, row) => ({
      ...{ workspace: WORKSPACE, upload, row, column: 0, period: null, unit: null, text: null },
      ...({ item: 'area', reason: null, value } as const),
    }))
    for (let from = 0; from < rows.length; from += together) {
      const some = rows.slice(from, from + together)
      await store.stage((db) => insertMany(db, projectValues, some as never))
    }
    const found = await store.read
      .select({ value: projectValues.value })
      .from(projectValues)
      .where(eq(projectValues.upload, upload))
      .orderBy(asc(projectValues.row))
    expect(found.map(({ value }) => value)).toEqual(
      rows.map(({ value }) => (value === 0 ? 0 : value)),
    )
  })
})

test.each([0, 1, 31, 32, 33, 8191, 8192, 8193])('%i rows are as many afterwards', async (count) => {
  const upload = `count-${String(count)}`
  const rows = Array.from({ length: count }, (_, seq) => problem(upload, seq))
  await store.stage((db) => insertMany(db, problems, rows))
  expect(await problemsOf(upload)).toEqual(rows)
})

describe('bytes', () => {
  const bytesOf = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + length) % 256)
  const block = (upload: string, number: number, length: number) => ({
    ...{ workspace: WORKSPACE, upload, block: number, period: '2024', count: 3 },
    ...{ slots: new Uint8Array(0), zones: bytesOf(length), rows: bytesOf(length).subarray(1) },
    ...{ values: bytesOf(length * 2), reasons: Uint8Array.of(0, 92, 78, 255), checksum: null },
  })
  const plain = (row: Record<string, unknown>) =>
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ])

  test('come back as they were, few and millions', async () => {
    const lengths = [1, 2, 255, 16_383, 16_384, 16_385, 262_144, 5_000_000, 7]
    const rows = lengths.map((length, i) => block('bytes', i, length))
    await store.stage((db) => appendMany(db, blocks, rows))
    const found = await store.read
      .select()
      .from(blocks)
      .where(eq(blocks.upload, 'bytes'))
      .orderBy(asc(blocks.block))
    expect(found.map(plain)).toEqual(rows.map(plain))
  })

  test('of none are nothing', async () => {
    await store.stage((db) => appendMany(db, blocks, []))
    expect(await store.read.$count(blocks, eq(blocks.upload, 'none'))).toBe(0)
  })

  test('are not appended twice, nor is anything beside them', async () => {
    await store.stage((db) => appendMany(db, blocks, [block('twice', 0, 9)]))
    const again = store.stage((db) =>
      appendMany(db, blocks, [block('twice', 1, 9), block('twice', 0, 9)]),
    )
    await expect(again).rejects.toThrow(/unique/iu)
    expect(await store.read.$count(blocks, eq(blocks.upload, 'twice'))).toBe(1)
  })
})

describe('rows that are there already', () => {
  const zone = (i: number, name = `区 ${String(i)}`) => ({
    ...{ workspace: WORKSPACE, id: `many-${String(i)}`, name, code: null },
  })
  const namesOf = async () =>
    (await store.read.select().from(zones).orderBy(asc(zones.id))).map(({ name }) => name)

  test('are left, by whichever key, and all others come, whatever was done before', async () => {
    await store.stage((db) => insertMany(db, zones, [zone(3, '先来'), zone(-1, '区 5')]))
    const rows = Array.from({ length: MANY }, (_, i) => zone(i))
    await store.stage(async (db) => {
      await insertMany(db, zones, [zone(200)])
      await insertMany(db, zones, [...rows, zone(0, '再来')])
      await insertMany(db, zones, [zone(201)])
    })
    const names = await namesOf()
    const expected = rows.map(({ name }) => name).filter((name) => name !== '区 3')
    expect(names.toSorted()).toEqual([...expected, '先来', '区 200', '区 201'].toSorted())
  })

  test('count for nothing where the transaction comes to nothing', async () => {
    const before = await namesOf()
    const rows = Array.from({ length: MANY }, (_, i) => zone(500 + i))
    const failing = store.stage(async (db: Db) => {
      await insertMany(db, zones, rows)
      await execute(db, 'insert into nowhere values (1)')
    })
    await expect(failing).rejects.toThrow()
    expect(await namesOf()).toEqual(before)
  })
})

test('a row without what it must have is refused, and nothing of it stays', async () => {
  const rows = Array.from({ length: MANY }, (_, local) => ({
    ...{ workspace: WORKSPACE, upload: 'refused', local, zone: null, name: '甲', code: null },
    ...{ row: local, attributes: {} },
  }))
  rows[70] = { ...rows[70], name: null } as never
  await expect(store.stage((db) => insertMany(db, uploadZones, rows))).rejects.toThrow(/null/iu)
  expect(await store.read.$count(uploadZones, eq(uploadZones.upload, 'refused'))).toBe(0)
  await store.stage((db) => insertMany(db, uploadZones, rows.slice(0, 70)))
  expect(await store.read.$count(uploadZones, eq(uploadZones.upload, 'refused'))).toBe(70)
})
