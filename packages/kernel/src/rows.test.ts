import {
  createProbe,
  createReader,
  inspect,
  type Block,
  type Plan,
  type Problem,
} from '@permu/intake'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gb18030, utf8 } from '../../intake/src/testing/encode.ts'
import { fixtures, textOf } from '../../intake/src/testing/fixtures.ts'
import { createRowKernel } from './rows.ts'
import { sourceHash } from '../source-hash.ts'
import { KERNEL_SOURCE } from './kernel.wasm.ts'

function planOf(bytes: Uint8Array, name: string | undefined): Plan {
  const probe = createProbe()
  probe.push(bytes)
  return inspect(probe.end(), name === undefined ? {} : { name })
}

let taken = 0

/** Counts the rows that are cut, so that a kernel that takes none is noticed. */
const counted: typeof createRowKernel = (dialect) => {
  const kernel = createRowKernel(dialect)
  if (kernel === null) return null
  const { cut } = kernel
  kernel.cut = (start, used) => {
    const count = cut(start, used)
    taken += count
    return count
  }
  return kernel
}

/** All that a file says, down to the arrays of its blocks. */
function read(bytes: Uint8Array, plan: Plan, { size, fast }: { size: number; fast: boolean }) {
  const blocks: Block[] = []
  const problems: Problem[] = []
  const sink = {
    block: (block: Block) => void blocks.push(block),
    problem: (problem: Problem) => void problems.push(problem),
  }
  const reader = createReader(plan, sink, fast ? { kernel: counted } : {})
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, at + size))
  const summary = reader.end()
  const { zones, periods, slots } = reader
  return { blocks, problems, summary, zones: [...zones], periods: [...periods], slots: [...slots] }
}

function expectSame(bytes: Uint8Array, sizes: readonly number[], name?: string) {
  const plan = planOf(bytes, name)
  for (const size of sizes) {
    const plain = read(bytes, plan, { size, fast: false })
    expect(read(bytes, plan, { size, fast: true }), `chunks of ${size}`).toEqual(plain)
  }
}

const ENCODINGS: [string, (text: string) => Uint8Array][] = [
  ['UTF-8', utf8],
  ['GB18030', gb18030],
]

describe('every fixture says the same with the kernel as without', () => {
  it.each(
    fixtures.flatMap((fixture) => ENCODINGS.map(([name, encode]) => ({ fixture, name, encode }))),
  )('$fixture.name, $name', ({ fixture, encode }) =>
    expectSame(encode(textOf(fixture)), [1, 7, 4096, 1 << 20], fixture.file),
  )
})

const HEADER = '园区名称,园区代码,年份,税收收入(万元),研发投入强度(%),利润总额(万元),从业人员(人)'
const NUMBERS = [
  ...['0', '7', '12.5', '0.10', '123456789', '123456789012345', '1234567890123456', '00012'],
  ...['"1,234"', '"1,234.50"', '"12,34"', '1.', '.5', '1.2.3', '-3', '+4', ' 8 ', '"9', '9"'],
  ...['"1,234,567,890,123"', '"0,001"', '5%', '"5%"', '"1,000%"', '%', '5 %', '１２', '—', 'N/A'],
  ...[
    '',
    '""',
    '"a""b"',
    '"a"b',
    '#REF!',
    '1e5',
    '1.2亿',
    '"two\nlines"',
    '"12" ',
    '9007199254740993',
  ],
]
const pick = (all: readonly string[]) => fc.constantFrom(...all)
const row = fc
  .tuple(
    pick(['甲园', '乙园', '"丙园"', '合计', '', '注：甲', '园"区', '"未完', '甲园\t']),
    pick(['91', '"92"', '']),
    pick(['2020年', '2021', '"2022年"', '2023Q1', 'x']),
    fc.array(pick(NUMBERS), { minLength: 2, maxLength: 6 }),
    pick(['\n', '\r\n', '\r', '\n\n', '\r\n\r\n', ',\n', '\n,,,,,,\n']),
  )
  .map(([zone, code, year, cells, end]) => `${[zone, code, year, ...cells].join(',')}${end}`)

