import type { Zone } from '@permu/api/client'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import ZoneChoice from './ZoneChoice.svelte'

const zoneOf = (id: string, name: string): Zone => ({
  ...{ id, name, code: null, type: null, leadIndustry: null, districts: [], ecosystem: null },
  ...{ attributes: {}, sample: null, aliases: [], formerNames: [] },
  ...{ predecessors: [], successors: [] },
})
const zones = [zoneOf('a', '安橘园'), zoneOf('b', '白榆园'), zoneOf('c', '成都园')]

async function open(chosen: readonly string[] | null) {
  const { container } = await render(ZoneChoice, { zones, chosen, locale: 'zh' })
  /** What the form around it would send. */
  return () => {
    const form = document.createElement('form')
    form.append(container.cloneNode(true))
    return new FormData(form).getAll('zone')
  }
}

test('the own zones stand first, ticked and counted', async () => {
  const sent = await open(['c'])
  const boxes = page.getByRole('checkbox')
  await expect.element(boxes.first()).toHaveAccessibleName('成都园')
  await expect.element(boxes.first()).toBeChecked()
  await expect.element(page.getByText('已选 1 个')).toBeVisible()
  expect(sent()).toEqual(['c'])
})

test('what a search hides stays ticked and is sent', async () => {
  const sent = await open(['c'])
  await page.getByRole('searchbox').fill('baiyu')
  await expect.element(page.getByRole('checkbox', { name: '成都园' })).not.toBeInTheDocument()
  await page.getByRole('checkbox', { name: '白榆园' }).click()
  expect(sent().toSorted()).toEqual(['b', 'c'])
})

test('a zone that is no longer there is kept, for nobody has taken it away', async () => {
  const sent = await open(['gone', 'a'])
  expect(sent().toSorted()).toEqual(['a', 'gone'])
})

test('all zones is a choice of its own, not every box ticked', async () => {
  const sent = await open(null)
  await expect.element(page.getByRole('radio', { name: '全部园区' })).toBeChecked()
  await expect.element(page.getByText('已选 0 个')).toBeVisible()
  expect(sent()).toEqual([])
})
