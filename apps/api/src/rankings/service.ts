import type { CompositeFault } from '@permu/metrics'
import type { Draws, Ranking } from '../contract.ts'
import { done, type Outcome } from '../problem.ts'
import type { RankingAnswer } from './compute.ts'
import { methodFault } from './faults.ts'
import { changedCells, excludedZones, methodOf, rowsOf, zoneAt } from './present.ts'
import type { RankingQuery } from './query.ts'
import {
  costOf,
  settingOf,
  tooManyDraws,
  tooMuchDrawn,
  type Asking,
  type Setting,
} from './setting.ts'

/** The usual width of the draws around given weights. */
const CONCENTRATION = 30

export const drawsOf = ({
  draws,
  seed,
  concentration = CONCENTRATION,
}: Pick<RankingQuery, 'draws' | 'seed' | 'concentration'>): Draws | null =>
  draws === 0 ? null : { draws, seed, concentration }

/** A fault of the method, as the question wrote it. */
export const faultOf = (setting: Setting, fault: CompositeFault) =>
  methodFault(fault, {
    ...setting,
    zoneName: (zone) => zoneAt(setting, zone)?.name ?? '',
  })

/** A computed ranking that still counts zones and criteria. */
export interface Computed {
  readonly setting: Setting
  readonly answer: RankingAnswer
  readonly draws: Draws | null
}

/** Ranks the zones of a period, before anything is named. */
export async function computeAnswer(
  asking: Asking,
  query: RankingQuery,
): Promise<Outcome<Computed>> {
  const found = await settingOf(asking.snapshot, query)
  if (!found.ok) return found
  const setting = found.value
  const { input, chosen } = setting
  const draws = drawsOf(query)
  const refused =
    tooMuchDrawn(setting, query) ?? (draws && tooManyDraws(setting, chosen.method, draws))
  if (refused) return refused
  const ask = {
    input,
    method: chosen.method,
    draws,
    top: query.top,
    within: query.within === '1',
  }
  const how = { signal: asking.signal, cost: costOf(setting, query.draws) }
  const computed = await asking.computing.run('ranking', ask, how)
  if (!computed.ok) return computed
  const answer = computed.value
  return 'error' in answer ? faultOf(setting, answer) : done({ setting, answer, draws })
}

/** A ranking as it is answered. */
export async function nameRanking({ setting, answer, draws }: Computed): Promise<Ranking> {
  return {
    period: setting.table.period,
    dataVersion: String(setting.snapshot.version),
    method: methodOf(setting, answer.result, draws),
    rows: await rowsOf(setting, answer),
    excluded: excludedZones(setting, answer.result),
    ...changedCells(setting, answer.result),
    grades: answer.grades && { ...answer.grades.counts },
  }
}

/** Ranks the zones of a period; what cannot be ranked is listed with its reason. */
export async function readRanking(asking: Asking, query: RankingQuery): Promise<Outcome<Ranking>> {
  const computed = await computeAnswer(asking, query)
  return computed.ok ? done(await nameRanking(computed.value)) : computed
}
