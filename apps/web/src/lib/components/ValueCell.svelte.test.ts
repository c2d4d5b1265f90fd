import { expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import ValueCell from './ValueCell.svelte'

const trace = { zone: 'a b', period: '2024', indicator: 'tax-per-land' }

test('a value has its unit and leads to where it comes from', async () => {
  const screen = await render(ValueCell, { value: 31.018, unit: '万元/亩', trace })
  const link = screen.getByRole('link', { name: '31.02 万元/亩' })
  await expect
    .element(link)
    .toHaveAttribute('href', '/trace?zone=a+b&period=2024&indicator=tax-per-land')
})

test('a unit that stands in the header is still spoken', async () => {
  const screen = await render(ValueCell, { value: 0.8, unit: 'km²', digits: 2, unitInHeader: true })
  await expect.element(screen.getByText('0.80')).toBeVisible()
  expect(screen.container.querySelector('.visually-hidden')?.textContent).toBe(' km²')
})

test('a missing value is a dash that says why', async () => {
  const props = { value: null, unit: '万元/亩', reason: 'not-reported', fields: ['税收'], trace }
  const screen = await render(ValueCell, props)
  await expect.element(screen.getByText('–', { exact: true })).toBeVisible()
  await expect.element(screen.getByTitle('未报送：税收')).toBeVisible()
  expect(screen.container.querySelector('a')).toBeNull()
})
