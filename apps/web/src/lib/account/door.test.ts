import type { Me } from '@permu/api/client'
import { expect, test } from 'vitest'
import { doorOf } from './door.ts'

const at = (path: string) => new URL(path, 'http://permu.example')
const person = (mustChangePassword: boolean): Me['person'] => ({
  ...{ id: 'p', name: '李', email: 'li@example.org', role: 'viewer', zones: null },
  ...{ mustChangePassword, hasPassword: true },
})

test('who may read stays where they are', () => {
  expect(doorOf({ can: ['read'], person: null }, at('/rank?v=1'))).toBeNull()
})

test('with reading closed every page leads to the sign-in, and back', () => {
  expect(doorOf({ can: [], person: null }, at('/rank?v=1'))).toBe('/sign-in?from=%2Frank%3Fv%3D1')
  expect(doorOf({ can: [], person: null }, at('/no-such-page'))).toContain('/sign-in')
})

test.each(['/sign-in', '/setup?token=a'])('%s itself leads nowhere', (path) => {
  expect(doorOf({ can: [], person: null }, at(path))).toBeNull()
})

test('a one-time password is changed before anything else', () => {
  expect(doorOf({ can: [], person: person(true) }, at('/rank'))).toBe('/account')
  expect(doorOf({ can: [], person: person(true) }, at('/account'))).toBeNull()
  expect(doorOf({ can: ['read'], person: person(false) }, at('/rank'))).toBeNull()
})
