import {
  COORDINATION_NAMES,
  coordinationCounts,
  linkageCoordination,
  type LinkageCoordination,
} from '@permu/metrics'
import type { Lacking, Linkage } from '../contract.ts'
import { lackAt } from '../data/lacking.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { measure, zoneOf, type Setting } from './pairs.ts'

type Answer = Linkage['coordination']

const WRONG_CUTS =
  '分级点须为 9 个在 0 与 1 之间递增的数。 The cuts must be nine rising numbers between 0 and 1.'

/** How far investment and tax go together, and the zones that lack one of them. */
export function coordinationOf(setting: Setting, cuts: readonly number[]): Outcome<Answer> {
  const investment = measure(setting, 'investment-intensity')
  const tax = measure(setting, 'tax-per-land')
  const found = linkageCoordination(investment.column, tax.column, cuts)
  const classes = COORDINATION_NAMES.map((name, k) => ({ name, from: cuts[k - 1] ?? 0, count: 0 }))
  if ('error' in found) {
    if (found.error === 'too-few-zones') {
      return done({ computed: false, classes, rows: [], excluded: [] })
    }
    return failed('invalid', `cuts: ${WRONG_CUTS}`, [{ pointer: '/cuts', message: WRONG_CUTS }])
  }
  const counts = coordinationCounts(found)
  const excluded = setting.zones.flatMap((_, at) => {
    const lacks = [investment, tax].flatMap(({ indicator, column }): Lacking[] => {
      const { fields } = indicator
      const lack = lackAt(setting.snapshot, { column, fields }, at)
      const { zone, name } = zoneOf(setting, at)
      return lack ? [{ zone, name, indicator: indicator.id, ...lack }] : []
    })
    return lacks.slice(0, 1)
  })
  return done({
    computed: true,
    classes: classes.map((one, k) => ({ ...one, count: counts[k] ?? 0 })),
    rows: rowsOf(setting, found),
    excluded,
  })
}

function rowsOf(setting: Setting, found: LinkageCoordination): Answer['rows'] {
  const at = (values: Float64Array, zone: number) => values[zone] ?? 0
  const rows = [...found.classes.keys()].flatMap((zone) => {
    const place = found.classes[zone] ?? -1
    if (place < 0) return []
    return {
      ...zoneOf(setting, zone),
      investment: at(found.first, zone),
      tax: at(found.second, zone),
      coupling: at(found.coupling, zone),
      development: at(found.development, zone),
      coordination: at(found.coordination, zone),
      class: place,
    }
  })
  return rows.sort((a, b) => a.coordination - b.coordination)
}
