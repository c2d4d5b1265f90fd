import { isPeriodPart, joinPeriod, parsePeriod, splitDatedLabel } from './period.ts'

// 9月, 一季度, 上半年; in 9月当月 the end says again what the month is.
const PART = '(?:\\d{1,2}月份?|第?[一二三四1-4]季度|[上下]半年)'
const AGAIN = '(?:当月|当季|当期)?'
const ALONE = new RegExp(`^(${PART})${AGAIN}$`, 'u')
const FRONT = new RegExp(`^(${PART})${AGAIN}[末底]?\\s*([^\\s\\d累止至到以前后来_-].*)$`, 'u')
const BACK = new RegExp(`^(.+?)[\\s_]+(${PART})${AGAIN}$`, 'u')
const BRACKET = new RegExp(`^(.+?)\\s*[(（](${PART})${AGAIN}[)）](.*)$`, 'u')

/** Whether a header is nothing but a month, quarter, half or span of months of some year. */
export function isPartOfYear(label: string): boolean {
  if (parsePeriod(label) !== null || !/[季月半]/u.test(label)) return false
  return ALONE.test(label) || isPeriodPart(label, 'any')
}

/** The label with the year that the file gives it, where it names a month, quarter or half alone. */
export function labelOfYear(label: string, year: string | null): string {
  if (parsePeriod(label) !== null) return label
  const dated = splitDatedLabel(label)
  if (dated !== null && !/^\d{4}$/u.test(dated.period)) return label
  const own = dated?.period ?? year
  return own === null ? label : (join(dated?.label ?? label, own) ?? label)
}

function join(label: string, year: string): string | null {
  const alone = ALONE.exec(label)?.[1] ?? (isPartOfYear(label) ? label : undefined)
  if (alone !== undefined) return withYear(year, alone, '')
  const front = FRONT.exec(label)
  if (front !== null) return withYear(year, front[1], front[2])
  const [, name, part, rest = ''] = BRACKET.exec(label) ?? BACK.exec(label) ?? []
  return name === undefined ? null : withYear(year, part, name + rest)
}

function withYear(year: string, part = '', name = ''): string | null {
  if (joinPeriod(year, part, 'any') === null) return null
  return `${year}年${part.replace(/^(?=[1-4]季)/u, '第')} ${name}`.trim()
}
