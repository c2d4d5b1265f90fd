import type { LegendEntry } from './legend.ts'
import { isLine, SHAPES } from './legend-shapes.ts'
import { FONT, LIGHT } from './theme.ts'
import { forXml } from './xml-text.ts'

/** A drawn chart, and what has to be printed in the picture so that it can stand alone. */
export interface Picture {
  /** The chart as an SVG document. */
  readonly chart: string
  readonly width: number
  readonly height: number
  readonly title: string
  /** Above the chart, for it brings none along. */
  readonly legend: readonly LegendEntry[]
  /** Period, unit, source: a line each. */
  readonly lines: readonly string[]
  readonly link: string
}

const MARGIN = 24
const TITLE = { size: 18, line: 26 } as const
const NOTE = { size: 12, line: 18 } as const
const MOST_LINK_LINES = 3

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const escaped = (text: string) => text.replaceAll(/[&<>"]/gu, (sign) => ESCAPES[sign] ?? sign)

// A Han character is as wide as the font is high, any other about three fifths of it.
const widthOf = (sign: string) =>
  /[\u1100-\u9fff\uf900-\ufaff\uff00-\uff60]/u.test(sign) ? 1 : 0.6

/** A text in lines of at most so many heights of the font; long words are broken. */
export function wrapped(text: string, most: number): string[] {
  const words = text.match(/[\u1100-\u9fff\uf900-\uffef]|[^\s\u1100-\u9fff\uf900-\uffef]+\s*|\s+/gu)
  const lines: string[] = []
  let line = ''
  let held = 0
  const end = () => {
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
    held = 0
  }
  for (const word of words ?? []) {
    const width = [...word.trimEnd()].reduce((sum, sign) => sum + widthOf(sign), 0)
    if (held + width > most) end()
    for (const sign of word) {
      if (held + widthOf(sign) > most && sign !== ' ') end()
      line += sign
      held += widthOf(sign)
    }
  }
  end()
  return lines
}

function linkLines(link: string, most: number): string[] {
  const lines = wrapped(link, most)
  if (lines.length <= MOST_LINK_LINES) return lines
  return [
    ...lines.slice(0, MOST_LINK_LINES - 1),
    `${lines[MOST_LINK_LINES - 1]?.slice(0, -1) ?? ''}…`,
  ]
}

interface Style {
  readonly size: number
  readonly fill: string
  readonly weight?: number
}

const textAt = (y: number, text: string, { size, fill, weight = 400 }: Style) =>
  `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(text)}</text>`

interface Spot {
  readonly entry: LegendEntry
  readonly x: number
  readonly y: number
}

/** Entries one after the other, in as many lines as they need. */
function spotsOf(legend: readonly LegendEntry[], width: number): Spot[] {
  let x = 0
  let y = 0
  return legend.map((entry) => {
    const wide = 24 + [...entry.name].reduce((sum, sign) => sum + widthOf(sign), 0) * NOTE.size
    if (x > 0 && x + wide > width) {
      x = 0
      y += NOTE.line
    }
    const spot = { entry, x, y }
    x += wide + 16
    return spot
  })
}

function entryAt({ entry, x, y }: Spot, top: number): string {
  const { sign, colour, name } = entry
  const fill = isLine(sign) ? 'none' : colour
  const stroke = isLine(sign) ? ` stroke="${colour}" stroke-width="2"` : ''
  const at = `translate(${MARGIN + x} ${top + y})`
  const text = `<text x="24" y="10" font-size="${NOTE.size}" fill="${LIGHT.ink}">${escaped(name)}</text>`
  return `<g transform="${at}"><path d="${SHAPES[sign]}" fill="${fill}"${stroke}/>${text}</g>`
}

/** The whole picture as SVG: title, chart, and below it period, unit, source and link. */
export function pictureSvg(picture: Picture): { svg: string; width: number; height: number } {
  const { chart, title, legend, lines, link } = picture
  const width = picture.width + 2 * MARGIN
  const most = (size: number) => picture.width / size
  const head = wrapped(title, most(TITLE.size))
  const foot = [
    ...lines.flatMap((line) => wrapped(line, most(NOTE.size))),
    ...linkLines(link, most(NOTE.size)),
  ]
  const spots = spotsOf(legend, picture.width)
  const key = MARGIN + head.length * TITLE.line
  const last = spots.at(-1)
  const top = last ? key + last.y + NOTE.line : key
  const bottom = top + picture.height + 8
  const height = bottom + foot.length * NOTE.line + MARGIN
  const inner = chart.replace(/^[\s\S]*?<svg /u, `<svg x="${MARGIN}" y="${top}" `)
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...head.map((text, i) =>
      textAt(MARGIN + TITLE.size + i * TITLE.line, text, {
        size: TITLE.size,
        fill: LIGHT.ink,
        weight: 600,
      }),
    ),
    ...spots.map((spot) => entryAt(spot, key)),
    inner,
    ...foot.map((text, i) =>
      textAt(bottom + NOTE.line * (i + 1), text, { size: NOTE.size, fill: LIGHT.muted }),
    ),
    '</svg>',
  ]
  return { svg: forXml(parts.join('\n')), width, height }
}
