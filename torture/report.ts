import type { Row } from './row.ts'

/** The table of what was tried and what came of it. */

export interface Told {
  name: string
  rows: readonly Row[]
  seconds: number
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

export function toMarkdown(told: readonly Told[], at: Circumstances): string {
  return [
    `${at.date}, commit ${at.commit}, ${at.machine}, Node ${at.node}, seed ${String(at.seed)}; ` +
      `load ${at.load.toFixed(2)} before.`,
    '',
    '| subject | what | figure | outcome | seconds |',
    '| --- | --- | --- | --- | --- |',
    ...told.flatMap(lines),
    '',
    ...told.flatMap(faultsOf),
  ].join('\n')
}
