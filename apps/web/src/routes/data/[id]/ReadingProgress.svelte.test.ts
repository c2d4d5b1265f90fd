import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import ReadingProgress from './ReadingProgress.svelte'

const at = (bytes: number, rows: number, left?: number | null) => ({
  status: 'reading' as const,
  bytes: 10_000,
  progress: { bytes, rows, ...(left !== undefined && { left }) },
})

test('rows, share and time left are told, and the reading can be cancelled', async () => {
  let time = 0
  let cancelled = 0
  const props = { locale: 'zh' as const, now: () => time, oncancel: () => void cancelled++ }
  const screen = await render(ReadingProgress, { ...props, upload: at(1000, 50) })
  await expect.element(page.getByText(/正在读取：已读 50 行/u)).toBeVisible()
  expect(page.getByText(/约剩/u).elements()).toEqual([])
  time = 1000
  await screen.rerender({ upload: at(3000, 150) })
  await expect.element(page.getByText('约剩 4 秒')).toBeVisible()
  await expect.element(page.getByText('30%')).toBeVisible()
  await page.getByRole('button', { name: '取消' }).click()
  expect(cancelled).toBe(1)
})

test('the server’s own word on the time left goes first', async () => {
  const props = { locale: 'en' as const, oncancel: () => undefined }
  await render(ReadingProgress, { ...props, upload: at(1000, 50, 61_000) })
  await expect.element(page.getByText('about 1 min 1 s left')).toBeVisible()
})

test('a file that waits its turn has no share yet', async () => {
  const props = { locale: 'en' as const, oncancel: () => undefined }
  await render(ReadingProgress, { ...props, upload: { ...at(0, 0), status: 'pending' } })
  await expect.element(page.getByText('Waiting its turn…')).toBeVisible()
  expect(page.getByRole('progressbar').element().hasAttribute('value')).toBe(false)
})
