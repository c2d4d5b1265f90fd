import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type Server } from '../server.ts'
import { pressBare } from './bare.ts'
import { slopeOf } from './fit.ts'
import { fillPanel, QUANTITIES, ZONES, type Loaded } from './panel.ts'
import { others, press } from './press.ts'

const folder = mkdtempSync(join(tmpdir(), 'permu-load-test-'))
let server: Server
let loaded: Loaded

beforeAll(async () => {
  server = await serve({ data: join(folder, 'data') })
  loaded = await fillPanel(server.url, folder)
})

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the matrix is as wide as it is called', async () => {
  const answer = (await (await fetch(loaded.values)).json()) as { values: number[][] }
  expect(answer.values.length).toBe(ZONES)
  expect(new Set(answer.values.map((row) => row.length))).toEqual(new Set([QUANTITIES]))
})

test('an answer that is kept is the same as the first, plain and short', async () => {
  const plain = { headers: { 'accept-encoding': 'identity' } }
  const first = await (await fetch(loaded.ranking, plain)).text()
  expect(await (await fetch(loaded.ranking, plain)).text()).toBe(first)
  const short = await fetch(loaded.ranking, { headers: { 'accept-encoding': 'gzip' } })
  expect(short.headers.get('content-encoding')).toBe('gzip')
  expect(await short.text()).toBe(first)
})

test('fifty who ask at once are all answered', async () => {
  const pressed = await press({ url: loaded.ranking, seconds: 1, connections: 50 })
  expect(pressed.total).toBeGreaterThan(0)
  expect(others(pressed, 200) + pressed.errors).toBe(0)
})

test('a bare server gives the same bytes', async () => {
  const headers = { 'accept-encoding': 'gzip' }
  const bare = await pressBare({ url: loaded.ranking, seconds: 1, connections: 5, headers })
  const { megabytes, rate } = await press({
    url: loaded.ranking,
    seconds: 1,
    connections: 5,
    headers,
  })
  expect(others(bare, 200) + bare.errors).toBe(0)
  expect(bare.megabytes / bare.rate / (megabytes / rate)).toBeCloseTo(1, 1)
})

test('the slope of a line is its slope', () => {
  expect(
    slopeOf([
      [0, 1],
      [1, 3],
      [2, 5],
    ]),
  ).toBe(2)
  expect(slopeOf([[1, 7]])).toBe(0)
})
