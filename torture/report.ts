import type { Row } from './row.ts'

/** The table of what was tried and what came of it. */

export interface Told {
  name: string
  rows: readonly Row[]
  seconds: number
  at: Circumstances
}

export interface Circumstances {
  date: string
  commit: string
  machine: string
  node: string
  seed: number
  load: number
}

const FAULTS_SHOWN = 10

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function lines({ name, rows, seconds }: Told): string[] {
  return rows.map(({ what, figure, faults }) => {
    const mark = faults.length === 0 ? 'held' : `**${String(faults.length)} did not hold**`
    return `| ${name} | ${cell(what)} | ${cell(figure)} | ${mark} | ${String(seconds)} |`
  })
}

function faultsOf({ name, rows }: Told): string[] {
  const all = rows.flatMap(({ faults }) => faults)
  if (all.length === 0) return []
  const shown = [...new Set(all)].slice(0, FAULTS_SHOWN).map((fault) => `- ${cell(fault)}`)
  return [`Of ${name}, what did not hold (${String(all.length)}):`, '', ...shown, '']
}

function whenOf({ name, at }: Told): string {
  const { date, commit, machine, node, seed, load } = at
  return `- ${name}: ${date}, commit ${commit}, ${machine}, Node ${node}, seed ${String(seed)}; load ${load.toFixed(1)} before.`
}

export function toMarkdown(told: readonly Told[]): string {
  return [
    '| subject | what | figure | outcome | seconds |',
    '| --- | --- | --- | --- | --- |',
    ...told.flatMap(lines),
    '',
    ...told.map(whenOf),
    '',
    ...told.flatMap(faultsOf),
  ].join('\n')
}
