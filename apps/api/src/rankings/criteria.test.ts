import { describe, expect, test } from 'vitest'
import { parseCriteria } from './criteria.ts'

describe('by=', () => {
  test.each([
    ['a', [{ name: 'a', weight: 1, better: null }]],
    ['a:40', [{ name: 'a', weight: 40, better: null }]],
    ['a:0.5:less', [{ name: 'a', weight: 0.5, better: 'less' }]],
    ['Total Area:6.06:less', [{ name: 'Total Area', weight: 6.06, better: 'less' }]],
    ['"a,b:c":2:more', [{ name: 'a,b:c', weight: 2, better: 'more' }]],
    ['"say ""hi""":1', [{ name: 'say "hi"', weight: 1, better: null }]],
  ])('%s', (text, expected) => {
    expect(parseCriteria(text)).toEqual({ ok: true, value: expected })
  })

  test.each(['', 'a:-1', 'a:x', 'a:1e999', 'a:'])('“%s” is refused with the place', (text) => {
    expect(parseCriteria(text)).toMatchObject({ ok: false, fault: { code: 'invalid' } })
  })
})
