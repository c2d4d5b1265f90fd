import { columnOf } from '@permu/metrics'
import { expect, test } from 'vitest'
import { openApi } from '../testing.ts'
import { createComputing, type Computing } from './pool.ts'
import type { Ask } from './tasks.ts'

const SCRIPT = new URL('./hold.testing.worker.ts', import.meta.url)

/** A computation that stays under way until its gate opens. */
function held() {
  const gate = new Int32Array(new SharedArrayBuffer(4))
  const ask = { gate: gate.buffer } as unknown as Ask<'frontier'>
  function open() {
    Atomics.store(gate, 0, 1)
    Atomics.notify(gate, 0)
  }
  return { ask, open }
}

const leaving = () => {
  const controller = new AbortController()
  return { signal: controller.signal, leave: () => controller.abort() }
}

const run = (computing: Computing, ask: Ask<'frontier'>, signal = leaving().signal) =>
  computing.run('frontier', ask, { signal })

test('while a thread computes, requests are answered', async () => {
  const api = await openApi()
  const computing = createComputing({ script: SCRIPT })
  const { ask, open } = held()
  const answer = run(computing, ask)
  const light = await api.request('/periods')
  expect([light.status, computing.load().running]).toEqual([200, 1])
  open()
  expect(await answer).toEqual({ ok: true, value: 'held' })
  expect(computing.load()).toEqual({ running: 0, waiting: 0 })
  await computing.close()
  await api.close()
})

test('a request that computes holds up no other, and is given up when its client leaves', async () => {
  const api = await openApi()
  await api.send('园区,年份,税收(万元)\na,2023,1\nb,2023,2\n', 'name=a.csv')
  await api.deps.computing.close()
  api.deps.computing = createComputing({ script: SCRIPT })
  const { signal, leave } = leaving()
  const heavy = api.request('/rankings/robustness?by=tax', { signal })
  const { load } = api.deps.computing
  while (load().running === 0) await api.request('/periods')
  const light = await api.request('/rankings?by=tax')
  expect([light.status, load().running]).toEqual([200, 1])
  leave()
  expect((await heavy).status).toBe(409)
  expect(load().running).toBe(0)
  await api.close()
})

test('a client that leaves stops its computation, and the next one has its place', async () => {
  const computing = createComputing({ script: SCRIPT, threads: 1 })
  const [first, second] = [held(), held()]
  const { signal, leave } = leaving()
  const given = run(computing, first.ask, signal)
  const waiting = run(computing, second.ask)
  expect(computing.load()).toEqual({ running: 1, waiting: 1 })
  leave()
  expect(await given).toMatchObject({ ok: false })
  second.open()
  expect(await waiting).toEqual({ ok: true, value: 'held' })
  await computing.close()
})

test('who leaves while waiting is forgotten', async () => {
  const computing = createComputing({ script: SCRIPT, threads: 1 })
  const [first, second] = [held(), held()]
  const given = run(computing, first.ask)
  const { signal, leave } = leaving()
  const waiting = run(computing, second.ask, signal)
  leave()
  expect(await waiting).toMatchObject({ ok: false })
  expect(computing.load()).toEqual({ running: 1, waiting: 0 })
  first.open()
  expect(await given).toMatchObject({ ok: true })
  await computing.close()
})

test('too much waiting is refused; what is under way at the end is given up', async () => {
  const computing = createComputing({ script: SCRIPT, threads: 1, room: 1 })
  const under = [run(computing, held().ask), run(computing, held().ask)]
  expect(await run(computing, held().ask)).toMatchObject({ fault: { code: 'too-many' } })
  await computing.close()
  expect((await Promise.all(under)).map(({ ok }) => ok)).toEqual([false, false])
})

test('a thread and the place of the question give the same answer', async () => {
  const computing = createComputing()
  const column = (...cells: number[]) => columnOf(cells, null)
  const ask = {
    inputs: [column(2, 2, 6), column(5, 4, 6)],
    outputs: [column(1, 2, 3)],
    options: { model: 'ccr', detail: true },
  } as const
  const { signal } = leaving()
  const inThread = await computing.run('frontier', ask, { signal })
  const here = await computing.run('frontier', ask, { signal, cost: 1 })
  expect(inThread).toEqual(here)
  await computing.close()
})

test('a task that fails is an error there and then, and the thread goes on', async () => {
  const computing = createComputing({ threads: 1 })
  const options = { model: 'ccr' } as const
  const uneven = { inputs: [columnOf([1], null)], outputs: [columnOf([1, 2], null)], options }
  await expect(run(computing, uneven)).rejects.toThrow('same zones')
  const even = { ...uneven, outputs: [columnOf([1], null)] }
  expect(await run(computing, even)).toMatchObject({ ok: true })
  await computing.close()
})
