import type { Me } from '@permu/api/client'
import { expect, test } from 'vitest'
import { may, refusalOf } from './may.ts'

const person = { ...{ id: 'p', name: '李', email: 'li@example.org', zones: null } }
const uploader: Pick<Me, 'can' | 'person'> = {
  can: ['read', 'upload'],
  person: { ...person, role: 'uploader', mustChangePassword: false, hasPassword: true },
}

test('what is allowed is not refused', () => {
  expect(refusalOf(uploader, 'upload')).toBeNull()
  expect(may(uploader, 'edit')).toBe(false)
})

test('a refusal says whether signing in would help', () => {
  expect(refusalOf(uploader, 'administer')).toBe('role')
  expect(refusalOf({ can: ['read'], person: null }, 'upload')).toBe('sign-in')
})

test('without an answer about the account the API decides alone', () => {
  expect(refusalOf(undefined, 'administer')).toBeNull()
})
