import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import LocalPreview from './LocalPreview.svelte'
import { LOCAL_LIMIT } from './worker.ts'

const file = (text: string, name = 'zones.csv') => new File([text], name)

test('a file is read in a worker of the page: columns, marked cells and counts', async () => {
  const text = '园区,年份,固定资产投资(亿元),税收(万元)\n东湖,2023,1.5,12\n西岭,2023,2,6x\n'
  await render(LocalPreview, { file: file(text), period: '', locale: 'zh' })
  await expect.element(page.getByText(/UTF-8，表头在第 1 行，2 行数据/u)).toBeVisible()
  await expect.element(page.getByText(/1 处错误/u)).toBeVisible()
  await expect.element(page.getByText('亿元 × 10 000 → 万元')).toBeVisible()
  await page.getByRole('gridcell', { name: /6x 错误/u }).click()
  await expect.element(page.getByText(/第 3 行「税收\(万元\)」：6x/u)).toBeVisible()
})

test('cells pasted from a spreadsheet are read as they are', async () => {
  const text = '园区\t年份\t税收(万元)\n东湖\t2023\t12\n'
  await render(LocalPreview, { file: file(text, 'pasted.tsv'), period: '', locale: 'en' })
  await expect.element(page.getByText(/1 zone and 1 value were read/u)).toBeVisible()
})

test('a large file is left to the server', async () => {
  const large = file('x')
  Object.defineProperty(large, 'size', { value: LOCAL_LIMIT + 1 })
  await render(LocalPreview, { file: large, period: '', locale: 'en' })
  await expect.element(page.getByText(/is read by the server/u)).toBeVisible()
})

test('a reader that fails does not stop the file from being sent', async () => {
  const open = () => ({ read: () => Promise.reject(new Error('no')), close: () => undefined })
  await render(LocalPreview, { file: file('x'), period: '', locale: 'zh', open })
  await expect.element(page.getByText(/可以直接发送/u)).toBeVisible()
})
