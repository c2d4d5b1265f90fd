import { expect, test } from 'vitest'
import { isOpen, isUpload, outcomeOf, sentHref } from './upload.ts'

const upload = { id: 'a', status: 'failed', columns: [] }

test('a refusal that carries the upload leads to the upload', () => {
  expect(outcomeOf({ status: 422, code: 'unusable', upload })).toEqual({ upload })
  expect(outcomeOf(upload)).toEqual({ upload })
})

test('any other refusal is the problem', () => {
  const body = { status: 413, code: 'too-large', detail: 'Too large.', requestId: 'r' }
  expect(outcomeOf(body)).toEqual({
    problem: { message: 'Too large.', code: 'too-large', requestId: 'r' },
  })
  expect(outcomeOf(null)).toHaveProperty('problem')
  expect([isUpload({ id: 1 }), isOpen({ status: 'reading' }), isOpen({ status: 'ready' })]).toEqual(
    [false, true, false],
  )
})

test('a file that was committed before is shown as such', () => {
  expect(sentHref({ id: 'a', status: 'committed' })).toBe('/data/a?again=1')
  expect(sentHref({ id: 'a', status: 'ready' })).toBe('/data/a')
})
