import { setImmediate } from 'node:timers/promises'
import { createProbe, createReader, inspect, type Sink } from '@permu/intake'
import { createByteLanes, createRowKernel } from '@permu/kernel'
import { matchField } from '@permu/metrics'
import { createBuckets } from './buckets.ts'

const HEADER = [
  '园区名称,园区代码,所在区,主导产业,年份,季度',
  '税收收入(万元),固定资产投资(万元),工业总产值(万元),营业收入(万元),利润总额(万元)',
  '研发投入强度(%),已供工业用地(亩),从业人员(人),综合能源消费量(吨标准煤),工业用水量(立方米)',
].join(',')
const ZONES = 750
const ROWS = 6000
const PIECE_ROWS = 1000
/** Read more than once: what is compiled for the first table is thrown away for the second. */
const TABLES = 2
/** Has no common divisor with the rows: zones and quarters come in no order. */
const STRIDE = 7919
const QUARTERS = ['Q1', '2', '第三季度', '4']

function value(at: number, column: number): string {
  const odd = (at * 31 + column * 17) % 97
  if (odd === 0) return ''
  if (odd === 1) return '—'
  if (odd === 2) return 'N/A'
  if (odd === 3) return '１２．５'
  if (odd < 9) return `"${1 + (at % 9)},${100 + odd}.${10 + column}"`
  if (column === 5) return odd % 2 === 0 ? '2.18%' : '2.18'
  return column === 6 || column === 7 ? `${at % 9999}` : `${at * 13 + column}.${10 + odd}`
}

function row(number: number): string {
  const at = (number * STRIDE) % ROWS
  const zone = at % ZONES
  const quarter = Math.floor(at / ZONES)
  const values = Array.from({ length: 10 }, (_, column) => value(at, column)).join(',')
  const place = `第${zone}号园区,Z${910_000 + zone},东区${zone % 8},产业${zone % 6}`
  return `${place},${2020 + (quarter >> 2)}年,${QUARTERS[quarter % 4]},${values}\r\n`
}

function* pieces(): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(`${HEADER}\r\n`)
  for (let from = 0; from < ROWS; from += PIECE_ROWS) {
    const rows = Array.from({ length: PIECE_ROWS }, (_, i) => row(from + i))
    yield encoder.encode(rows.join(''))
  }
}

const planOf = (head: Uint8Array) => {
  const probe = createProbe({ lanes: createByteLanes })
  probe.push(head)
  return inspect(probe.end(), {
    matchField: (label) => {
      const found = matchField(label)
      return found ? { id: found.id, unit: found.unit?.id ?? null } : null
    },
  })
}

/**
 * Reads tables that are made up, so that the code is compiled before a file comes; gives way
 * between two pieces, and gives up as soon as there is something else to do. Answers how many rows
 * could be used.
 */
export async function warmUp(isWanted: () => boolean): Promise<number> {
  const table = [...pieces()]
  let accepted = 0
  for (let n = 0; n < TABLES; n++) {
    const plan = planOf(Buffer.concat(table))
    const sink: Sink = { block: (block) => buckets.add(block), problem: () => undefined }
    const reader = createReader(plan, sink, { kernel: createRowKernel })
    const buckets = createBuckets(reader.periods, () => undefined)
    for (const piece of table) {
      await setImmediate()
      if (!isWanted()) return accepted
      reader.push(piece)
    }
    accepted += reader.end().accepted
    buckets.end()
  }
  return accepted
}
