import fc from 'fast-check'
import { encodeText, type Encoding } from './encode.ts'

/** A generated file: its bytes, and the cell that stands for each zone and column. */
export interface Made {
  bytes: Uint8Array
  /** Null where the bytes were changed afterwards, and nobody knows the cells but by reading. */
  cells: ReadonlyMap<string, readonly string[]> | null
  what: string
}

const digits = fc.stringMatching(/^[0-9]{1,17}$/u)
const decimalText = fc
  .tuple(digits, fc.option(fc.stringMatching(/^[0-9]{1,12}$/u)))
  .map(([whole, fraction]) => (fraction === null ? whole : `${whole}.${fraction}`))
const grouped = fc
  .integer({ min: 1000, max: 2_000_000_000 })
  .map((n) => String(n).replaceAll(/\B(?=(\d{3})+(?!\d))/gu, ','))
const wide = (text: string) =>
  text.replaceAll(/[\d.]/gu, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0))

/** Cells that are numbers, that look like numbers, and that must never become numbers. */
const cell = fc.oneof(
  { weight: 6, arbitrary: decimalText },
  { weight: 2, arbitrary: grouped },
  decimalText.map((text) => `-${text}`),
  decimalText.map((text) => `(${text})`),
  decimalText.map((text) => `${text}%`),
  decimalText.map(wide),
  fc
    .tuple(decimalText, fc.constantFrom('万', '亿', '万元', '亿元', '千', '‰'))
    .map((p) => p.join('')),
  fc.tuple(digits, fc.integer({ min: -400, max: 400 })).map(([a, e]) => `${a}e${String(e)}`),
  fc.constantFrom(
    ...['', '-', '—', 'N/A', '#REF!', '1e309', '-1e309', '1e-400', 'Infinity', 'NaN', '0x1F'],
    ...[
      '=1+1',
      '=cmd|calc',
      '+1',
      '@SUM(1)',
      '1①',
      '12³',
      '1/2',
      '1:30',
      '2023-01-02',
      '1 2',
      '1,2,3',
    ],
    ...[
      '1.2.3',
      '1,23',
      '1.234,5',
      "1'000",
      '１２３',
      '〇',
      '三',
      '1\u0000',
      '\u200b7',
      '"',
      '""',
      ',',
      '\n',
    ],
    ...[
      '0',
      '-0',
      '00012',
      '.5',
      '5.',
      '1e5',
      '９９％',
      '9007199254740993',
      '0.1',
      '1\u00a0234',
      '٣',
    ],
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
)

const headers = fc.uniqueArray(
  fc.constantFrom(
    ...[
      '税收(万元)',
      '产值(亿元)',
      '税收',
      '增速(%)',
      '面积(亩)',
      '从业人员(人)',
      '指标甲',
      '投资额（亿元）',
    ],
    ...[
      '能耗(吨标准煤)',
      '占比',
      '利润总额(千元)',
      '営業額',
      'Revenue (USD)',
      '产值(元)',
      '空,列',
      '引"号',
    ],
  ),
  { minLength: 1, maxLength: 5 },
)

const shape = fc.record({
  headers,
  rows: fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 12 }),
  delimiter: fc.constantFrom(',', ',', '\t', ';', '|'),
  ends: fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 2 }),
  encoding: fc.constantFrom<Encoding>(
    'utf-8',
    'utf-8',
    'utf-8-bom',
    'gb18030',
    'utf-16le',
    'utf-16be',
  ),
  preamble: fc.constantFrom('', '', '单位：万元', '附件1 某市园区数据', '\n'),
  quoteAll: fc.boolean(),
  ragged: fc.integer({ min: 0, max: 20 }),
})

type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never

function quoted(text: string, { quoteAll, delimiter }: Shape): string {
  const needed = quoteAll || text.includes(delimiter) || /["\r\n]/u.test(text)
  return needed ? `"${text.replaceAll('"', '""')}"` : text
}

function build(made: Shape): Made {
  const cells = new Map<string, string[]>()
  const lines = [['园区', '年份', ...made.headers]]
  for (const [i, row] of made.rows.entries()) {
    const zone = `甲乙园${String(i)}`
    const texts = row.slice(0, made.headers.length)
    const kept = made.ragged === i ? texts.slice(0, -1) : texts
    cells.set(zone, [zone, '2023', ...kept])
    lines.push([zone, '2023', ...kept])
  }
  const end = (i: number) => made.ends[i % made.ends.length] ?? '\n'
  const body = lines.map(
    (line, i) => line.map((c) => quoted(c, made)).join(made.delimiter) + end(i),
  )
  const head = made.preamble === '' ? '' : `${made.preamble}${end(0)}`
  return { bytes: encodeText(head + body.join(''), made.encoding), cells, what: 'grammar' }
}

/** Tables by a grammar, the same for the same seed. */
export const generate = (count: number, seed: number): Made[] =>
  fc.sample(shape, { numRuns: count, seed }).map(build)
