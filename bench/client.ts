import { createReadStream, statSync } from 'node:fs'
import { request } from 'node:http'

/** What the benchmark asks a server, as any client over HTTP would. */

interface Counts {
  rows: number
  cells: number
}

export interface Sent {
  id: string
  seconds: number
  counts: Counts
}

/** Uploads a file and waits until it is committed, or ready where it is only to be looked at. */
export function upload(url: string, path: string, mode: 'commit' | 'preview'): Promise<Sent> {
  const headers = {
    prefer: 'wait=300',
    'content-type': 'text/csv',
    'content-length': statSync(path).size,
  }
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const to = `${url}/api/v1/uploads?name=panel.csv&mode=${mode}`
    const sending = request(to, { method: 'POST', headers }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (body += part))
      response.on('end', () => {
        const seconds = (performance.now() - began) / 1000
        const { id, counts, status } = JSON.parse(body) as {
          id: string
          counts: Counts
          status: string
        }
        const wanted = mode === 'commit' ? 'committed' : 'ready'
        if (status === wanted) resolve({ id, seconds, counts })
        else reject(new Error(`upload: ${String(response.statusCode)} ${body.slice(0, 500)}`))
      })
    })
    sending.on('error', reject)
    createReadStream(path, { highWaterMark: 1 << 20 }).pipe(sending)
  })
}

/** Milliseconds that withdrawing takes. */
export async function withdraw(url: string, id: string): Promise<number> {
  const began = performance.now()
  const response = await fetch(`${url}/api/v1/uploads/${id}`, { method: 'DELETE' })
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`withdraw: ${String(response.status)}`)
  return performance.now() - began
}

/** Brings a withdrawn layer back. */
export async function restore(url: string, id: string): Promise<void> {
  const response = await fetch(`${url}/api/v1/uploads/${id}/restore`, { method: 'POST' })
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`restore: ${String(response.status)}`)
}

const PAUSE = 10

/** Milliseconds of reads, one after the other, until it is over. */
export async function readUntil(url: string, over: () => boolean): Promise<number[]> {
  const times: number[] = []
  while (!over()) {
    const began = performance.now()
    const response = await fetch(`${url}/api/v1/zones`)
    await response.arrayBuffer()
    times.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  return times
}
