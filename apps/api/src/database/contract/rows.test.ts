import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asc, desc, eq, inArray } from '#dialect'
import { openApi, type Api } from '../../testing.ts'
import { blocks, people, problems, projectValues, uploads, uploadZones, zones } from '../schema.ts'
import { appendMany, insertMany, selectMany, updateMany, WORKSPACE, type Store } from '../store.ts'

let api: Api
let store: Store
beforeAll(async () => {
  api = await openApi()
  store = api.deps.store
})
afterAll(() => api.close())

const zone = (local: number) => ({
  ...{ workspace: WORKSPACE, upload: 'many', local, zone: null, name: `园区 ${String(local)}` },
  ...{ code: local % 2 === 0 ? null : `"c,${String(local)}\\`, row: local + 2 },
  attributes: { type: '{"a",b}', '\u0001': 'null' },
})

describe('many rows', () => {
  const rows = Array.from({ length: 20_011 }, (_, i) => zone(i))

  test('are inserted as they are, and those that are there already are left', async () => {
    await store.stage((db) => insertMany(db, uploadZones, rows))
    await store.stage((db) => insertMany(db, uploadZones, [{ ...zone(7), name: 'another' }]))
    const found = await store.read.select().from(uploadZones).orderBy(asc(uploadZones.local))
    expect(found.length).toBe(rows.length)
    expect(found[7]).toEqual(zone(7))
    expect(found.at(-1)).toEqual(zone(rows.length - 1))
  })

  test('are changed by their keys', async () => {
    const where = (local: number) => ({ workspace: WORKSPACE, upload: 'many', local })
    const changes = rows.slice(0, 9000).map(({ local }) => ({
      set: { zone: local === 5 ? null : `z${String(local)}` },
      where: where(local),
    }))
    await store.stage((db) => updateMany(db, uploadZones, changes))
    const found = await store.read
      .select({ zone: uploadZones.zone })
      .from(uploadZones)
      .orderBy(asc(uploadZones.local))
    expect([found[5]?.zone, found[8999]?.zone, found[9000]?.zone]).toEqual([null, 'z8999', null])
    await store.stage((db) => updateMany(db, uploadZones, []))
  })

  test('are read by what they have, some columns of them, in order', async () => {
    const found = await selectMany(store.read, uploadZones, {
      columns: ['local', 'attributes', 'code'],
      where: { workspace: WORKSPACE, upload: 'many' },
      order: ['workspace', 'local'],
    })
    expect(found).toEqual(rows.map(({ local, attributes, code }) => ({ local, attributes, code })))
    const one = { upload: 'many', local: 11 }
    const columns = ['row'] as const
    const asked = { columns, where: one, order: columns }
    expect(await selectMany(store.read, uploadZones, asked)).toEqual([{ row: 13 }])
    const none = { ...asked, where: { upload: "many' or '1'='1" } }
    expect(await selectMany(store.read, uploadZones, none)).toEqual([])
  })

  test('of no row at all is nothing', async () => {
    await store.stage((db) => insertMany(db, zones, []))
    expect(await store.read.$count(zones)).toBe(0)
  })
})

