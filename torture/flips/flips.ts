import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createChance, type Chance } from '../chance.ts'
import type { Row, Subject, Tell } from '../row.ts'
import { launch } from '../server.ts'
import { damage, DAMAGES, type Damage } from './damage.ts'
import { answersOf, fillFolder, type Filled } from './filled.ts'

const FLIPS = 200
/** Milliseconds: a start that hangs, not a machine that is busy. */
const PATIENCE = 120_000

type Place = { how: 'closed' | 'killed'; file: 'permu.db' | 'permu.db-wal'; share: number }

/** Where the damage is done, and what share of all trials. */
const PLACES: readonly Place[] = [
  { how: 'closed', file: 'permu.db', share: 0.5 },
  { how: 'killed', file: 'permu.db', share: 0.25 },
  { how: 'killed', file: 'permu.db-wal', share: 0.25 },
]

type Outcome = 'refused' | 'right' | 'told' | 'wrong'

interface Judged {
  outcome: Outcome
  why: string
}

/** A refusal is a sentence for a person, with what to do; not a trace of the stack. */
function judgeRefusal(said: string): Judged {
  const advice = /permu: .*(backup|restore)/isu.test(said)
  return advice ? { outcome: 'refused', why: '' } : { outcome: 'wrong', why: said.slice(0, 300) }
}

function firstDifference(a: string, b: string): string {
  let at = 0
  while (a[at] === b[at]) at++
  return `“${a.slice(Math.max(0, at - 40), at + 30)}” became “${b.slice(Math.max(0, at - 40), at + 30)}”`
}

/** Every answer is the one from before, or an error. */
async function judgeAnswers(url: string, { answers }: Filled): Promise<Judged> {
  const found = await answersOf(url)
  let told = 0
  for (const [question, right] of answers) {
    const answer = found.get(question) ?? ''
    if (answer === right) continue
    if (!answer.startsWith('error ')) {
      return { outcome: 'wrong', why: `${question}: ${firstDifference(right, answer)}` }
    }
    told++
  }
  return { outcome: told > 0 ? 'told' : 'right', why: '' }
}

/** Starts a server on a damaged folder and says what became of it. */
async function judge(data: string, filled: Filled): Promise<Judged> {
  const started = launch({ data })
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), PATIENCE).unref())
  const url = await Promise.race([started.ready, late])
  try {
    if (url === 'late') return { outcome: 'wrong', why: 'neither starts nor refuses' }
    if (url === null) return judgeRefusal(started.said())
    return await judgeAnswers(url, filled)
  } catch (error) {
    return {
      outcome: 'wrong',
      why: `ended while it was asked: ${String(error)} ${started.said().slice(-200)}`,
    }
  } finally {
    await started.kill()
  }
}

interface Tried {
  place: Place
  count: number
  chance: Chance
}

async function flipMany({ place, count, chance }: Tried, tell: Tell): Promise<Row> {
  const filled = await fillFolder(place.how)
  const seen: Record<Outcome, number> = { refused: 0, right: 0, told: 0, wrong: 0 }
  const faults: string[] = []
  const kinds = Object.keys(DAMAGES) as [Damage, ...Damage[]]
  try {
    for (let i = 0; i < count; i++) {
      const copy = filled.copy()
      const path = join(copy.data, place.file)
      const usable = existsSync(path) && statSync(path).size > 0
      const done = usable ? damage(path, chance.pick(kinds), chance) : 'nothing to damage'
      const { outcome, why } = usable
        ? await judge(copy.data, filled)
        : { outcome: 'wrong' as const, why: 'no such file' }
      seen[outcome]++
      if (outcome === 'wrong') faults.push(`${place.how}, ${place.file}, ${done}: ${why}`)
      copy.remove()
      if (i % 20 === 19)
        tell(`${place.how} ${place.file}: ${String(i + 1)}, ${JSON.stringify(seen)}`)
    }
  } finally {
    filled.remove()
  }
  const when = place.how === 'closed' ? 'after a clean stop' : 'after a kill'
  const { refused, right, told, wrong } = seen
  const figure =
    `${String(count)}: ${String(refused)} refused with advice, ${String(right)} all right, ` +
    `${String(told)} told as errors, ${String(wrong)} wrong`
  return { what: `damage in ${place.file} ${when}`, figure, faults }
}

/** Damages copies of a filled database at random and looks for a number that is silently another. */
export const flips: Subject = async ({ count, seed }, tell) => {
  const rows: Row[] = []
  for (const [i, place] of PLACES.entries()) {
    const chance = createChance(seed * 31 + i)
    const many = Math.max(1, Math.round((count ?? FLIPS) * place.share))
    rows.push(await flipMany({ place, count: many, chance }, tell))
  }
  return rows
}
