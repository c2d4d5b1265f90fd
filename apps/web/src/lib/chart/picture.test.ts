import { expect, test } from 'vitest'
import { barOptions } from '#lib/charts/bar/options.ts'
import { fileNameOf } from './file-name.ts'
import { pictureSvg, wrapped } from './picture.ts'
import { drawSvg } from './testing.ts'

const items = [
  { name: '甲<b>', value: 5 },
  { name: '乙', value: 3 },
]
const chart = drawSvg(
  barOptions({ items, quantity: { name: '税收', unit: '万元' }, locale: 'zh' }),
  {
    width: 480,
    height: 160,
  },
)
const picture = {
  chart,
  width: 480,
  height: 160,
  title: '两个园区的税收 & <更多>',
  legend: [],
  lines: ['期：2023', '数据版本 7'],
  link: 'http://localhost/compare?zones=a,b&indicators=tax',
}

test('title, period, source and link stand in the picture, with the chart inside', async () => {
  await expect(pictureSvg(picture).svg).toMatchFileSnapshot('./golden/picture.svg')
})

test('texts of files are escaped and there is no style sheet, script or second document', () => {
  const { svg } = pictureSvg(picture)
  expect(svg).toContain('两个园区的税收 &amp; &lt;更多&gt;')
  expect(svg).toContain('&amp;indicators=tax')
  expect(svg).not.toMatch(/<style|<script|<\?xml|<b>/u)
})

test('long texts are broken, a long link is cut', () => {
  expect(wrapped('一二三四五六七', 3)).toEqual(['一二三', '四五六', '七'])
  expect(wrapped('tax per land of all zones', 6)).toEqual(['tax per', 'land of', 'all zones'])
  expect(wrapped('a'.repeat(25), 6)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)])
  expect(wrapped('', 6)).toEqual([])
  const { svg } = pictureSvg({ ...picture, link: `http://x/?${'z'.repeat(900)}` })
  expect(svg.match(/z…</gu)).toHaveLength(1)
  expect(svg.length).toBeLessThan(pictureSvg(picture).svg.length + 500)
})

test.each([
  [['2023', '亩均税收：66 个园区。'], 'svg', 'permu-2023-亩均税收：66_个园区.svg'],
  [['a/b\\c:d*e?"<f>|', null], 'png', 'permu-a_b_c_d_e_f.png'],
  [['../../etc', '\u202egnp.exe\n'], 'png', 'permu-etc-gnp.exe.png'],
  [[], 'svg', 'permu.svg'],
  [['x'.repeat(200)], 'svg', `permu-${'x'.repeat(60)}.svg`],
])('%j is the file %s%s', (parts, ending, expected) => {
  expect(fileNameOf(parts, ending)).toBe(expected)
})

test('a legend stands above the chart, told by sign and name, in as many lines as it needs', () => {
  const colour = '#0072b2'
  const legend = [
    { name: '起步区', sign: 'circle', colour, indexes: [0] },
    { name: '全区 & 其他', sign: 'dashes', colour, indexes: [1] },
    { name: 'x'.repeat(60), sign: 'bar', colour, indexes: [2] },
  ] as const
  const { svg, height } = pictureSvg({ ...picture, legend })
  expect(svg).toContain('全区 &amp; 其他')
  expect(svg.match(/<path d="M1 6H6M8 6H13M15 6H19" fill="none" stroke="#0072b2"/gu)).toHaveLength(
    1,
  )
  expect(height).toBe(pictureSvg(picture).height + 2 * 18)
})
