import { expect, test } from 'vitest'
import { messages } from './messages.ts'
import { parseProductivity, printProductivity } from './state.ts'
import { changeText, meansSummary, productivitySummary } from './summary.ts'

const change = (from: string, index: number) => ({
  from,
  to: String(Number(from) + 1),
  index,
  efficiencyChange: 0.98,
  technicalChange: index / 0.98,
  pureChange: null,
  scaleChange: null,
})
const row = (from: string, index: number) => ({
  ...change(from, index),
  zone: 'z',
  name: '甲',
  type: null,
})
const means = [
  { ...change('2022', 1.1), zones: 2 },
  { ...change('2023', 1.02), zones: 2 },
]

test('an index is told as a change', () => {
  expect([1.05, 0.9, 1.0001].map((index) => changeText(index, 'zh'))).toEqual([
    '+5.0 %',
    '−10.0 %',
    '±0.0 %',
  ])
})

test('the sentence is about the last step', () => {
  const rows = [row('2022', 0.5), row('2023', 1.1), row('2023', 0.9)]
  expect(productivitySummary({ means, rows }, messages.zh, 'zh')).toBe(
    '2023–2024，2 个园区的生产率平均上升 2.0 %；其中追赶前沿 −2.0 %，前沿移动 +4.1 %；2 个中 1 个上升。',
  )
  expect(productivitySummary({ means: [], rows: [] }, messages.zh, 'zh')).toBe('')
})

test('the chart says which step was best', () => {
  expect(meansSummary(means, messages.zh, 'zh')).toContain('2022→2023（+10.0 %）')
})

test('an address is read back, and the default is bare', () => {
  const read = (address: string) => parseProductivity(new URL(address, 'http://x').searchParams)
  expect(printProductivity(read('/productivity?or=output&prices=current'))).toBe('/productivity')
  const address =
    '/productivity?v=1&from=2020&in=a%2Cb&or=input&ref=global&prices=constant&pair=2021&sel=z'
  expect(printProductivity(read(address))).toBe(address)
})
