import { expect, test } from 'vitest'
import { isEmail, passwordFault, secretOf, textOf } from './form.ts'

test('a text loses the spaces around it, a password keeps them', () => {
  const form = new FormData()
  form.set('name', '  李 ')
  form.set('password', ' twelve signs ')
  expect(textOf(form, 'name')).toBe('李')
  expect(secretOf(form, 'password')).toBe(' twelve signs ')
  expect(textOf(form, 'missing')).toBe('')
})

test('a file in the place of a text is none', () => {
  const form = new FormData()
  form.set('name', new File(['x'], 'x.txt'))
  expect(textOf(form, 'name')).toBe('')
})

test.each([
  ['eleven sign', 'eleven sign', 'short'],
  ['x'.repeat(129), 'x'.repeat(129), 'long'],
  ['twelve signs', 'twelve sighs', 'different'],
  ['twelve signs', 'twelve signs', null],
] as const)('the password %s, repeated as %s: %s', (password, again, fault) => {
  expect(passwordFault(password, again)).toBe(fault)
})

test.each([
  ['li@example.org', true],
  ['li@example', false],
  ['li example.org', false],
  ['a@b@c.d', false],
])('%s is an address: %s', (text, yes) => expect(isEmail(text)).toBe(yes))