describe('generated files say the same with the kernel as without', () => {
  it('whatever stands in their cells, however they are cut', () => {
    const file = fc.array(row, { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(
        file,
        fc.constantFrom(...ENCODINGS),
        fc.integer({ min: 1, max: 400 }),
        (rows, [, encode], size) => {
          expectSame(encode(`${HEADER}\r\n甲园,91,2019年,1,2,3,4\r\n${rows.join('')}`), [size])
        },
      ),
      { numRuns: 150, seed: 20261123 },
    )
  })

  it('and where they are long, in chunks as they are read', () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => {
      const cells = [i, i + 1, i + 2, i + 3].map((at) => NUMBERS[(at * 7 + (at >> 5)) % 12])
      const odd = i % 997 === 0 ? '"未\n完"' : `园${i % 700}号`
      return `${odd},91,${2000 + (Math.floor(i / 700) % 43)}年,${cells.join(',')}\r\n`
    })
    const bytes = utf8(`${HEADER}\r\n${lines.join('')}`)
    taken = 0
    expectSame(bytes, [1 << 18])
    expect(taken).toBeGreaterThan(29_000)
    expectSame(bytes, [1000, 65_537])
  })

  it('and where a row is longer than the memory of the kernel, and others follow', () => {
    const long = `甲园,"${'长'.repeat(200_000)}",2020年,1,2,3,4\n`
    const after = Array.from({ length: 12_000 }, (_, i) => `园${i},91,2020年,${i},2%,3,4\n`)
    const bytes = utf8(`${HEADER}\n甲园,91,2019年,1,2,3,4\n${long}${after.join('')}`)
    taken = 0
    expectSame(bytes, [1 << 16])
    expect(taken).toBeGreaterThan(9000)
  })
})

describe('texts have the numbers of what they are', () => {
  const dialect = { delimiter: 0x2c, quote: 0x22, columns: 3, numbers: [], texts: [0, 2] }
  function numbersOf(lines: readonly string[]) {
    const kernel = createRowKernel(dialect)
    if (kernel === null) throw new Error('no kernel')
    const numbers: number[][] = []
    for (const line of lines) {
      const bytes = utf8(`${line}\n`)
      kernel.input.set(bytes)
      if (kernel.cut(0, bytes.length) === 1) numbers.push([...(kernel.views[0]?.texts ?? [])])
    }
    return numbers
  }

  it('in each column by itself, with quotes and without', () => {
    expect(numbersOf(['甲,1,x', '乙,2,x', '"甲",3,甲', ',4,', '甲,5,甲'])).toEqual([
      [0, -1, 0, -1],
      [1, -1, 0, -1],
      [0, -1, 1, -1],
      [2, -1, 2, -1],
      [0, -1, 1, -1],
    ])
  })

  it('of any length up to 256 bytes, and whatever stands behind them', () => {
    const texts = Array.from({ length: 300 }, (_, i) => 'k'.repeat(i))
    const found = numbersOf([...texts, ...texts].map((text, i) => `${text},${i},y`))
    expect(found.map(([number]) => number)).toEqual(
      [...texts, ...texts].map(({ length }) => (length > 256 ? -1 : length)),
    )
  })

  it('as many as there is room for, and none beyond', () => {
    const texts = Array.from({ length: 70_000 }, (_, i) => `第${i}号园区`)
    const found = numbersOf([...texts, ...texts].map((text) => `${text},1,y`)).map(([n]) => n)
    const room = found.indexOf(-1)
    expect(room).toBe(65_536)
    expect(found.slice(0, room)).toEqual(Array.from({ length: room }, (_, i) => i))
    expect(found.slice(70_000, 70_000 + room)).toEqual(found.slice(0, room))
  })
})

it('a table that is too wide has no kernel', () => {
  const dialect = { delimiter: 0x2c, quote: 0x22, numbers: [3], texts: [0] }
  expect(createRowKernel({ ...dialect, columns: 40 })).not.toBeNull()
  expect(createRowKernel({ ...dialect, columns: 4000 })).toBeNull()
})

it('the module was compiled from its sources as they are', () => {
  expect(sourceHash()).toBe(KERNEL_SOURCE)
})
