import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { barOptions } from '#lib/charts/bar/options.ts'
import { scatterOptions } from '#lib/charts/scatter/options.ts'
import { pictureOf } from './server-picture.ts'
import { DARK, LIGHT, type Tokens } from './theme.ts'

const quantity = { name: '税收', unit: '万元' }
const bars = (name: string) => barOptions({ items: [{ name, value: 5 }], quantity, locale: 'zh' })
const LOOK = { height: 200, theme: 'light' } as const

function svgOf(address: string | undefined): string {
  return decodeURIComponent((address ?? '').replace('data:image/svg+xml,', ''))
}

test('a picture is drawn for two widths, and fills the place it is given', () => {
  const picture = pictureOf(bars('甲'), LOOK)
  expect(svgOf(picture?.wide)).toContain("viewBox='0 0 760 200'")
  expect(svgOf(picture?.narrow)).toContain("viewBox='0 0 350 200'")
})

test('the same content gives the same picture, other words another', () => {
  expect(pictureOf(bars('甲'), LOOK)).toEqual(pictureOf(bars('甲'), LOOK))
  expect(pictureOf(bars('甲'), LOOK)).not.toEqual(pictureOf(bars('乙'), LOOK))
})

test('functions that look alike are not taken for one another', () => {
  const labelled = (text: string) => ({
    ...bars('甲'),
    series: [{ type: 'bar' as const, data: [5], label: { show: true, formatter: () => text } }],
  })
  expect(svgOf(pictureOf(labelled('五'), LOOK)?.wide)).toContain('五')
  expect(svgOf(pictureOf(labelled('伍'), LOOK)?.wide)).toContain('伍')
})

test('a name out of a file stays text', () => {
  const svg = svgOf(pictureOf(bars(`<script>"'&`), LOOK)?.wide)
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;')
})

test.each([
  'a\u0000b\u0001c',
  '\ud800',
  '\ufffe',
  '"><script>x</script>',
  "' onload='x",
  '<!--',
  ']]>',
  '&#0;',
])('the name %j leaves the picture a picture', (name) => {
  const address = pictureOf(bars(name), LOOK)?.wide ?? ''
  const svg = svgOf(address)
  expect(address).not.toMatch(/[<>"#\s]/u)
  expect(svg).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
  expect(svg).not.toMatch(/<script|<!--|\]\]>|&#0;|<[^>]*\sonload=/u)
  const tags = (text: string) => text.match(/<\/?[a-z]+/gu)?.length
  expect(tags(svg)).toBe(tags(svgOf(pictureOf(bars('plain'), LOOK)?.wide)))
})

test.each(['__proto__', 'constructor', 'toString'])('the name %s changes no object', (name) => {
  for (const drawn of [bars(name), bars('other'), bars(name)])
    pictureOf(drawn, { ...LOOK, height: 210 })
  const inherited: string[] = []
  for (const key in {}) inherited.push(key)
  expect(inherited).toEqual([])
  expect(Object.keys(Object)).toEqual([])
  expect(svgOf(pictureOf(bars(name), LOOK)?.wide)).toContain(name)
})

test('the automatic theme follows the system, the others are fixed', () => {
  const of = (theme: 'auto' | 'light' | 'dark') =>
    svgOf(pictureOf(bars('甲'), { ...LOOK, theme })?.wide)
  expect(of('auto')).toContain('prefers-color-scheme:dark')
  expect(of('light')).not.toContain(DARK.ink)
  expect(of('dark')).not.toContain(LIGHT.ink)
})

test('nothing to draw, and too much, give no picture', () => {
  const points = Array.from({ length: 501 }, (_, i) => ({ name: String(i), x: i, y: i }))
  const crowd = scatterOptions({ points, x: quantity, y: quantity, locale: 'zh' })
  expect(pictureOf(crowd, LOOK)).toBeNull()
  expect(pictureOf(barOptions({ items: [], quantity, locale: 'zh' }), LOOK)).toBeNull()
})

const css = readFileSync(new URL('../../app.css', import.meta.url), 'utf8')
const block = (start: string) => css.slice(css.indexOf(start), css.indexOf('}', css.indexOf(start)))

test.each([
  ["[data-theme='light']", LIGHT],
  ["[data-theme='dark']", DARK],
  ["[data-theme='auto']", DARK],
])('the tokens are those of the page: %s', (start, tokens: Tokens) => {
  const text = block(start)
  const { categories, ...named } = tokens
  for (const [key, colour] of Object.entries(named)) expect(text).toContain(`--${key}: ${colour};`)
  categories.forEach((colour, i) => expect(text).toContain(`--cat-${String(i + 1)}: ${colour};`))
})
