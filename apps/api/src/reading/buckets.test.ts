import type { Block } from '@permu/intake'
import { expect, test } from 'vitest'
import { createBuckets } from './buckets.ts'
import type { PackedRows } from './messages.ts'

function block(rows: { zone: number; period: number; values: number[] }[]): Block {
  const count = rows.length
  const width = rows[0]?.values.length ?? 0
  const values = new Float64Array(count * width)
  rows.forEach((row, i) => row.values.forEach((v, k) => (values[k * count + i] = v)))
  return {
    count,
    slots: Int32Array.from({ length: width }, (_, k) => k),
    zone: Int32Array.from(rows, (r) => r.zone),
    period: Int32Array.from(rows, (r) => r.period),
    row: Int32Array.from(rows, (_, i) => i + 2),
    values,
    reasons: new Uint8Array(count * width),
  }
}

test('rows of mixed periods come out as blocks of one period each, nothing lost', () => {
  const packed: PackedRows[] = []
  const periods = ['2021', '2022', '2023']
  const buckets = createBuckets(periods, (rows) => packed.push(rows))
  const rows = Array.from({ length: 20_000 }, (_, i) => ({
    zone: i,
    period: i % 3,
    values: [i, -i],
  }))
  for (let i = 0; i < rows.length; i += 4096) buckets.add(block(rows.slice(i, i + 4096)))
  buckets.end()
  expect(packed.every((p) => p.count <= 4096)).toBe(true)
  const seen = packed.flatMap((p) =>
    [...p.zones].map((zone, i) => [zone, p.period, p.values[i], p.values[p.count + i]]),
  )
  seen.sort((a, b) => Number(a[0]) - Number(b[0]))
  expect(seen).toEqual(rows.map((r) => [r.zone, periods[r.period], ...r.values]))
})
