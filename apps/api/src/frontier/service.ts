import {
  frontierModel,
  frontierReasonAt,
  frontierStatusAt,
  peersAt,
  RETURNS_TO_SCALE,
  type Column,
  type FigureTable,
  type FrontierExclusion,
  type FrontierFault,
  type FrontierOptions,
  type FrontierResult,
} from '@permu/metrics'
import { contentId } from '../computing/content-id.ts'
import { inSlices } from '../computing/slices.ts'
import { LIBRARY } from '../computing/library.ts'
import type { Frontier, FrontierCard, FrontierExcluded } from '../contract.ts'
import { tooMuch } from '../data/cost.ts'
import { choosePeriod, chooseZones, zoneTypes } from '../data/choose.ts'
import type { Measured } from '../data/quantities.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { done, failed, type Outcome } from '../problem.ts'
import type { Asking } from '../rankings/setting.ts'
import { columnsOf, listed, quantitiesOf, sidesOf, type Sides } from './figures.ts'
import type { FrontierQuery } from './query.ts'
import { FAULT_WORDS, REASON_WORDS, WARNING_WORDS } from './words.ts'

interface Setting extends Sides {
  readonly snapshot: Snapshot
  readonly period: string
  readonly zones: readonly number[]
  readonly columns: { readonly inputs: readonly Column[]; readonly outputs: readonly Column[] }
  readonly options: FrontierOptions
}

function optionsOf(query: FrontierQuery, fixed: readonly number[]): FrontierOptions {
  const { model = 'ccr', orientation, goal } = query
  const returns = query.returns ?? query.rts
  return {
    model,
    ...(orientation && { orientation }),
    ...(returns && { scale: returns }),
    ...(goal && { goal }),
    nonDiscretionary: fixed,
    self: query.self !== '0',
    detail: model !== 'cross',
    scaleEfficiency: query.scale === '1',
  }
}

/** Each zone is held against each other one: so many take a quarter of a minute. */
const MOST_ZONES = 10_000

async function settingOf(snapshot: Snapshot, query: FrontierQuery): Promise<Outcome<Setting>> {
  const period = choosePeriod(snapshot, query.period)
  if (!period.ok) return period
  const zones = chooseZones(snapshot, query)
  if (!zones.ok) return zones
  const refused = tooMuch({ zones: zones.value.length }, MOST_ZONES)
  if (refused) return refused
  const sides = sidesOf(snapshot, query)
  if (!sides.ok) return sides
  const { inputs, outputs } = sides.value
  const fixed = listed(snapshot, 'fixed', query.fixed ?? query.nondiscretionary)
  if (!fixed.ok) return fixed
  const held = fixed.value.map(({ id }) => inputs.findIndex((input) => input.id === id))
  const table = await snapshot.table(period.value)
  const columns = {
    inputs: columnsOf(inputs, table, zones.value),
    outputs: columnsOf(outputs, table, zones.value),
  }
  const options = optionsOf(query, held)
  return done({
    snapshot,
    inputs,
    outputs,
    period: period.value,
    zones: zones.value,
    columns,
    options,
  })
}

function wrong({ error }: FrontierFault): Outcome<never> {
  const { at, zh, en } = FAULT_WORDS[error]
  const message = `${zh} ${en}`
  return failed('invalid', `${at}: ${message}`, [{ pointer: `/${at}`, message }])
}

const zoneAt = ({ snapshot, zones }: Setting, at: number) => {
  const { id = '', name = '', type = null } = snapshot.zones[zones[at] ?? -1] ?? {}
  return { zone: id, name, type }
}

function cardOf(setting: Setting, { method, excluded }: FrontierResult): FrontierCard {
  const model = frontierModel(method.model)
  const cross = method.model === 'cross'
  const plain = { zh: method.model, en: method.model }
  const chosen = {
    model: method.model,
    orientation: method.orientation,
    returns: method.scale,
    fixed: method.nonDiscretionary.map((i) => setting.inputs[i]?.id ?? ''),
    goal: cross ? method.goal : null,
    self: cross ? method.self : null,
    scale: method.scaleEfficiency,
  }
  const ids = (list: readonly Measured[]) => list.map(({ id }) => id)
  const sides = { inputs: ids(setting.inputs), outputs: ids(setting.outputs) }
  return {
    id: contentId({ ...chosen, ...sides }),
    ...chosen,
    name: model?.name ?? plain,
    summary: model?.summary ?? plain,
    inputs: quantitiesOf(setting.inputs, setting.columns.inputs),
    outputs: quantitiesOf(setting.outputs, setting.columns.outputs),
    source: model?.source ?? '',
    library: LIBRARY,
    zones: setting.zones.length - excluded.length,
  }
}

