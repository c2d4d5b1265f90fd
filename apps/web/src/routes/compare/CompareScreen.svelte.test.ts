import type { Series } from '@permu/api/client'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { choosers } from './choosers.ts'
import CompareScreen from './CompareScreen.svelte'
import type { Loaded } from './pick.ts'
import { parseState, printState, type CompareState } from './state.ts'
import { LOADED } from './testing.ts'
import { partOf } from './view-parts.ts'

const asked = (query: string) => parseState(new URLSearchParams(query))

async function shown(query: string, more: Partial<Loaded> = {}) {
  const reported: CompareState[] = []
  const loaded = { ...LOADED, ...more }
  const { container } = await render(CompareScreen, {
    loaded,
    choosers: loaded.zones.length > 1 ? null : choosers,
    part: await partOf(asked(query).view),
    asked: asked(query),
    locale: 'zh',
    hrefOf: printState,
    onchange: (state: CompareState) => void reported.push(state),
  })
  return { reported, text: () => container.textContent?.replaceAll(/\s+/gu, ' ') ?? '' }
}
const ZONES = 'zones=z1,z2,z4'
const search = () => page.getByRole('searchbox', { name: '按名称、拼音或类型查找园区' })
async function open() {
  await page.getByText('选择园区和指标', { exact: true }).click()
  await expect.element(search()).toBeVisible()
}

test('the heat table shows value, difference, benchmark and the reason of a gap', async () => {
  const { text } = await shown(ZONES)
  expect(text()).toContain('与基准相差 +100')
  expect(text()).toContain('中位数 300 万元/亩')
  expect(text()).toMatch(/保密不公布/u)
  expect(text()).toContain('达到或好于基准最多的是青白江、重庆路：2 项中的 2 项')
})

test('a threshold is held against, and told as met or missed', async () => {
  const { text } = await shown(`${ZONES}&t=chengdu-2020-350`)
  expect(text()).toContain('≥ 350 万元/亩')
  expect(text()).toMatch(/✓ 达到.*✗ 未达到/u)
})

test('rows and columns swap, and the rest of the address stays', async () => {
  await shown(`${ZONES}&turn=1&base=group`)
  const rows = document.querySelectorAll('main table tbody tr, table tbody tr')
  expect(rows[0]?.textContent).toContain('青白江')
  const link = page.getByRole('link', { name: '行列互换' }).element()
  expect(link.getAttribute('href')).toBe('/compare?v=1&zones=z1%2Cz2%2Cz4&base=group')
})

test('zones are found by pinyin, by initials and by their English name', async () => {
  const { reported } = await shown('zones=z4', { zones: ['z4'] })
  await open()
  await search().fill('chongqing')
  await expect.element(page.getByRole('checkbox', { name: '重庆路' })).toBeVisible()
  await expect.poll(() => page.getByRole('checkbox', { name: '青白江' }).query()).toBeNull()
  await search().fill('qbj')
  await expect.element(page.getByRole('checkbox', { name: '青白江' })).toBeVisible()
  await search().fill('railway')
  await page.getByRole('checkbox', { name: '青白江' }).click()
  expect(reported.at(-1)?.zones).toEqual(['z4', 'z1'])
})

test('a search without a result says so and is cleared; the keyboard ticks', async () => {
  const { reported, text } = await shown('zones=z1', { zones: ['z1'] })
  await open()
  await search().fill('不存在')
  await expect.poll(text).toContain('没有与“不存在”相符的。')
  await page.getByRole('button', { name: '清除筛选' }).click()
  const box = page.getByRole('checkbox', { name: '丙区' })
  box.element().focus()
  await userEvent.keyboard(' ')
  expect(reported.at(-1)?.zones).toEqual(['z1', 'z3'])
})