test('bytes, large and small numbers, flags and texts come back as they were', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7) % 256)
  const block = {
    ...{ workspace: WORKSPACE, upload: 'u', block: 0, period: '2024', count: 3 },
    ...{ slots: new Uint8Array(0), zones: bytes, rows: bytes.subarray(3, 9), values: bytes },
    ...{ reasons: Uint8Array.of(0, 255), checksum: 4_294_967_295 },
  }
  const value = {
    ...{ workspace: WORKSPACE, upload: 'u', row: 1, column: 2 },
    ...({ item: 'area', period: null, unit: '亩', text: 'O’Brien \\ "x" \n\t🏭' } as const),
    reason: null,
  }
  const numbers = [0.1 + 0.2, -0, 5e-324, Number.MAX_VALUE, 1 / 3, -123456789.12345679]
  await store.stage(async (db) => {
    await appendMany(db, blocks, [block])
    await appendMany(db, blocks, [{ ...block, upload: 'another' }])
    for (const [row, number] of numbers.entries()) {
      await db.insert(projectValues).values({ ...value, row, value: number } as never)
    }
  })
  const found = await store.read.select().from(blocks).where(eq(blocks.upload, 'u'))
  const plain = (row: Record<string, unknown>) =>
    Object.entries(row).map(([name, one]) => [name, one instanceof Uint8Array ? [...one] : one])
  expect(found.map(plain)).toEqual([plain(block)])
  const kept = await store.read.select().from(projectValues).orderBy(asc(projectValues.row))
  expect(kept.map((one) => one.value)).toEqual(
    numbers.map((n) => (n === 0 ? expect.closeTo(0) : n)),
  )
  await expect(store.stage((db) => appendMany(db, blocks, [block]))).rejects.toThrow()
  expect(kept[0]?.text).toBe(value.text)
})

test('a person’s flags and lists', async () => {
  const person = {
    ...{
      id: 'p',
      name: '王',
      email: 'w@example.org',
      emailVerified: true,
      role: 'viewer' as const,
    },
    ...{ zones: ['甲', '乙'], disabled: false, mustChangePassword: true },
    ...{ createdAt: 't', updatedAt: 't', removedAt: null },
  }
  await store.write((db) => db.insert(people).values(person))
  expect(await store.read.select().from(people)).toEqual([person])
  const twin = store.write((db) => db.insert(people).values({ ...person, id: 'q' }))
  await expect(twin).rejects.toThrow()
})

describe('order', () => {
  test('what has no value comes first, upwards, and last, downwards', async () => {
    const problem = {
      workspace: WORKSPACE,
      upload: 'order',
      code: 'no-rows',
      severity: 'error',
    } as const
    const rows = [3, null, 1].map((row, seq) => ({ ...problem, seq, row }))
    await store.stage((db) => insertMany(db, problems, rows))
    const sorted = async (by: ReturnType<typeof asc>) =>
      (
        await store.read
          .select({ row: problems.row })
          .from(problems)
          .where(eq(problems.upload, 'order'))
          .orderBy(by)
      ).map(({ row }) => row)
    expect(await sorted(asc(problems.row))).toEqual([null, 1, 3])
    expect(await sorted(desc(problems.row))).toEqual([3, 1, null])
  })

  test('texts come byte by byte, whatever language the server speaks', async () => {
    const names = ['a-2', 'B', 'a1', 'é', '园', 'Z', '-', 'ａ', '🏭']
    const rows = names.map((name, i) => ({
      ...{ workspace: WORKSPACE, id: `order-${String(i)}`, name, code: null },
    }))
    await store.stage((db) => insertMany(db, zones, rows))
    const ids = rows.map(({ id }) => id)
    const found = await store.read
      .select({ name: zones.name })
      .from(zones)
      .where(inArray(zones.id, ids))
      .orderBy(asc(zones.name))
    const bytewise = names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect(found.map(({ name }) => name)).toEqual(bytewise)
  })
})

test('a text with the one character that not every engine can hold does no harm', async () => {
  const row = { workspace: WORKSPACE, id: 'nul', name: 'a\0b', code: null }
  await store.stage((db) => insertMany(db, zones, [row]))
  const [found] = await store.read.select().from(zones).where(eq(zones.name, 'a\0b'))
  expect(found?.id).toBe('nul')
  expect(['a\0b', 'a\u2400b']).toContain(found?.name)
  const upload = { kept: '{"a":"\\u0000","b":1}' }
  await store.stage((db) =>
    db
      .insert(uploadZones)
      .values({ ...zone(1), upload: 'nul', attributes: { x: upload.kept, y: '\0' } }),
  )
  const [kept] = await store.read.select().from(uploadZones).where(eq(uploadZones.upload, 'nul'))
  expect(kept?.attributes).toEqual({ x: upload.kept, y: '\0' })
  expect(await store.read.$count(uploads)).toBe(0)
})
