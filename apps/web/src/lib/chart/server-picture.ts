import type { EChartsOption } from 'echarts'
import { PICTURE_POINTS, pointsOf } from './points.ts'
import { drawSvg } from './svg.ts'
import { DARK, LIGHT, type Tokens } from './theme.ts'
import type { Theme } from '#lib/preferences.ts'

/** What stands in the page before a script has run: two widths of the same chart, as addresses. */
export interface Picture {
  readonly wide: string
  readonly narrow: string
}

export interface PictureLook {
  readonly height: number
  readonly theme: Theme
}

/** The widths that a chart is drawn for: beside others on a screen, and alone on a phone. */
const WIDE = 760
const NARROW = 350
const KEPT_AT_MOST = 64

const kept = new Map<string, string>()
const numbers = new WeakMap<object, number>()
let count = 0

// A function is known by itself alone: two that look alike may hold different words.
function numberOf(thing: object): number {
  const known = numbers.get(thing) ?? ++count
  numbers.set(thing, known)
  return known
}

function keyOf(option: EChartsOption, width: number, height: number): string {
  const content = JSON.stringify(option, (_, value: unknown) =>
    typeof value === 'function' ? `ƒ${String(numberOf(value))}` : value,
  )
  return `${String(width)}×${String(height)} ${content}`
}

function drawn(option: EChartsOption, width: number, height: number): string {
  const key = keyOf(option, width, height)
  const svg = kept.get(key) ?? drawSvg(option, { width, height })
  kept.delete(key)
  kept.set(key, svg)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_AT_MOST) break
    kept.delete(oldest)
  }
  return svg
}

const flat = ({ ink, muted, line, paper, categories }: Tokens) => [
  ink,
  muted,
  line,
  paper,
  ...categories,
]

const styles = (tokens: Tokens) =>
  flat(tokens)
    .map((colour, i) => `--c${String(i)}:${colour}`)
    .join(';')

// Colours become names, and the names get the colours of the reader's paper; a picture brings its own
// paper along, so that it can be read wherever it is put.
function coloured(svg: string, theme: Theme): string {
  const light = flat(LIGHT)
  const named = light.reduce((text, hex, i) => text.replaceAll(hex, `var(--c${String(i)})`), svg)
  const paper = light.indexOf(LIGHT.paper)
  const first = styles(theme === 'dark' ? DARK : LIGHT)
  const dark = theme === 'auto' ? `@media(prefers-color-scheme:dark){svg{${styles(DARK)}}}` : ''
  const head = `<style>svg{${first}}${dark}</style><rect width="100%" height="100%" fill="var(--c${String(paper)})"/>`
  return named.replace(/^<svg[^>]*>/u, (open) => open + head)
}

const addressOf = (svg: string) =>
  'data:image/svg+xml,' +
  svg
    .replaceAll('\n', '')
    .replaceAll('"', "'")
    .replaceAll(/[%#<>\s]/gu, (sign) => encodeURIComponent(sign))

/** The chart as pictures, or null where there is nothing to draw or too much; drawn once, kept a while. */
export function pictureOf(option: EChartsOption, look: PictureLook): Picture | null {
  const points = pointsOf(option).length
  if (points === 0 || points > PICTURE_POINTS) return null
  const { height, theme } = look
  const at = (width: number) => addressOf(coloured(drawn(option, width, height), theme))
  return { wide: at(WIDE), narrow: at(NARROW) }
}
