import {
  createLedgerReader,
  inspectLedger,
  proposeLedger,
  type LedgerRow,
  type Plan,
  type Probe,
  type Problem,
} from '@permu/intake'
import { chooseMapping, headersOf, withMapping } from '../mappings/document.ts'
import type { ReadingMessage, ReadingTask } from './messages.ts'

/** Ledgers of projects in the reading thread: they are small beside the figures of zones. */

const BATCH = 500
const PROBLEM_LIMIT = 100_000

/** How a file is read where it is a ledger, by a person's word or its headers; null where it is none. */
export function ledgerPlan(
  proved: Probe,
  plan: Plan,
  { options, mappings }: Pick<ReadingTask, 'options' | 'mappings'>,
): Plan | null {
  const { kind, ...choices } = options
  const isLedger = kind === undefined ? proposeLedger(plan) !== null : kind === 'ledger'
  if (!plan.readable || !isLedger) return null
  const headers = headersOf(plan)
  const mapping = chooseMapping(headers, mappings)
  const decided = mapping === null ? choices : withMapping(choices, mapping, headers)
  return inspectLedger(proved, decided, kind === 'ledger')
}

interface Telling {
  send(message: ReadingMessage): void
  eachChunk(take: (chunk: Uint8Array) => void): Promise<void>
}

/** Reads a ledger by its plan and sends off its projects, zones and problems. */
export async function readProjects(plan: Plan, { send, eachChunk }: Telling): Promise<void> {
  let projects: LedgerRow[] = []
  let problems: Problem[] = []
  let sent = 0
  let dropped = 0
  function flush() {
    if (projects.length > 0) send({ kind: 'projects', projects })
    if (problems.length > 0 || dropped > 0) send({ kind: 'problems', problems, dropped })
    projects = []
    problems = []
    dropped = 0
  }
  const reader = createLedgerReader(plan, {
    project: (row) => projects.push(row) >= BATCH && flush(),
    problem: (found) => (sent++ < PROBLEM_LIMIT ? problems.push(found) : dropped++),
  })
  await eachChunk(reader.push)
  const summary = reader.end()
  flush()
  send({ kind: 'zones', from: 0, zones: [...reader.zones] })
  // Its years are those of projects; a period of zones they are not.
  send({ kind: 'end', plan, summary, periods: [] })
}
