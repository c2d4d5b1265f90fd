import { createHash } from 'node:crypto'
import type { Values } from '../client.ts'

/** One file that was sent, what it says, and what the server has said of it. */
export interface Sent {
  name: string
  text: string
  sha256: string
  /** Zone → the value of each period; the zones of a file are in no other file. */
  zones: ReadonlyMap<string, readonly number[]>
  id: string | null
  /** Where the server may say it stands: what it answered, or what it was asked when it was killed. */
  may: ReadonlySet<Standing>
}

export type Standing = 'absent' | 'ready' | 'committed' | 'withdrawn' | 'failed'

export const PERIODS = ['2022', '2023'] as const

/** A small file of its own zones: integers, so that what comes back is exactly what was sent. */
export function makeFile(number: number, rows: number): Sent {
  const zones = new Map<string, number[]>()
  const lines = ['园区,年份,税收(万元)']
  for (let i = 0; i < rows; i++) {
    const zone = `甲${String(number)}园${String(i)}`
    zones.set(
      zone,
      PERIODS.map((_, p) => number * 100_000 + i * 10 + p),
    )
    PERIODS.forEach((period, p) => lines.push(`${zone},${period},${String(zones.get(zone)?.[p])}`))
  }
  const text = `${lines.join('\n')}\n`
  const sha256 = createHash('sha256').update(text).digest('hex')
  const may = new Set<Standing>(['absent'])
  return { name: `${String(number)}.csv`, text, sha256, zones, id: null, may }
}

/** What the server shows in a period must be exactly what the committed files say, whole. */
export function differences(
  files: readonly { file: Sent; committed: boolean }[],
  shown: Values | null,
  period: number,
): string[] {
  const got = new Map<string, number | null>()
  shown?.zones.forEach(({ name }, i) => got.set(name, shown.values[i]?.[0] ?? null))
  const faults: string[] = []
  for (const { file, committed } of files) {
    let present = 0
    for (const [zone, values] of file.zones) {
      if (!got.has(zone)) continue
      present++
      if (committed && got.get(zone) !== values[period]) faults.push(`${zone}: a wrong number`)
      got.delete(zone)
    }
    const wanted = committed ? file.zones.size : 0
    if (present !== wanted) {
      faults.push(`${file.name}: ${String(present)} of its zones shown, not ${String(wanted)}`)
    }
  }
  if (got.size > 0)
    faults.push(`zones shown that no file has: ${[...got.keys()].slice(0, 3).join()}`)
  return faults
}
