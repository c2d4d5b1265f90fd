import type { LedgerItemId } from '@permu/intake'
import type { CellPlace, LedgerFigure, LedgerText, Project as Answer } from '../contract.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { figureOf, NO_FIGURE, quotientOf, timesOf, type Figure } from './figures.ts'
import { valueKey, type LedgerValue, type Project } from './ledger.ts'

/** Where a value stands; null where no live layer has it any more. */
export function placeOf(snapshot: Snapshot, value: LedgerValue | undefined): CellPlace | null {
  const layer = value === undefined ? undefined : snapshot.layers[value.layer]
  if (value === undefined || layer === undefined) return null
  const { row, column } = value
  const header = layer.plan.columns[column - 1]?.header ?? ''
  return { upload: layer.id, file: layer.name, sample: layer.sample, row, column, header }
}

/** A figure of a project in the unit of its item, with its cell. */
export function figureAt(
  snapshot: Snapshot,
  { values }: Project,
  [item, period = null]: readonly [LedgerItemId, (string | null)?],
): LedgerFigure {
  const value = values.get(valueKey(item, period))
  return { ...figureOf(value), source: placeOf(snapshot, value) }
}

function textAt(snapshot: Snapshot, { values }: Project, item: LedgerItemId): LedgerText {
  const value = values.get(item)
  const text = value?.text ?? null
  const reason = text === null ? (value?.reason ?? 'not-reported') : null
  return { text, reason, source: placeOf(snapshot, value) }
}

/** What the project goes by. */
export const nameOf = ({ values, key }: Project): string =>
  values.get('project-name')?.text ?? values.get('project-parcel')?.text ?? key

export const industryOf = ({ values }: Project): string | null =>
  values.get('project-industry')?.text ?? null

const computed = (figure: Figure): LedgerFigure => ({ ...figure, source: null })

/** A figure that the files have, else one computed from others. */
const orComputed = (own: LedgerFigure, other: Figure): LedgerFigure =>
  own.value === null && other.value !== null ? computed(other) : own

/** The zone of a project as answers name it. */
export function zoneOf(snapshot: Snapshot, { zone }: Project): Answer['zone'] {
  const { id = '', name = '', code = null } = snapshot.zones[zone] ?? {}
  return { id, name, code }
}

/** Figures of a project that other figures are made of. */
export function landFigures(snapshot: Snapshot, project: Project) {
  const area = figureAt(snapshot, project, ['project-area'])
  const whole = figureAt(snapshot, project, ['project-land-price'])
  const perLand = figureAt(snapshot, project, ['project-land-unit-price'])
  return {
    area,
    landPrice: orComputed(whole, timesOf(perLand, area)),
    landUnitPrice: orComputed(perLand, quotientOf(whole, area)),
  }
}

/** Tax of a year ÷ area, 万元/亩. */
export function taxPerLandOf(snapshot: Snapshot, project: Project, period: string | null): Figure {
  if (period === null) return NO_FIGURE
  const tax = figureAt(snapshot, project, ['project-tax', period])
  return quotientOf(tax, figureAt(snapshot, project, ['project-area']))
}

/** A project as the API answers it; `period` is the year of tax per mu. */
export function toProject(snapshot: Snapshot, project: Project, period: string | null): Answer {
  const text = (item: LedgerItemId) => textAt(snapshot, project, item)
  const figure = (item: LedgerItemId) => figureAt(snapshot, project, [item])
  const land = landFigures(snapshot, project)
  const actualInvestment = figure('project-actual-investment')
  const years = [...project.values.values()].flatMap((value) => {
    return value.item === 'project-tax' && value.period !== null ? [value.period] : []
  })
  return {
    id: project.id,
    zone: zoneOf(snapshot, project),
    name: text('project-name'),
    parcel: text('project-parcel'),
    industry: text('project-industry'),
    supplyDate: text('project-supply-date'),
    agreementDate: text('project-agreement-date'),
    startDate: text('project-start-date'),
    completionDate: text('project-completion-date'),
    ...land,
    agreedInvestment: figure('project-agreed-investment'),
    actualInvestment,
    agreedTax: figure('project-agreed-tax'),
    tax: years.sort().map((year) => {
      return { period: year, ...figureAt(snapshot, project, ['project-tax', year]) }
    }),
    intensity: computed(quotientOf(actualInvestment, land.area)),
    taxPerLand: computed(taxPerLandOf(snapshot, project, period)),
  }
}
