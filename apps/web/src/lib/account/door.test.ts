import { expect, test } from 'vitest'
import { doorOf } from './door.ts'
import { personOf } from './testing.ts'

const at = (path: string) => new URL(path, 'http://permu.example')
const stranger = { can: [], person: null }
const newcomer = { can: [], person: personOf({ mustChangePassword: true }) }

test('who may read stays where they are', () => {
  expect(doorOf({ can: ['read'], person: null }, at('/rank?v=1'))).toBeNull()
  expect(doorOf({ can: ['read'], person: personOf() }, at('/rank'))).toBeNull()
})

test('with reading closed every page leads to the sign-in, and back', () => {
  expect(doorOf(stranger, at('/rank?v=1'))).toBe('/sign-in?from=%2Frank%3Fv%3D1')
  expect(doorOf(stranger, at('/no-such-page'))).toContain('/sign-in')
})

test.each(['/sign-in', '/setup?token=a'])('%s itself leads nowhere', (path) => {
  expect(doorOf(stranger, at(path))).toBeNull()
})

test('a one-time password is changed before anything else', () => {
  expect(doorOf(newcomer, at('/rank'))).toBe('/account')
  expect(doorOf(newcomer, at('/account'))).toBeNull()
})
