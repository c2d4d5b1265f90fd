import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask, send } from '../client.ts'
import { makeFile } from '../kills/ledger.ts'
import { serve, type Server } from '../server.ts'

/** A filled data folder, and what its server answers while it is sound. */
export interface Filled {
  /** A copy that may be damaged. */
  copy(): { data: string; remove(): void }
  answers: ReadonlyMap<string, string>
  remove(): void
}

const SAMPLES = ['city-66', 'city-66-projects', 'poland-sez']

/** What is asked of a server: every figure that it can show of these data. */
const QUESTIONS = [
  ...['/zones', '/periods', '/fields', '/series', '/coverage', '/projects', '/zone-events'],
  ...['/projects/reconciliation', '/supply/rule', '/mappings', '/views', '/uploads?limit=200'],
  ...[2019, 2020, 2021, 2022, 2023, 2024].map((year) => `/values?period=${String(year)}`),
  '/values?period=2017',
  '/rankings?period=2023&by=tax-per-land:40,capex:25',
  '/rankings?period=2024&preset=equal&by=output-per-land:1',
  '/linkage?period=2023',
]

export async function answersOf(url: string): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const question of QUESTIONS) {
    const { status, body } = await ask<unknown>(`${url}/api/v1${question}`)
    answers.set(question, status === 200 ? JSON.stringify(body) : `error ${String(status)}`)
  }
  return answers
}

async function addLayers(server: Server, from: number) {
  for (let i = from; i < from + 3; i++) {
    const { name, text } = makeFile(i, 60)
    await send(server.url, text, { name, mode: 'commit' })
  }
}

/** What people have decided: another name, a change of zones, a view. */
async function addDecisions({ url }: Server) {
  const { body: zones } = await ask<{ id: string; name: string }[]>(`${url}/api/v1/zones`)
  const headers = { 'content-type': 'application/json' }
  const post = (path: string, body: unknown) =>
    ask(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const [one] = zones
  await post(`/zones/${one?.id ?? ''}/aliases`, { name: '另一个名字' })
  await post('/views', { path: '/rank', query: 'period=2023', name: '年度', note: '' })
}

/**
 * Fills a folder. One that was closed has all in the database; one whose server was killed has its
 * newest layers in the log beside it.
 */
export async function fillFolder(how: 'closed' | 'killed'): Promise<Filled> {
  const root = mkdtempSync(join(tmpdir(), 'permu-flips-'))
  const data = join(root, 'data')
  const first = await serve({ data })
  for (const sample of SAMPLES) {
    await ask(`${first.url}/api/v1/samples/${sample}`, { method: 'POST' })
  }
  await addLayers(first, 1)
  await addDecisions(first)
  await first.stop()
  const second = await serve({ data })
  if (how === 'killed') await addLayers(second, 10)
  const answers = await answersOf(second.url)
  await (how === 'killed' ? second.kill() : second.stop())
  let copies = 0
  return {
    answers,
    copy: () => {
      const copied = join(root, `copy-${String(++copies)}`)
      cpSync(data, copied, { recursive: true })
      return { data: copied, remove: () => rmSync(copied, { recursive: true, force: true }) }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