test('sorted by an indicator, each name has its bar and its value', async () => {
  await shown('zones=z1&sort=investment-intensity')
  await open()
  const names = [...document.querySelectorAll('fieldset')][0]?.querySelectorAll('.name') ?? []
  expect([...names].map((one) => one.textContent)).toEqual(['青白江', '重庆路', '丁区', '丙区'])
  const bars = [...document.querySelectorAll<HTMLElement>('fieldset .bar')]
  expect(bars.map((bar) => bar.style.width)).toEqual(['100%', '75%', '50%'])
  await expect.element(page.getByText('400 万元/亩').first()).toBeVisible()
})

test('peers are offered with what they share', async () => {
  const { text } = await shown('zones=z1', { zones: ['z1'] })
  expect(text()).toContain('类型相同')
  const add = page.getByRole('link', { name: '添加重庆路' }).first().element()
  expect(add.getAttribute('href')).toBe('/compare?v=1&zones=z1%2Cz2')
  expect(text()).toContain('只选了一个园区')
})

test('a zone of the link that nobody knows is a chip that can be taken away', async () => {
  await shown(`zones=z1,gone&pin=z1`, { zones: ['z1'], unknownZones: ['gone'] })
  const away = page.getByRole('link', { name: '去掉未知园区 gone' }).element()
  expect(away.getAttribute('href')).toBe('/compare?v=1&zones=z1&pin=z1')
  const unpin = page.getByRole('link', { name: '取消置顶青白江' }).element()
  expect(unpin.getAttribute('href')).toBe('/compare?v=1&zones=z1%2Cgone')
})

test('nothing chosen says what to do', async () => {
  const { text } = await shown('zones=', { zones: [] })
  expect(text()).toContain('还没有选园区')
  expect(document.querySelector('table')).toBeNull()
})

test('a radar of three zones is refused with a way on', async () => {
  const { text } = await shown(`view=radar&${ZONES}`)
  expect(text()).toContain('雷达图只画一至两个园区')
  expect(document.querySelector('[role=img][aria-label*="项指标"]')).toBeNull()
})

test('over time, one period only has nothing to draw', async () => {
  const { text } = await shown(`view=lines&${ZONES}`)
  expect(text()).toContain('只有一个期别')
})

const series: Series = {
  dataVersion: '1',
  periods: ['2022', '2023'],
  indicators: LOADED.values.indicators.slice(0, 1),
  zones: LOADED.values.zones,
  values: [
    [
      [390, 400],
      [310, 300],
      [200, 200],
      [100, null],
    ],
  ],
  missing: [],
  breaks: [{ zone: 'z2', period: '2023', kind: 'merge', breaks: true, note: null }],
}

test('two periods: a change, none over a break, and a borrowed value with its year', async () => {
  const { text } = await shown(`view=dumbbell&${ZONES}&tol=1`, { series })
  expect(text()).toContain('2022 到 2023：1 个上升，0 个下降。')
  expect(text()).toMatch(/重庆路.*不可比/u)
  expect(text()).toContain('100 2022*')
  expect(text()).toContain('不计算跨越它的变化')
})

test('lines stop at a break and the table says so', async () => {
  const { text } = await shown(`view=lines&${ZONES}`, { series })
  expect(text()).toContain('可比的 1 个园区中 1 个上升')
  expect(text()).toContain('与之前不可比')
})

test('an own target is set, and a faulty one is told', async () => {
  const { reported } = await shown(ZONES)
  await page.getByText('目标和门槛', { exact: true }).first().click()
  await page.getByRole('button', { name: '设为基准' }).click()
  await expect.element(page.getByRole('alert')).toBeVisible()
  expect(reported).toEqual([])
  await page.getByRole('textbox', { name: '不低于' }).fill('320')
  await page.getByRole('textbox', { name: '名称' }).fill('本区目标')
  await page.getByRole('button', { name: '设为基准' }).click()
  expect(reported.at(-1)?.own).toEqual([
    {
      indicator: 'investment-intensity',
      low: 320,
      high: null,
      unit: '万元/亩',
      label: '本区目标',
    },
  ])
})
