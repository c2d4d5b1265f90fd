import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Env } from '../env.ts'
import { jsonList } from './json-list.ts'

const item = (i: number) => ({ id: i, name: `园区 "${String(i)}"\n,][`, of: [null, { a: [] }] })

test.each([0, 1, 499, 500, 501, 1000, 2101])('a list of %i is written as JSON', async (length) => {
  const items = Array.from({ length }, (_, i) => item(i))
  const app = new Hono<Env>().get('/', (c) => jsonList(c, items))
  const response = await app.request('/')
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.text()).toBe(JSON.stringify(items))
})
