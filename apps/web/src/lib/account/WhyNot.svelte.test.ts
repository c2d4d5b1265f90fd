import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { personOf } from './testing.ts'
import WhyNot from './WhyNot.svelte'

test('a stranger is led to the sign-in, and back', async () => {
  const from = '/data?cursor=1'
  await render(WhyNot, { person: null, need: 'upload', from, locale: 'en' })
  await expect
    .element(page.getByText('sign in, as uploader or more', { exact: false }))
    .toBeVisible()
  const link = page.getByRole('link', { name: 'Sign in' })
  await expect.element(link).toHaveAttribute('href', '/sign-in?from=%2Fdata%3Fcursor%3D1')
})

test('somebody with a smaller role is told which one is needed, and which is theirs', async () => {
  const person = personOf({ role: 'uploader' })
  await render(WhyNot, { person, need: 'edit', from: '/supply', locale: 'zh' })
  await expect
    .element(page.getByText('需要编辑者或更高的角色，您的角色是上传者', { exact: false }))
    .toBeVisible()
  expect(page.getByRole('link').elements()).toHaveLength(0)
})
