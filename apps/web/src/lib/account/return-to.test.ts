import { expect, test } from 'vitest'
import { samePath, signInHref } from './return-to.ts'

test.each(['/', '/rank?v=1&sel=a#b', '/data/abc', '/trace?zone=%E5%9B%AD&x=//y'])(
  '%s is a place of this product',
  (path) => expect(samePath(path)).toBe(path),
)

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n//elsewhere.example',
  '/..//elsewhere.example',
  '/%2e%2e//elsewhere.example',
  'javascript:alert(1)',
  'rank',
  '',
  null,
  '/sign-in?from=/sign-in',
  '/setup?token=abc',
  '/sign-out',
])('%j leads home instead', (path) => expect(samePath(path)).toBe('/'))

test('the way to sign in keeps the way back, which stays one parameter', () => {
  expect(signInHref('/rank?v=1&sel=a')).toBe('/sign-in?from=%2Frank%3Fv%3D1%26sel%3Da')
  expect(signInHref('/')).toBe('/sign-in')
})
