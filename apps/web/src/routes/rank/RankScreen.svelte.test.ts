import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import RankScreen from './RankScreen.svelte'
import type { RankingData } from './screen.ts'
import { DEFAULT_STATE, parseState, printState, type RankState } from './state.ts'
import { VALUES, buildBoard } from './testing.ts'

const ranking: RankingData = {
  period: '2023',
  periods: ['2023'],
  indicators: [],
  fields: [],
  values: VALUES,
  defaults: [
    { id: 'tax', weight: 90 },
    { id: 'land', weight: 10 },
  ],
  presets: [],
  unknown: [],
}

const leader = () => document.querySelector('table tbody tr th')?.textContent ?? ''

test('moving a slider re-ranks at once; letting go reports the new shares', async () => {
  const reported: RankState[] = []
  await render(RankScreen, {
    ranking,
    asked: DEFAULT_STATE,
    locale: 'zh',
    hrefOf: printState,
    onchange: async (state: RankState) => void reported.push(state),
  })
  expect(leader()).toContain('甲')

  const slider = page.getByRole('slider', { name: 'tax名的占比' }).element()
  if (!(slider instanceof HTMLInputElement)) throw new Error('The slider is an input')
  slider.value = '10'
  slider.dispatchEvent(new Event('input', { bubbles: true }))
  await expect.poll(leader).toContain('丙')
  expect(reported).toEqual([])

  slider.dispatchEvent(new Event('change', { bubbles: true }))
  await expect
    .poll(() => reported.at(-1)?.criteria)
    .toEqual([
      { id: 'tax', weight: 10 },
      { id: 'land', weight: 90 },
    ])
})

test.each(['agg=topsis', 'agg=copeland', 'wt=entropy'])(
  '%s: what the page does not bring along comes when the address asks for it',
  async (query) => {
    const asked = parseState(new URLSearchParams(query))
    await render(RankScreen, {
      ranking,
      asked,
      locale: 'zh',
      hrefOf: printState,
      onchange: () => Promise.resolve(),
    })
    const first = buildBoard(VALUES, ranking.defaults, asked).rows[0]?.name
    await expect.poll(leader).toContain(first ?? 'a leader')
  },
)
