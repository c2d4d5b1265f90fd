import { readFileSync } from 'node:fs'
import { loadCases, type Cases, type FamilyResult } from './cases.ts'
import { encodings } from './families/encodings.ts'
import { papaparse } from './families/papaparse.ts'
import { fiveEncodings, realChinese } from './families/real-zh.ts'
import { hostile, robustness } from './families/robustness.ts'
import { csvw, frictionless } from './families/standards.ts'
import { dialects, pollock, spectrum } from './families/tables.ts'

/**
 * `npm run conformance -- folder`: reads files that were not made for this project, family by
 * family, and fails where one falls below its floor.
 */

const JUDGED = [
  realChinese,
  fiveEncodings,
  spectrum,
  papaparse,
  pollock,
  dialects,
  csvw,
  frictionless,
  encodings,
]

async function everyFamily(cases: Cases): Promise<FamilyResult[]> {
  const results = JUDGED.map((family) => family(cases))
  for (const family of new Set(cases.list.map((found) => found.family))) {
    results.push(await robustness(cases, family))
  }
  results.push(await hostile())
  return results
}

function print({ family, passed, total, misses, note }: FamilyResult, floor: number): void {
  const mark = passed < floor ? '✗' : '✓'
  console.log(`${mark} ${family.padEnd(26)} ${`${passed}/${total}`.padStart(9)}`)
  if (note !== undefined) console.log(`    (${note})`)
  for (const miss of misses) console.log(`    ${miss}`)
}

const folder = process.argv[2]
const cases = folder === undefined ? null : loadCases(folder)
if (cases === null) console.log('skipped: no folder of cases with a manifest.json was named')
else {
  const text = readFileSync(new URL('./floors.json', import.meta.url), 'utf8')
  const floors: Record<string, number> = JSON.parse(text)
  const results = await everyFamily(cases)
  for (const result of results) print(result, floors[result.family] ?? 0)
  const low = results.filter(({ family, passed }) => passed < (floors[family] ?? 0))
  process.exitCode = low.length === 0 ? 0 : 1
}
