/** A period in canonical form: `2020`, `2020H1`, `2020Q1`, `2020-03`. */
export interface PeriodReading {
  id: string
  /** Counted from January on, such as 1–9月. */
  cumulative: boolean
}

const DIGITS = '〇一二三四五六七八九'

const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** Plain digits for Chinese ones in `二〇二三年` and `一至九月`, no blanks, no full-width forms. */
function plain(text: string): string {
  return ASCII.test(text) ? text : plainForm(text)
}

// Nothing in it that has another form.
const ASCII = /^[!-&(-}]*$/u

function plainForm(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff'’]+/gu, '')
    .replace(/^[〇零一二三四五六七八九]{4}(?=年|$)/u, (year) =>
      [...year].map((digit) => DIGITS.indexOf(digit === '零' ? '〇' : digit)).join(''),
    )
    .replaceAll(/[—–~至到]/gu, '-')
    .replaceAll(
      /(?<![第前])[一二三四五六七八九十]{1,2}(?=-[一二三四五六七八九十]{1,2}月|月)/gu,
      (m) => {
        const at = MONTHS.indexOf(m)
        return at < 0 ? m : String(at + 1)
      },
    )
    .replace(/(?<=[年月]|季度)[末底]$/u, '')
}

const QUARTERS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 }

type Maker = (groups: Record<string, string | undefined>) => string | null

interface Rule {
  pattern: RegExp
  make: Maker
  cumulative?: boolean
}

const year: Maker = ({ y }) => y ?? null
const quarter: Maker = ({ y, q }) => `${y}Q${QUARTERS[q ?? ''] ?? 0}`
const half: Maker = ({ y, h }) => `${y}H${h === '上' || h === '1' ? 1 : 2}`
const month: Maker = ({ y, m }) => {
  const number = Number(m)
  return number >= 1 && number <= 12 ? `${y}-${String(number).padStart(2, '0')}` : null
}
const upToMonth: Maker = ({ y, m }) => {
  const number = Number(m)
  if (number === 12) return y ?? null
  return number > 1 ? month({ y, m }) : null
}
const upToQuarter: Maker = ({ y, q }) => upToMonth({ y, m: String((QUARTERS[q ?? ''] ?? 0) * 3) })

const Y = '(?<y>(?:19|20)\\d{2})'
/** All rules ask for one, and most texts have none. */
const HAS_YEAR = /(?:19|20)\d{2}/u

// The order matters: a longer form must not be taken for a shorter one.
const RULES: Rule[] = [
  { pattern: rule(`${Y}(?:\\.0+)?年?度?`), make: year },
  { pattern: rule(`fy${Y}`), make: year },
  { pattern: rule(`${Y}年?度?\\(?累计\\)?`), make: year, cumulative: true },
  { pattern: rule(`${Y}年?-?\\(?q(?<q>[1-4])\\)?`), make: quarter },
  { pattern: rule(`q(?<q>[1-4])[-/]?${Y}`), make: quarter },
  { pattern: rule(`(?<q>[1-4])q${Y}`), make: quarter },
  { pattern: rule(`${Y}年?-?第?(?<q>[1-4一二三四])季度?`), make: quarter },
  { pattern: rule(`${Y}年?-?h(?<h>[12])`), make: half },
  { pattern: rule(`${Y}年?-?(?<h>[上下])半年`), make: half },
  {
    pattern: rule(`${Y}年?(?:前|[1一]-)(?<q>[二三四2-4])个?季度?(?:累计)?`),
    make: upToQuarter,
    cumulative: true,
  },
  {
    pattern: rule(`${Y}年?-?(?:0?1(?:月份?)?-|前)(?<m>\\d{1,2})个?月份?(?:累计)?`),
    make: upToMonth,
    cumulative: true,
  },
  { pattern: rule(`${Y}年?第?(?<q>[1-4一二三四])季度累计`), make: upToQuarter, cumulative: true },
  { pattern: rule(`${Y}年?(?<m>\\d{1,2})月份?累计`), make: month, cumulative: true },
  { pattern: rule(`${Y}[-/.年](?<m>\\d{1,2})月?份?`), make: month },
  { pattern: rule(`${Y}(?<m>0[1-9]|1[0-2])`), make: month },
  {
    pattern: rule(`${Y}[-/.年](?<m>\\d{1,2})[-/.月](?:\\d{1,2})日?(?:00:00(?::00)?)?`),
    make: month,
  },
]

function rule(source: string): RegExp {
  return new RegExp(`^${source}$`, 'iu')
}

/** Reads a period; null where the text is not one. */
export function parsePeriod(text: string): PeriodReading | null {
  const clean = plain(text)
  if (!HAS_YEAR.test(clean)) return null
  for (const { pattern, make, cumulative = false } of RULES) {
    const groups = pattern.exec(clean)?.groups
    const id = groups === undefined ? null : make(groups)
    // From January to December is the year, and its figure is the year's own.
    if (id !== null) return { id, cumulative: cumulative && !(make !== year && id.length === 4) }
  }
  return null
}

