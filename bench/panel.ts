import { closeSync, openSync, writeSync } from 'node:fs'

/**
 * A generated panel of zones × quarters in 16 columns, six texts and ten measures, the same at every
 * run. Each row depends on its zone and quarter only, so the rows can stand in any order.
 */
export interface PanelOptions {
  rows: number
  zones: number
  order: 'ordered' | 'shuffled'
  encoding: 'utf-8' | 'gb18030'
}

export const TEXTS = ['园区名称', '园区代码', '所在区', '主导产业', '年份', '季度']
export const MEASURES = [
  ...[
    '税收收入(万元)',
    '固定资产投资(万元)',
    '工业总产值(万元)',
    '营业收入(万元)',
    '利润总额(万元)',
  ],
  ...[
    '研发投入强度(%)',
    '已供工业用地(亩)',
    '从业人员(人)',
    '综合能源消费量(吨标准煤)',
    '工业用水量(立方米)',
  ],
]

const DISTRICTS = [
  '东湖新区',
  '西山区',
  '南浦新区',
  '北河区',
  '临江县',
  '高桥区',
  '海宁湾区',
  '青溪县',
]
const INDUSTRIES = ['集成电路', '生物医药', '高端装备制造', '新材料', '人工智能', '汽车零部件']
const KINDS = ['经济开发区', '高新技术产业园', '工业园区', '产业集聚区']
const PLACES = ['金桥', '银湖', '龙泉', '凤凰', '白云', '青山', '紫竹', '碧海', '长兴', '永安']
const QUARTERS = ['一', '二', '三', '四']

/** Chance that starts from the row, so that order does not matter. */
function createChance() {
  let state = 1
  return {
    seed: (row: number) => (state = Math.imul(row + 1, 0x9e3779b1) | 1),
    next() {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return (state >>> 0) / 4294967296
    },
  }
}

const fullWidth = (text: string) =>
  text.replaceAll(/[\d.]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

function plainNumber(size: number, column: number): string {
  return column >= 6 && column <= 7 ? String(Math.floor(size / 10)) : size.toFixed(2)
}

function withCommas(text: string): string {
  const [whole = '', decimals] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, ',')
  return decimals === undefined ? `"${grouped}"` : `"${grouped}.${decimals}"`
}

function measure(chance: () => number, column: number): string {
  const odd = chance()
  if (odd < 0.015) return ''
  if (odd < 0.02) return '—'
  if (odd < 0.022) return 'N/A'
  if (column === 5) return `${(chance() * 12).toFixed(2)}${chance() < 0.5 ? '%' : ''}`
  const size = chance() * 10 ** (3 + (column % 4))
  const text = plainNumber(size, column)
  if (odd < 0.023) return fullWidth(text)
  return size >= 1000 && chance() < 0.1 ? withCommas(text) : text
}

function quarter(chance: () => number, q: number): string {
  const form = chance()
  if (form < 1 / 3) return `Q${String(q + 1)}`
  return form < 2 / 3 ? String(q + 1) : `第${QUARTERS[q] ?? ''}季度`
}

const pick = (list: readonly string[], at: number) => list[at % list.length] ?? ''

function zoneTexts(zone: number): string {
  const name = `${pick(PLACES, zone)}${pick(KINDS, zone >> 3)}${String(zone).padStart(5, '0')}`
  const code = `91${String(zone * 7919 + 310000).padStart(10, '0')}`
  return `${name},${code},${pick(DISTRICTS, zone >> 1)},${pick(INDUSTRIES, zone >> 2)}`
}

function createRows({ zones, rows }: PanelOptions) {
  const chance = createChance()
  const periods = Math.max(1, Math.ceil(rows / zones))
  const firstYear = 2025 - Math.ceil(periods / 4)
  return (row: number): string => {
    const zone = Math.floor(row / periods)
    const period = row % periods
    chance.seed(row)
    let line = zoneTexts(zone)
    line += `,${String(firstYear + Math.floor(period / 4))}年,${quarter(chance.next, period % 4)}`
    for (let column = 0; column < MEASURES.length; column++) {
      line += `,${measure(chance.next, column)}`
    }
    return `${line}\r\n`
  }
}

function shuffled(rows: number): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, i) => i)
  const chance = createChance()
  chance.seed(20191227)
  for (let i = rows - 1; i > 0; i--) {
    const j = Math.floor(chance.next() * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
  return order
}

/** Text to bytes; GB18030 by its two-byte range turned round. */
function createEncoder(encoding: PanelOptions['encoding']): (text: string) => Uint8Array {
  if (encoding === 'utf-8') return (text) => Buffer.from(text, 'utf8')
  const codes = new Uint16Array(65536)
  const decoder = new TextDecoder('gb18030')
  for (let code = 0x8140; code <= 0xfefe; code++) {
    const text = decoder.decode(Uint8Array.of(code >> 8, code & 255))
    if (text.length === 1 && text !== '\ufffd') codes[text.charCodeAt(0)] = code
  }
  return (text) => {
    const out = Buffer.allocUnsafe(text.length * 2)
    let at = 0
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit < 128) out[at++] = unit
      else at = out.writeUInt16BE(codes[unit] ?? 0x3f3f, at)
    }
    return out.subarray(0, at)
  }
}

const ROWS_TOGETHER = 2000

/** Writes a panel to disk, some rows at a time; gives its size in bytes. */
export function writePanel(path: string, options: PanelOptions): number {
  const order = options.order === 'shuffled' ? shuffled(options.rows) : null
  const row = createRows(options)
  const encode = createEncoder(options.encoding)
  const file = openSync(path, 'w')
  let bytes = writeSync(file, encode(`${[...TEXTS, ...MEASURES].join(',')}\r\n`))
  for (let from = 0; from < options.rows; from += ROWS_TOGETHER) {
    let text = ''
    const to = Math.min(options.rows, from + ROWS_TOGETHER)
    for (let i = from; i < to; i++) text += row(order === null ? i : (order[i] ?? 0))
    bytes += writeSync(file, encode(text))
  }
  closeSync(file)
  return bytes
}
