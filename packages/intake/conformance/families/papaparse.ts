import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTable } from '../../src/index.ts'
import { difference, type Cases, type FamilyResult } from '../cases.ts'

interface PapaCase {
  description: string
  input: string
  config: Record<string, unknown>
  expected: { data: string[][]; errors?: unknown[] }
}

// What else a config can ask for: comment lines, renamed headers, a preview, its own line end.
const SUPPORTED = new Set(['delimiter', 'newline', 'fastMode'])

/** PapaParse's own tests of plain configurations, where it finds no fault in the input itself. */
export function papaparse(cases: Cases): FamilyResult {
  const folder = join(cases.folder, 'papaparse')
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const all = files.flatMap((file): PapaCase[] =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  )
  const plain = all.filter(({ config }) => Object.keys(config).every((key) => SUPPORTED.has(key)))
  const sound = plain.filter(({ expected }) => (expected.errors ?? []).length === 0)
  const misses = sound.flatMap((found) => {
    const why = missOf(found)
    return why === null ? [] : [`${found.description}: ${why}`]
  })
  const configured = all.length - plain.length
  const faulty = plain.length - sound.length
  return {
    family: 'papaparse',
    passed: sound.length - misses.length,
    total: sound.length,
    misses,
    note: `left out: ${configured} with options for comments, headers or a preview; ${faulty} whose input PapaParse itself calls malformed`,
  }
}

function missOf({ input, config, expected }: PapaCase): string | null {
  const { delimiter } = config
  const given = typeof delimiter === 'string' ? { delimiter } : {}
  const { records } = readTable(new TextEncoder().encode(input), given)
  return difference('cells', records, withoutLastLine(expected.data))
}

// PapaParse takes the end of the last line for the beginning of one more.
function withoutLastLine(data: string[][]): string[][] {
  const last = data.at(-1)
  const phantom = data.length > 1 && last?.length === 1 && last[0] === ''
  return phantom ? data.slice(0, -1) : data
}
