import { expect, test } from 'vitest'
import { actionText } from './action-words.ts'
import { actorText, auditHref, stateText, subjectHref } from './entries.ts'

const people = [{ id: 'p1', name: '李' }]

test('people are named, and what is no person is called what it is', () => {
  expect(actorText('p1', people, 'zh')).toBe('李')
  expect(actorText('server', people, 'en')).toBe('the server itself')
  expect(actorText('0199a1b2c3d4', people, 'zh')).toBe('已删除的人员 0199a1b2')
})

test('a subject leads to its page where it has one', () => {
  expect(subjectHref('uploads/u1', people)).toBe('/data/u1')
  expect(subjectHref('people/p1', people)).toBe('/admin/people/p1')
  expect(subjectHref('people/somebody@example.org', people)).toBeNull()
  expect(subjectHref('data', people)).toBeNull()
})

test('a data version is shown whole, a hash by its beginning', () => {
  expect([null, 'v12', 'f'.repeat(64)].map(stateText)).toEqual(['–', 'v12', 'ffffffff…'])
})

test('the address keeps the filter and leaves out what is not asked', () => {
  expect(auditHref({ person: '', action: '' })).toBe('/admin/audit')
  expect(auditHref({ person: 'p1', action: 'PUT /map' }, { cursor: '9' })).toBe(
    '/admin/audit?cursor=9&person=p1&action=PUT+%2Fmap',
  )
})

test('an operation that nobody has put into words is shown as it is called', () => {
  expect(actionText('PUT /map', 'zh')).toBe('更换地图')
  expect(actionText('PUT /moon', 'zh')).toBe('PUT /moon')
})
