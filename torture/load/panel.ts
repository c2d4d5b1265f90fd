import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writePanel } from '../../bench/panel.ts'
import { ask, send, withdraw, type Values } from '../client.ts'

/** The zones of a whole country’s list, and the quantities of a wide ranking. */
export const ZONES = 2543
export const QUANTITIES = 12
/** 100 000 rows of ten measures. */
const ROWS = 100_000

function panel(
  folder: string,
  { rows, zones }: { rows: number; zones: number },
): Uint8Array<ArrayBuffer> {
  const path = join(folder, 'panel.csv')
  writePanel(path, { rows, zones, order: 'ordered', encoding: 'utf-8' })
  return Uint8Array.from(readFileSync(path))
}

/** What the readers ask for. */
export interface Loaded {
  ranking: string
  values: string
  page: string
  home: string
}

/** Fills a server with four quarters of all zones. */
export async function fillPanel(url: string, folder: string): Promise<Loaded> {
  const bytes = panel(folder, { rows: ZONES * 4, zones: ZONES })
  const { status, body } = await send(url, bytes, { name: 'panel.csv', mode: 'commit' })
  if (status !== 201)
    throw new Error(`the panel was not taken: ${JSON.stringify(body).slice(0, 300)}`)
  const { body: periods } = await ask<string[]>(`${url}/api/v1/periods`)
  const period = periods.at(-1) ?? ''
  const query = `period=${encodeURIComponent(period)}`
  const { body: values } = await ask<Values>(`${url}/api/v1/values?${query}`)
  const ids = values.indicators.map(({ id }) => id).slice(0, QUANTITIES)
  const criteria = ids.map((id) => `${encodeURIComponent(id)}:1`).join(',')
  return {
    ranking: `${url}/api/v1/rankings?${query}&by=${criteria}`,
    values: `${url}/api/v1/values?${query}&indicators=${ids.map(encodeURIComponent).join(',')}`,
    page: `${url}/rank?${query}&by=${criteria}`,
    home: `${url}/`,
  }
}

/** Sends a million cells again and again, read and checked each time, until it is told to stop. */
export function keepSending(url: string, folder: string) {
  let over = false
  const sent: { cells: number; seconds: number }[] = []
  async function run() {
    for (let i = 0; !over; i++) {
      const began = performance.now()
      const bytes = panel(folder, { rows: ROWS + i, zones: 2500 })
      const { status, body } = await send(url, bytes, { name: `${String(i)}.csv`, mode: 'preview' })
      if (status !== 200)
        throw new Error(`sending answered ${String(status)} ${JSON.stringify(body).slice(0, 200)}`)
      await withdraw(url, body.id)
      sent.push({ cells: body.counts.cells, seconds: (performance.now() - began) / 1000 })
    }
  }
  const running = run()
  return {
    stop: async () => {
      over = true
      await running
      return sent
    },
  }
}
