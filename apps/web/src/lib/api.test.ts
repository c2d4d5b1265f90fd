import { isHttpError } from '@sveltejs/kit'
import { expect, test } from 'vitest'
import { read } from './api.ts'

test('a good answer gives its body', async () => {
  expect(await read(Promise.resolve(Response.json([1])))).toEqual([1])
})

test('a problem becomes an error with its code and request id', async () => {
  const problem = { title: 'Not found', detail: 'No zone.', code: 'not-found', requestId: 'r1' }
  const caught: unknown = await read(
    Promise.resolve(Response.json(problem, { status: 404 })),
  ).catch((fault: unknown) => fault)
  expect(isHttpError(caught, 404)).toBe(true)
  expect(caught).toMatchObject({
    body: { message: 'No zone.', code: 'not-found', requestId: 'r1' },
  })
})

test('an answer that is no JSON is an internal fault', async () => {
  const caught: unknown = await read(
    Promise.resolve(new Response('<html>', { status: 502 })),
  ).catch((fault: unknown) => fault)
  expect(caught).toMatchObject({ status: 502, body: { code: 'internal' } })
})
