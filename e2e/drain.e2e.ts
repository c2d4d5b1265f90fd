import { mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { start } from './product.ts'

/** How the product stops, and what it tells its watchers. */

const folder = () => mkdtempSync(join(tmpdir(), 'permu-drain-'))

const HEAD = '园区,年份,税收(万元)\n'
const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `园${String(from + i)},2023,${String(i)}\n`).join('')

/** An upload whose body is sent piece by piece. */
function slowUpload(base: string) {
  const { hostname, port } = new URL(base)
  const path = '/api/v1/uploads?name=slow.csv'
  const headers = { prefer: 'wait=30', 'content-type': 'text/csv' }
  const sent = request({ hostname, port, path, method: 'POST', headers })
  const answer = new Promise<{ status: number; connection: string }>((resolve, reject) => {
    sent.once('error', reject)
    sent.once('response', (response) => {
      response.resume().once('end', () => {
        const { statusCode: status = 0, headers: told } = response
        resolve({ status, connection: told.connection ?? '' })
      })
    })
  })
  answer.catch(() => undefined)
  return { sent, answer }
}

async function statusOf(url: string): Promise<number> {
  return fetch(url).then(
    ({ status }) => status,
    () => 0,
  )
}

describe('a server that is asked to stop', () => {
  test('says so first, lets go on what has begun, and takes nothing new', async () => {
    const data = folder()
    const product = start({ PERMU_DATA: data, PERMU_DRAIN_WAIT: '1', PERMU_MIN_FREE_MB: '0' })
    const url = await product.ready
    expect(await statusOf(`${url}/readyz`)).toBe(200)
    const { sent, answer } = slowUpload(url)
    sent.write(HEAD + rows(3))
    await sleep(200)
    product.kill('SIGTERM')
    await sleep(200)
    const ready = await fetch(`${url}/readyz`)
    expect(ready.status).toBe(503)
    expect(ready.headers.get('connection')).toBe('close')
    expect(await ready.json()).toMatchObject({ failed: ['running'] })
    expect(await statusOf(`${url}/livez`)).toBe(200)
    await sleep(1200)
    expect(await statusOf(`${url}/livez`)).toBe(0)
    sent.end(rows(3, 3))
    expect(await answer).toMatchObject({ status: 201 })
    expect(await product.code).toBe(0)
    const again = start({ PERMU_DATA: data })
    const zones = (await (await fetch(`${await again.ready}/api/v1/zones`)).json()) as unknown[]
    again.kill('SIGTERM')
    await again.code
    expect(zones).toHaveLength(6)
  })

  test('does not wait longer than it was told to', async () => {
    const product = start({ PERMU_DATA: folder(), PERMU_DRAIN_DEADLINE: '0.5' })
    const { sent, answer } = slowUpload(await product.ready)
    sent.write(HEAD)
    await sleep(200)
    const asked = performance.now()
    product.kill('SIGTERM')
    expect(await product.code).toBe(0)
    expect(performance.now() - asked).toBeLessThan(5000)
    await expect(answer).rejects.toThrow()
  })

  test('reads at its next start what it had not read to the end', async () => {
    const data = folder()
    const first = start({ PERMU_DATA: data, PERMU_DRAIN_DEADLINE: '0' })
    const url = await first.ready
    const sent = await fetch(`${url}/api/v1/uploads?name=large.csv`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: HEAD + rows(200_000),
    })
    expect(sent.status).toBe(202)
    const { id } = (await sent.json()) as { id: string }
    first.kill('SIGTERM')
    expect(await first.code).toBe(0)
    const second = start({ PERMU_DATA: data })
    const base = await second.ready
    const status = async () =>
      ((await (await fetch(`${base}/api/v1/uploads/${id}`)).json()) as { status: string }).status
    const until = performance.now() + 60_000
    while ((await status()) !== 'committed' && performance.now() < until) await sleep(200)
    const ended = await status()
    second.kill('SIGTERM')
    await second.code
    expect(ended).toBe('committed')
  })
})

describe('figures', () => {
  test('have a port of their own where one is named, and nothing else is served there', async () => {
    const product = start({ PERMU_DATA: folder(), PERMU_METRICS_PORT: '0' })
    const url = await product.ready
    const figures = /figures: (\S+)/u.exec(product.said())?.[1] ?? ''
    await fetch(`${url}/rank`)
    const text = await (await fetch(figures)).text()
    const other = await statusOf(new URL('/api/v1/state', figures).href)
    const main = await fetch(`${url}/metrics`)
    const isPage = (await main.text()).includes('<html')
    product.kill('SIGTERM')
    await product.code
    expect(text).toContain(
      'permu_http_request_seconds_count{method="GET",route="(page)",status="200"}',
    )
    expect(text).toContain('route="/api/v1/state",status="200"')
    expect(other).toBe(404)
    expect([main.status, isPage]).toEqual([404, true])
  })
})
