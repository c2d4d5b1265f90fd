import { expect, test } from 'vitest'
import { isRole, zonesOf } from './roles.ts'

function formOf(scope: string, ...zones: string[]): FormData {
  const form = new FormData()
  form.set('scope', scope)
  for (const zone of zones) form.append('zone', zone)
  return form
}

test('an uploader has the zones that were ticked, each once', () => {
  expect(zonesOf(formOf('own', 'b', 'a', 'b'), 'uploader')).toEqual(['b', 'a'])
})

test('nothing ticked is no zone, not all of them', () => {
  expect(zonesOf(formOf('own'), 'uploader')).toEqual([])
})

test('ticks count only where they are asked for', () => {
  expect(zonesOf(formOf('all', 'a'), 'uploader')).toBeNull()
  expect(zonesOf(formOf('own', 'a'), 'editor')).toBeNull()
})

test('only the four roles are roles', () => {
  expect(['viewer', 'administrator', 'owner', ''].map(isRole)).toEqual([true, true, false, false])
})
