import { expect, test } from 'vitest'
import { pointsOf } from '#lib/chart/points.ts'
import { drawSvg } from '#lib/chart/testing.ts'
import { LOOKS } from '#lib/charts/states.ts'
import { lineOptions, type LineInput } from './options.ts'

const input: LineInput = {
  periods: ['2021', '2022', '2023', '2024'],
  lines: [
    { name: '天府新区', values: [10, 12, null, 16] },
    { name: '高新南区', values: [20, 19, 18, 15.5] },
  ],
  quantity: { name: '亩均税收', unit: '万元/亩' },
  locale: 'zh',
}

test('lines with a gap, named at their ends', async () => {
  await expect(drawSvg(lineOptions(input))).toMatchFileSnapshot('./golden/lines.svg')
})

test('ranks stand upside down, one line without a name', async () => {
  const lines = [{ name: '天府新区', values: [3, 1, 2, 2] }]
  const quantity = { name: 'rank', unit: '1' }
  const svg = drawSvg(lineOptions({ ...input, lines, quantity, locale: 'en', inverse: true }))
  await expect(svg).toMatchFileSnapshot('./golden/ranks.svg')
})

test.each(LOOKS)('%s', async (name, { names, from, to }, tokens) => {
  const lines = names.map((zone, i) => {
    return { name: zone, values: [from[i] ?? null, to[i] ?? null] }
  })
  const periods = ['2023', '2024']
  const option = lineOptions({
    ...input,
    periods,
    lines,
    reference: [20, 24],
    marks: [{ value: 8, label: '≥ 8' }],
  })
  await expect(drawSvg(option, { tokens })).toMatchFileSnapshot(`./golden/state-${name}.svg`)
  expect(pointsOf(option).every(({ seriesIndex }) => seriesIndex < lines.length)).toBe(true)
})
