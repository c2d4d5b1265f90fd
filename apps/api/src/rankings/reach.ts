import { type Lift as Found, type Reach as Computed, type ReachFault } from '@permu/metrics'
import type { Answer } from '../computing/tasks.ts'
import type { Lift, Names, Reach } from '../contract.ts'
import { findZone } from '../data/choose.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { indicatorAt, methodOf, zoneAt, zoneIdAt } from './present.ts'
import type { ReachQuery } from './query.ts'
import { faultOf } from './service.ts'
import { settingOf, type Asking, type Setting } from './setting.ts'

const REASONS: Readonly<Record<Extract<Found, { ok: false }>['reason'], Names>> = {
  'not-reachable': {
    zh: '即使达到各区中的最好值，也到不了这个名次。',
    en: 'Not even the best values seen among the zones would be enough.',
  },
  missing: { zh: '这个区没有这项数据。', en: 'The zone has no value here.' },
  'no-weight': { zh: '这项指标没有权重。', en: 'The indicator has no weight.' },
}

const UNRANKED = failed(
  'invalid',
  'zone: 这个区没有参与排名，先补齐它缺少的数据。 The zone is not ranked: complete its data first.',
  [{ pointer: '/zone', message: '没有参与排名。 Not ranked.' }],
)

const THERE = failed(
  'invalid',
  'rank: 这个区已经在这个名次或更前。 The zone has that rank already, or a better one.',
  [{ pointer: '/rank', message: '已经达到。 Already there.' }],
)

function liftOf(setting: Setting, lift: Found): Lift {
  if (!lift.ok) {
    const { reason } = lift
    return { ok: false, rank: null, reason, text: REASONS[reason], steps: [] }
  }
  const steps = lift.steps.map(({ criterion, from, to }) => ({
    indicator: indicatorAt(setting, criterion),
    from,
    to,
    unit: setting.columns[criterion]?.unit?.id ?? null,
  }))
  return { ok: true, rank: lift.rank, reason: null, text: null, steps }
}

function wrong(setting: Setting, fault: ReachFault): Outcome<never> {
  if (fault.error === 'zone-unranked') return UNRANKED
  if (fault.error === 'already-there') return THERE
  return faultOf(setting, fault)
}

function zoneAsked({ snapshot, zones }: Setting, name: string): Outcome<number> {
  const index = findZone(snapshot, name)
  const zone = index === null ? -1 : zones.indexOf(index)
  if (zone >= 0) return done(zone)
  const message = `No zone called “${name}” is among those compared.`
  return failed('not-found', message, [{ pointer: '/zone', message }])
}

/** What it would take for a zone to get a rank. */
export async function readReach(asking: Asking, query: ReachQuery): Promise<Outcome<Reach>> {
  const found = await settingOf(asking.snapshot, query)
  if (!found.ok) return found
  const setting = found.value
  const zone = zoneAsked(setting, query.zone)
  if (!zone.ok) return zone
  const { input, chosen } = setting
  const wish = { zone: zone.value, rank: query.rank }
  const ask = { input, method: chosen.method, wish }
  const computed = await asking.computing.run('reach', ask, { signal: asking.signal })
  return computed.ok ? answerOf(setting, wish, computed.value) : computed
}

function answerOf(
  setting: Setting,
  wish: { zone: number; rank: number },
  { result, reach }: Answer<'reach'>,
): Outcome<Reach> {
  if ('error' in result) return wrong(setting, result)
  if (!reach || 'error' in reach) return reach ? wrong(setting, reach) : UNRANKED
  return done({
    period: setting.table.period,
    dataVersion: String(setting.snapshot.version),
    method: methodOf(setting, result, null),
    zone: zoneIdAt(setting, wish.zone),
    name: zoneAt(setting, wish.zone)?.name ?? '',
    rank: reach.rank,
    wanted: wish.rank,
    ...liftsOf(setting, reach),
  })
}

const liftsOf = (setting: Setting, { alone, proportional, least }: Computed) => ({
  alone: alone.map((lift, criterion) => ({
    indicator: indicatorAt(setting, criterion),
    ...liftOf(setting, lift),
  })),
  proportional: liftOf(setting, proportional),
  least: liftOf(setting, least),
})
