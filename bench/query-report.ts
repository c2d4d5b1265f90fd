import { median, quantile, type Circumstances } from './report.ts'

/** One question: milliseconds of every time it was asked. */
export interface Asked {
  name: string
  /** Why it was not answered. */
  refused: string | null
  bytes: number
  cold: number[]
  warm: number[]
  known: number[]
  /** Plain loops for the same. */
  peer: number[]
  /** `JSON.stringify` of the answer alone. */
  stringify: number[]
}

/** Many who ask the same, beside a bare server that gives the same bytes; one number a round. */
export interface Crowd {
  name: string
  during: boolean
  rate: number[]
  p99: number[]
  bareRate: number[]
  bareP99: number[]
  errors: number
}

export interface QueryResult {
  zones: number
  indicators: number
  asked: Asked[]
  crowds: Crowd[]
  peak: number | null
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const head = (cells: readonly string[]) => `${row(cells)}\n${row(cells.map(() => '---'))}`

const ms = (list: readonly number[]) => (list.length === 0 ? '–' : median(list).toFixed(1))
const range = (list: readonly number[], digits: number) =>
  `${Math.min(...list).toFixed(digits)}–${Math.max(...list).toFixed(digits)}`
const ratio = (of: readonly number[], to: readonly number[]) =>
  of.length === 0 || to.length === 0 ? '–' : (median(of) / median(to)).toFixed(2)

function askedRow(zones: number, asked: Asked): string {
  const name = [String(zones), asked.name]
  if (asked.refused !== null)
    return row([...name, `refused, ${asked.refused}`, ...Array<string>(7).fill('–')])
  return row([
    ...[...name, (asked.bytes / 1024).toFixed(0)],
    ...[
      ms(asked.cold),
      range(asked.cold, 0),
      ms(asked.warm),
      quantile(asked.warm, 0.99).toFixed(1),
    ],
    ...[ms(asked.known), ratio(asked.peer, asked.cold), ratio(asked.cold, asked.stringify)],
  ])
}

function crowdRow(zones: number, { name, during, errors, ...lists }: Crowd): string {
  const { rate, p99, bareRate, bareP99 } = lists
  return row([
    ...[String(zones), name, during ? 'a million cells come in' : 'alone'],
    ...[median(rate).toFixed(0), range(rate, 0), median(p99).toFixed(0)],
    ...[median(bareRate).toFixed(0), median(bareP99).toFixed(0), ratio(rate, bareRate)],
    String(errors),
  ])
}

const ASKED = [
  ...['zones', 'question', 'KB', 'cold ms', 'min–max', 'again ms', 'p99', '304 ms'],
  ...['plain loops ÷ cold', 'cold ÷ JSON.stringify'],
]

const CROWDS = [
  ...['zones', 'question', 'while', 'answers/s', 'min–max', 'p99 ms'],
  ...['bare server/s', 'bare p99 ms', 'ratio', 'errors'],
]

export function toMarkdown(results: readonly QueryResult[], at: Circumstances): string {
  const load = at.load.map((one) => one.toFixed(2))
  const peaks = results.map(({ zones, peak }) => `${String(zones)}: ${peak?.toFixed(0) ?? '–'} MB`)
  return [
    `${at.date}, ${at.machine}, Node ${at.node}; ${String(results[0]?.indicators ?? 0)} indicators, ` +
      `${String(at.rounds)} rounds; load ${load[0] ?? ''} before and ${load[1] ?? ''} after.`,
    `${head(ASKED)}\n${results.flatMap(({ zones, asked }) => asked.map((one) => askedRow(zones, one))).join('\n')}`,
    'Fifty connections on the same two cores, answers compressed:',
    `${head(CROWDS)}\n${results.flatMap(({ zones, crowds }) => crowds.map((one) => crowdRow(zones, one))).join('\n')}`,
    `Peak memory of the server, by zones: ${peaks.join(', ')}.`,
  ].join('\n\n')
}
