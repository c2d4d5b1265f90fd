import { scanPart, type Archive } from './parts.ts'
import { attribute } from './xml.ts'

/** What a date format shows; `elapsed` counts hours beyond a day. */
export interface DateShape {
  year: boolean
  month: boolean
  day: boolean
  time: boolean
  /** Years and months are followed by 年 and 月. */
  chinese: boolean
}

/** What a number format makes of a number; `scaled` shows thousands or 万 of what the cell holds. */
export type Meaning = 'number' | 'scaled' | 'percent' | DateShape

/** How a cell's number is meant, by its style and its sign. */
export type MeaningOf = (style: number, value: number) => Meaning

const date = (shows: string, chinese = false): DateShape => ({
  year: shows.includes('y'),
  month: shows.includes('m'),
  day: shows.includes('d'),
  time: shows.includes('t'),
  chinese,
})

/** The formats that a file names by number only; 27–36 and 50–58 are those of Chinese Excel. */
const BUILT_IN = new Map<number, Meaning>([
  ...[9, 10].map((id): [number, Meaning] => [id, 'percent']),
  ...[14, 15, 16, 28, 29, 30, 31, 51, 53, 54, 58].map((id): [number, Meaning] => [id, date('ymd')]),
  ...[27, 36, 50, 52, 57].map((id): [number, Meaning] => [id, date('ym', true)]),
  [17, date('ym')],
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id): [number, Meaning] => [
    id,
    date('t'),
  ]),
  [22, date('ymdt')],
])

/** A format without its quoted and escaped texts, colours, conditions and locales. */
function bare(section: string): string {
  return section
    .replaceAll(/"[^"]*"?/gu, '')
    .replaceAll(/[\\_*]./gsu, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
    .replaceAll(/general|g\/通用格式/giu, '')
    .replaceAll(/e[+-]/giu, '')
}

const AROUND_TIME = /h[^a-z]*m+|m+[^a-z]*s/giu

// A comma after the last digit divides by a thousand; a point that is only text moves the digits.
function isScaled(section: string, text: string): boolean {
  return /[0#?],+(?![,\d#?])/u.test(text) || /[0#?](?:\\\.|"\.")[0#?]/u.test(section)
}

function meaningOf(section: string): Meaning {
  const text = bare(section).toLowerCase()
  if (/[ymdhs]/u.test(text)) {
    const time = /[hs]|\[m+\]/u.test(text)
    const dated = text.replaceAll(AROUND_TIME, 't').replaceAll(/am\/pm|a\/p/gu, '')
    const shows = ['y', 'm', 'd'].filter((letter) => dated.includes(letter)).join('')
    // A month or day without its year must not lose it.
    const full = shows === '' || shows.includes('y') ? shows : 'ymd'
    return date(full + (time ? 't' : ''), section.includes('年'))
  }
  if (text.includes('%')) return 'percent'
  return isScaled(section, text) ? 'scaled' : 'number'
}

/** The meanings of a format's sections: positive, negative, zero. */
export function formatMeanings(code: string): Meaning[] {
  const sections: string[] = []
  let open = false
  let from = 0
  for (let i = 0; i < code.length; i++) {
    const c = code.charAt(i)
    if (c === '\\') i++
    else if (c === '"') open = !open
    else if (c === ';' && !open) {
      sections.push(code.slice(from, i))
      from = i + 1
    }
  }
  sections.push(code.slice(from))
  return sections.slice(0, 3).map(meaningOf)
}

function sectionFor(meanings: readonly Meaning[], value: number): Meaning {
  const [positive = 'number', negative = positive, zero = positive] = meanings
  if (value < 0) return negative
  return value === 0 ? zero : positive
}

/** Reads the formats of a workbook; a style that it does not have is a plain number. */
export async function readFormats(archive: Archive, path: string | null): Promise<MeaningOf> {
  const codes = new Map<number, string>()
  const styles: number[] = []
  let inCells = false
  const events = {
    open(name: string, tag: string) {
      if (name === 'numFmt') {
        codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
      } else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) styles.push(Number(attribute(tag, 'numFmtId') ?? 0))
    },
    close(name: string) {
      if (name === 'cellXfs') inCells = false
    },
  }
  if (path !== null) await scanPart(archive, path, { most: archive.limits.partBytes, events })
  const meanings = styles.map((id) => {
    const code = codes.get(id)
    return code === undefined ? [BUILT_IN.get(id) ?? ('number' as const)] : formatMeanings(code)
  })
  return (style, value) => sectionFor(meanings[style] ?? [], value)
}
