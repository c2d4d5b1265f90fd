import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { start } from './product.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'permu-process-'))

describe('the process', () => {
  test('prints its address, answers, and closes cleanly on Ctrl-C', async () => {
    const product = start({ PERMU_DATA: folder() })
    const url = await product.ready
    expect((await fetch(`${url}/livez`)).status).toBe(200)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    product.kill('SIGINT')
    expect(await product.code).toBe(0)
  })

  test('a page is not served under a name that is not its own', async () => {
    const product = start({ PERMU_DATA: folder() })
    const { hostname, port } = new URL(await product.ready)
    const status = await new Promise((resolve) => {
      const headers = { host: 'rebound.example' }
      get({ hostname, port, path: '/rank', headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
    })
    product.kill('SIGTERM')
    await product.code
    expect(status).toBe(401)
  })

  test('keeps what it was told over a restart', async () => {
    const data = folder()
    const first = start({ PERMU_DATA: data })
    await fetch(`${await first.ready}/api/v1/uploads?name=a.csv`, {
      method: 'POST',
      body: '园区,年份,税收(万元)\n甲园,2023,10\n',
      headers: { prefer: 'wait=30' },
    })
    first.kill('SIGTERM')
    await first.code
    const second = start({ PERMU_DATA: data })
    const zones = await (await fetch(`${await second.ready}/api/v1/zones`)).json()
    second.kill('SIGTERM')
    await second.code
    expect(zones).toMatchObject([{ name: '甲园' }])
  })

  test('a taken port is one clear sentence', async () => {
    const server = createServer()
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    const product = start({ PERMU_DATA: folder(), PORT: String(port) })
    expect(await product.code).toBe(1)
    expect(product.said().trim()).toBe(
      `permu: Port ${String(port)} is taken; set PORT to a free one.`,
    )
    server.close()
  })

  test('a data folder that cannot be is one clear sentence', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    chmodSync(file, 0o400)
    const product = start({ PERMU_DATA: join(file, 'data') })
    expect(await product.code).toBe(1)
    expect(product.said()).toMatch(/^permu: The data folder .* cannot be written; set PERMU_DATA/u)
  })

  test('a wrong setting is told by its name', async () => {
    const product = start({ PERMU_DATA: folder(), PORT: 'many' })
    expect(await product.code).toBe(1)
    expect(product.said()).toMatch(/^permu: a setting is wrong: PORT/u)
  })
})
