import { statedUnit } from './label.ts'
import type { Unit } from '@permu/metrics'
import { periodInText } from './period.ts'

/** What the lines above the header say of the whole table. */
export interface PreambleFacts {
  units: Unit[]
  /** From `指标：`. */
  field: string | null
  /** From `地区：`. */
  zone: string | null
  period: string | null
  title: string | null
}

const UNIT_MARK = /(?:计量)?单位\s*[:：]\s*([^\s)）】\]]+)|\bunits?\s*[:：]\s*([^)）】\]]+)/iu
const FIELD_MARK = /^(?:统计)?(?:指标|项目)(?:名称)?\s*[:：]\s*(.+)$/u
const ZONE_MARK = /^(?:地区|区域|园区|功能区|城市|范围|单位名称)\s*[:：]\s*(.+)$/u
const PERIOD_MARK = /^(?:统计)?(?:时间|年份|年度|期间|报告期|统计期|所属期)\s*[:：]\s*(.+)$/u

/** Whether a row belongs above a header even though it has several cells. */
export function isPreambleCell(text: string): boolean {
  const cell = text.trim()
  if (
    /^(数据库|表号|制表|填报|文号|有效期|综合机关|编制|来源|日期)[\p{Script=Han}]*\s*[:：]/u.test(
      cell,
    )
  )
    return true
  const unit = UNIT_MARK.exec(cell)
  return (
    (unit !== null && unit.index <= 1) ||
    FIELD_MARK.test(cell) ||
    ZONE_MARK.test(cell) ||
    PERIOD_MARK.test(cell)
  )
}

export function readPreamble(lines: string[][]): PreambleFacts {
  const facts: PreambleFacts = { units: [], field: null, zone: null, period: null, title: null }
  for (const line of lines) {
    const dated = namesOnePeriod(line)
    for (const cell of line) {
      const text = cell.trim()
      if (text !== '') readLine(text, facts, dated)
    }
  }
  return facts
}

/** A line whose cells name several periods names none of the table: it heads some of its columns. */
function namesOnePeriod(line: string[]): boolean {
  const titles = line.filter((cell) => !isPreambleCell(cell))
  return new Set(titles.map(periodInText).filter((period) => period !== null)).size <= 1
}

function readLine(text: string, facts: PreambleFacts, isDated: boolean): void {
  const unit = UNIT_MARK.exec(text)
  if (unit !== null) facts.units.push(...unitsIn(unit[0]))
  const dated = marked(PERIOD_MARK, text)
  facts.field ??= marked(FIELD_MARK, text)
  facts.zone ??= marked(ZONE_MARK, text)
  if (isDated || dated !== null) facts.period ??= periodInText(dated ?? text)
  if (!isPreambleCell(text)) facts.title ??= text
}

function marked(mark: RegExp, text: string): string | null {
  return mark.exec(text)?.[1]?.trim() ?? null
}

function unitsIn(mark: string): Unit[] {
  const text = mark.replace(/^[^:：]*[:：]\s*/u, '')
  const whole = statedUnit(text)
  if (whole !== null) return [whole]
  return text
    .split(/[,，、;；]/u)
    .map(statedUnit)
    .filter((unit) => unit !== null)
}
