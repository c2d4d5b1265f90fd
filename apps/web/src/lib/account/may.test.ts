import { expect, test } from 'vitest'
import { may, refusalOf } from './may.ts'
import { accountOf, personOf } from './testing.ts'

const uploader = accountOf({ can: ['read', 'upload'], person: personOf({ role: 'uploader' }) })

test('what is allowed is not refused', () => {
  expect(refusalOf(uploader, 'upload')).toBeNull()
  expect(may(uploader, 'edit')).toBe(false)
})

test('a refusal says whether signing in would help', () => {
  expect(refusalOf(uploader, 'administer')).toBe('role')
  expect(refusalOf(accountOf(), 'upload')).toBe('sign-in')
})

test('without an answer about the account the API decides alone', () => {
  expect(refusalOf(undefined, 'administer')).toBeNull()
})