/** Whether the text is a period by its own words, and not just a number that could be a year. */
export function isWordedPeriod(text: string): boolean {
  return !/^[\d.]+$/u.test(plain(text)) && parsePeriod(text) !== null
}

/** The only period that a sentence names; null where it names none, several or a range. */
export function periodInText(text: string): string | null {
  return readingInText(text)?.id ?? null
}

/** As `periodInText`, with whether it counts from January on. */
export function readingInText(text: string): PeriodReading | null {
  const clean = text.normalize('NFKC').replaceAll(/\s+/gu, '')
  const found = clean.match(
    /(?<!\d)(?:19|20)\d{2}(?!\d)(?:年?(?:第?[一二三四1-4]季度|前[二三]季度|[上下]半年|1月?[-—–~至]\d{1,2}月|\d{1,2}月)|q[1-4]|h[12]|-(?:0[1-9]|1[0-2])(?!\d))?/giu,
  )
  const readings = (found ?? []).map((part) => parsePeriod(part))
  const [only] = readings
  const same = readings.every((reading) => reading !== null && reading.id === only?.id)
  return same ? (only ?? null) : null
}

const PARTS: [RegExp, (value: string) => string][] = [
  [/^(?:全年|年度|年报|合计)$/u, () => ''],
  [/^q?([1-4])$/iu, (q) => `Q${q}`],
  [/^第?([1-4一二三四])季度?$/u, (q) => `Q${QUARTERS[q] ?? 0}`],
  [/^h([12])$/iu, (h) => `H${h}`],
  [/^([上下])半年$/u, (h) => (h === '上' ? 'H1' : 'H2')],
  [/^(0?[1-9]|1[0-2])月份?$/u, (m) => `-${m.padStart(2, '0')}`],
]

/** Joins a year with the half, quarter or month that stands in another column. */
export function joinPeriod(year: string, rest: string, part: string): PeriodReading | null {
  const whole = parsePeriod(year)
  if (whole === null) return null
  const clean = plain(rest)
  if (clean === '') return whole
  const complete = parsePeriod(clean)
  if (complete !== null) return complete
  const upTo = spanOf(whole.id.slice(0, 4), clean)
  if (upTo !== undefined) return upTo
  const suffix = partSuffix(clean, part)
  return suffix === null ? null : { id: whole.id.slice(0, 4) + suffix, cumulative: false }
}

/** 1-9月 of a year; undefined where the text is no such span. */
function spanOf(year: string, text: string): PeriodReading | null | undefined {
  const found = parsePeriod(`${year}年${text}`)
  // 累计 alone does not say until when.
  if (found?.cumulative === true) return found.id.length === 4 ? null : found
  return /^0?1-12月|^前四季/u.test(text) ? found : undefined
}

function partSuffix(clean: string, part: string): string | null {
  if (part === 'month' && /^(0?[1-9]|1[0-2])$/u.test(clean)) return `-${clean.padStart(2, '0')}`
  if (part === 'half' && /^[12]$/u.test(clean)) return `H${clean}`
  for (const [pattern, make] of PARTS) {
    const value = pattern.exec(clean)
    if (value !== null) return make(value[1] ?? '')
  }
  return null
}

/** Whether the text is a quarter, half or month that needs a year from elsewhere. */
export function isPeriodPart(text: string, part: string): boolean {
  return joinPeriod('2000', text, part) !== null
}

export interface DatedLabel {
  label: string
  period: string
  cumulative?: true
}

const IN_YEAR =
  '(?:度|第?[一二三四1-4]季度|[上下]半年|(?:0?1|一)月?[-—–~至到][\\d一二三四五六七八九十]{1,2}月份?|前[二三四]季度|\\d{1,2}月份?)?(?:累计)?'
const DATED_FRONT = new RegExp(
  `^((?:19|20)\\d{2}(?:年${IN_YEAR}|(?=\\s)))[末底]?\\s*[-_]?\\s*(.+)$`,
  'u',
)
const DATED_BACK = new RegExp(
  `^(.+?)\\s*[_\\s(（-]\\s*((?:19|20)\\d{2}(?:年${IN_YEAR}|年?q[1-4]|-?h[12]|-(?:0[1-9]|1[0-2]))?)[)）]?$`,
  'iu',
)

/** Splits `2023年税收(万元)`, `税收_2023`, `税收(2023年)` into label and period. */
export function splitDatedLabel(label: string): DatedLabel | null {
  const front = DATED_FRONT.exec(label.trim())
  if (front !== null && !/^(不变价|可比价|价格|基期|=|为)/u.test(front[2] ?? '')) {
    return dated(front[2], front[1])
  }
  const back = DATED_BACK.exec(label.trim())
  return back === null ? null : dated(back[1], back[2])
}

function dated(label: string | undefined, text: string | undefined): DatedLabel | null {
  const found = parsePeriod(text ?? '')
  if (found === null || label === undefined) return null
  const own = { label: label.trim(), period: found.id }
  return found.cumulative ? { ...own, cumulative: true } : own
}