const numberOrNull = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? null : value

function figuresAt(setting: Setting, table: FigureTable | null, at: number) {
  if (!table) return {}
  const side = (measured: readonly Measured[], columns: readonly Float64Array[]) =>
    measured.map(({ id }, i): [string, number | null] => [id, numberOrNull(columns[i]?.[at])])
  const inputs = side(setting.inputs, table.inputs)
  return Object.fromEntries([...inputs, ...side(setting.outputs, table.outputs)])
}

const valuesOf = (columns: readonly Column[]) => columns.map(({ values }) => values)

function rowOf(setting: Setting, result: FrontierResult, at: number): Frontier['rows'][number] {
  const { columns } = setting
  const own = { inputs: valuesOf(columns.inputs), outputs: valuesOf(columns.outputs) }
  const reason = frontierReasonAt(result, at)
  const { scale } = result
  return {
    ...zoneAt(setting, at),
    efficiency: numberOrNull(result.scores[at]),
    rank: result.ranks[at] ?? 0,
    status: frontierStatusAt(result, at),
    reason: reason === 'infeasible' || reason === 'numerical' ? reason : null,
    peers: peersAt(result, at).map(({ zone, weight }) => {
      const { type: _, ...peer } = zoneAt(setting, zone)
      return { ...peer, weight }
    }),
    values: figuresAt(setting, own, at),
    slacks: figuresAt(setting, result.slacks, at),
    targets: figuresAt(setting, result.targets, at),
    ...(scale && {
      scale: numberOrNull(scale.efficiency[at]),
      returns: RETURNS_TO_SCALE[scale.returns[at] ?? 0] ?? 'unknown',
    }),
  }
}

/** A zone that a frontier leaves out, in words. */
export function excludedZone(
  sides: Sides,
  { reason, column, missing, fields }: FrontierExclusion,
): Omit<FrontierExcluded, 'zone' | 'name'> {
  const measured = [...sides.inputs, ...sides.outputs][column]
  const blamed = fields.length > 0 ? [...fields] : [...(measured?.fields ?? [])]
  const indicator = measured?.id ?? null
  return { reason, text: REASON_WORDS[reason], indicator, missing, fields: blamed }
}

function excludedOf(setting: Setting, result: FrontierResult): FrontierExcluded[] {
  const left = result.excluded.map((one) => {
    const { type: _, ...zone } = zoneAt(setting, one.zone)
    return { ...zone, ...excludedZone(setting, one) }
  })
  const known = new Set(result.excluded.map(({ zone }) => zone))
  const unranked = [...result.ranks.keys()].flatMap((at) => {
    const reason = frontierReasonAt(result, at)
    if (result.ranks[at] !== 0 || known.has(at) || reason === null) return []
    const { type: _, ...zone } = zoneAt(setting, at)
    const text = REASON_WORDS[reason]
    return [{ ...zone, reason, text, indicator: null, missing: null, fields: [] }]
  })
  return [...left, ...unranked]
}

function warningsOf(setting: Setting, { warnings }: FrontierResult): Frontier['warnings'] {
  const all = [...setting.inputs, ...setting.outputs]
  return warnings.map(({ code, zones, columns }) => ({
    code,
    text: WARNING_WORDS[code],
    zones: zones.map((at) => zoneAt(setting, at).zone),
    indicators: columns.map((i) => all[i]?.id ?? ''),
  }))
}

/** The zones of a period beside the frontier that the best of them make up. */
export async function readFrontier(
  { snapshot, computing, signal }: Asking,
  query: FrontierQuery,
): Promise<Outcome<Frontier>> {
  const found = await settingOf(snapshot, query)
  if (!found.ok) return found
  const setting = found.value
  const { columns, options } = setting
  const computed = await computing.run('frontier', { ...columns, options }, { signal })
  if (!computed.ok) return computed
  const result = computed.value
  if ('error' in result) return wrong(result)
  return done({
    period: setting.period,
    dataVersion: String(snapshot.version),
    method: cardOf(setting, result),
    rows: await inSlices(result.order, (at) => rowOf(setting, result, at)),
    excluded: excludedOf(setting, result),
    types: zoneTypes(snapshot),
    warnings: warningsOf(setting, result),
  })
}
