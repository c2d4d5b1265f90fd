import { ledgerItem } from '@permu/intake'
import { comparable, conversionText, parseUnit } from '@permu/metrics'
import type { ProjectPage, ProjectTrace } from '../contract.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { Deps } from '../env.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { readablePath } from '../reading/kept-file.ts'
import { readRow } from '../trace/cell.ts'
import { correctionsOf } from '../uploads/corrections.ts'
import { filesFolder } from '../uploads/service.ts'
import { choicesOf, chooseProjects, chooseTaxPeriod, type ProjectFilter } from './choose.ts'
import { figureOf } from './figures.ts'
import { readLedger, type Ledger, type LedgerValue, type Project } from './ledger.ts'
import { placeOf, toProject } from './present.ts'

export interface ProjectsQuery extends ProjectFilter {
  period?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

const PAGE = 50

interface Chosen {
  snapshot: Snapshot
  ledger: Ledger
  period: string | null
  projects: Project[]
}

/** The ledger as it stands, and what a question leaves of it. */
export async function askLedger(deps: Deps, query: ProjectsQuery): Promise<Outcome<Chosen>> {
  const snapshot = await deps.snapshots.current()
  const ledger = await readLedger(deps.store.read, snapshot)
  const period = chooseTaxPeriod(ledger, query.period)
  if (!period.ok) return period
  const projects = chooseProjects(snapshot, ledger, query)
  if (!projects.ok) return projects
  return done({ snapshot, ledger, period: period.value, projects: projects.value })
}

/** One page of a list and the cursor of the next; the cursor is the place where a page begins. */
export function pageOf<T>(
  all: readonly T[],
  { limit = PAGE, cursor }: ProjectsQuery,
): Outcome<{ shown: T[]; next: string | null }> {
  if (!/^\d{1,9}$/u.test(cursor ?? '0')) return failed('invalid', 'The cursor is not one of ours.')
  const from = Number(cursor ?? 0)
  const to = from + limit
  return done({ shown: all.slice(from, to), next: to < all.length ? String(to) : null })
}

/** One page of the projects that filters leave. */
export async function projectPage(deps: Deps, query: ProjectsQuery): Promise<Outcome<ProjectPage>> {
  const asked = await askLedger(deps, query)
  if (!asked.ok) return asked
  const { snapshot, ledger, period, projects } = asked.value
  const page = pageOf(projects, query)
  if (!page.ok) return page
  return done({
    dataVersion: String(snapshot.version),
    period,
    periods: [...ledger.periods],
    total: projects.length,
    ...choicesOf(snapshot, ledger),
    items: page.value.shown.map((project) => toProject(snapshot, project, period)),
    next: page.value.next,
  })
}

function factorOf(written: string | null, shown: string | null): string | null {
  const from = written === null ? null : parseUnit(written)
  const to = shown === null ? null : parseUnit(shown)
  if (from === null || to === null || from.id === to.id || !comparable(from, to)) return null
  return conversionText(from, to)
}

type Texts = (value: LedgerValue) => Promise<{ text: string | null; corrected: string | null }>

/** Reads each row of a kept file once. */
function createTexts(deps: Deps, snapshot: Snapshot): Texts {
  const rows = new Map<string, Promise<string[] | null>>()
  const folder = filesFolder(deps)
  return async ({ layer: index, row, column }) => {
    const layer = snapshot.layers[index]
    if (layer === undefined) return { text: null, corrected: null }
    const key = `${layer.id} ${String(row)}`
    const read =
      rows.get(key) ?? readablePath(folder, layer).then((path) => readRow(path, layer.plan, row))
    rows.set(key, read)
    const text = (await read)?.[column - 1] ?? null
    return { text, corrected: correctionsOf(layer.plan)(row, column, text ?? '') }
  }
}

async function cellOf(snapshot: Snapshot, value: LedgerValue, textOf: Texts) {
  const source = placeOf(snapshot, value)
  const item = ledgerItem(value.item)
  if (source === null || item === null) return []
  const { reason, unit: shownUnit, value: number } = figureOf(value)
  const isNumber = item.kind === 'number'
  return [
    {
      item: value.item,
      name: item.name,
      period: value.period,
      value: value.value,
      unit: value.unit,
      factor: factorOf(value.unit, shownUnit),
      shown: { value: number, unit: shownUnit, reason: isNumber ? reason : value.reason },
      ...(await textOf(value)),
      source,
    },
  ]
}

/** Every figure of a project with the cell that it stands in, as the file has it. */
export async function traceProject(deps: Deps, id: string): Promise<Outcome<ProjectTrace>> {
  const asked = await askLedger(deps, {})
  if (!asked.ok) return asked
  const { snapshot, ledger, period } = asked.value
  const project = ledger.byId.get(id)
  if (project === undefined) return failed('not-found', 'There is no such project.')
  const textOf = createTexts(deps, snapshot)
  const values = [...project.values.values()].sort(
    (a, b) => a.layer - b.layer || a.column - b.column,
  )
  const cells = await Promise.all(values.map((value) => cellOf(snapshot, value, textOf)))
  return done({ project: toProject(snapshot, project, period), cells: cells.flat() })
}
