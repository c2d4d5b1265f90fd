import {
  COMPOSITE_FAULTS,
  leavesOf,
  type CompositeFault,
  type MethodNode,
  type WeightInterval,
} from '@permu/metrics'
import type { Answer } from '../computing/tasks.ts'
import {
  ROBUSTNESS_PARTS,
  type Acceptability,
  type Names,
  type Robustness,
  type RobustnessPart,
} from '../contract.ts'
import { chooseZones, splitList } from '../data/choose.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { indicatorAt, methodOf, shareOf, zoneAt, zoneIdAt } from './present.ts'
import type { RobustnessQuery } from './query.ts'
import { CHOICE_NAMES, NOT_ONE_MEAN, rivalName } from './robustness-words.ts'
import { drawsOf, faultOf } from './service.ts'
import { settingOf, tooManyDraws, tooMuchDrawn, type Asking, type Setting } from './setting.ts'

type Computed = Exclude<Answer<'robustness'>, CompositeFault>

const isPart = (text: string): text is RobustnessPart =>
  ROBUSTNESS_PARTS.some((part) => part === text)

function partsAsked(text: string | undefined): Outcome<readonly RobustnessPart[]> {
  const names = splitList(text)
  if (names.length === 0) return done(ROBUSTNESS_PARTS)
  const unknown = names.filter((name) => !isPart(name))
  if (unknown.length === 0) return done(names.filter(isPart))
  const message = `There is no part ${unknown.join(', ')}. There are: ${ROBUSTNESS_PARTS.join(', ')}.`
  return failed('invalid', `parts: ${message}`, [{ pointer: '/parts', message }])
}

const MOST_ASKED = 60

function zonesAsked(setting: Setting, names: string | undefined): Outcome<number[]> {
  if (splitList(names).length === 0) return done([])
  const found = chooseZones(setting.snapshot, { zones: names })
  if (!found.ok) return found
  const asked = found.value.map((zone) => setting.zones.indexOf(zone)).filter((at) => at >= 0)
  return done([...new Set(asked)].slice(0, MOST_ASKED))
}

const faultWords = (error: CompositeFault['error'] | null): Names | null =>
  error === null ? null : COMPOSITE_FAULTS[error]

function acceptabilityOf(
  setting: Setting,
  found: NonNullable<Computed['acceptability']>,
  { top, draws }: { top: number; draws: number },
): Acceptability {
  return {
    top,
    ranks: found.ranks,
    shares: found.shares.map((row) => [...row]),
    topChance: found.topChance.map((share) => shareOf(share, draws)),
    intervals: found.intervals.map((it) => it && [it.low, it.high]),
    medians: found.intervals.map((it) => it?.median ?? null),
    central: found.central.map(
      (weights) =>
        weights &&
        Object.fromEntries([...weights].map((weight, i) => [indicatorAt(setting, i), weight])),
    ),
  }
}

function weightInterval(setting: Setting, found: WeightInterval) {
  const { criterion, weight, low, high, lowZone, highZone } = found
  const id = (zone: number | null) => (zone === null ? null : zoneIdAt(setting, zone))
  const ends = { lowZone: id(lowZone), highZone: id(highZone) }
  return { indicator: indicatorAt(setting, criterion), weight, low, high, ...ends }
}

function weightsOf(setting: Setting, found: NonNullable<Computed['weights']>) {
  return found.map(({ zone, intervals }) => ({
    zone: zoneIdAt(setting, zone),
    intervals: intervals.flatMap((it) => (it ? [weightInterval(setting, it)] : [])),
  }))
}

/** The name of each leaf and branch. */
function nodeNames(setting: Setting): Map<string, Names> {
  const names = new Map<string, Names>()
  const walk = (nodes: readonly MethodNode[]) => {
    for (const node of nodes) {
      if ('indicator' in node) continue
      names.set(node.id, node.name ?? { zh: node.id, en: node.id })
      walk(node.of)
    }
  }
  walk(setting.chosen.method.of)
  leavesOf(setting.chosen.method.of).forEach(({ indicator }, i) => {
    names.set(indicator, setting.measured[i]?.name ?? { zh: indicator, en: indicator })
  })
  return names
}

function withoutOf(setting: Setting, found: NonNullable<Computed['leaveOneOut']>) {
  const names = nodeNames(setting)
  return found.map(({ id, shift, ranks, fault }) => {
    const name = names.get(id) ?? { zh: id, en: id }
    return { id, name, shift, ranks, fault: faultWords(fault) }
  })
}

const optionText = (option: string | { kind: string }) =>
  typeof option === 'string' ? option : option.kind

function sensitivityOf(
  found: NonNullable<Computed['sensitivity']>,
  query: RobustnessQuery,
): Robustness['sensitivity'] {
  const { indices, choices, dropped } = found
  if ('error' in indices) return null
  return {
    points: Number(query.points),
    seed: query.seed,
    choices: indices.map(({ choice, index }) => ({
      choice,
      name: CHOICE_NAMES[choice],
      options: choice === 'weights' ? [] : (choices[choice] ?? []).map(optionText),
      index: index && {
        first: index.first,
        total: index.total,
        firstInterval: [...index.firstInterval],
        totalInterval: [...index.totalInterval],
      },
    })),
    leftOut: dropped.map(({ choice, option, error }) => {
      return { choice, option, reason: COMPOSITE_FAULTS[error] }
    }),
  }
}

function methodsOf({ methods, agreements }: NonNullable<Computed['methods']>) {
  return {
    methods: methods.map(({ id, ranks, fault }) => {
      return { id, name: rivalName(id), ranks, fault: faultWords(fault) }
    }),
    agreements,
  }
}

function notesOf(found: Computed, parts: readonly RobustnessPart[]): Robustness['notes'] {
  const notes: Robustness['notes'] = []
  if (found.tableFault !== null) {
    const { tableFault: error } = found
    const text = error === 'not-one-mean' ? NOT_ONE_MEAN : COMPOSITE_FAULTS[error]
    const asked = parts.filter((part) => part === 'bounds' || part === 'weights')
    notes.push(...asked.map((part) => ({ part, text })))
  }
  if (found.sensitivity && 'error' in found.sensitivity.indices) {
    const text = COMPOSITE_FAULTS[found.sensitivity.indices.error]
    notes.push({ part: 'sensitivity', text })
  }
  return notes
}

type Parts = Omit<Robustness, 'period' | 'dataVersion' | 'method' | 'notes'>

function partsOf(setting: Setting, found: Computed, query: RobustnessQuery): Parts {
  const { result, acceptability, pairwise, groups, bounds, weights } = found
  const id = (at: number) => zoneIdAt(setting, at)
  return {
    zones: found.shown.map((at) => {
      return { zone: id(at), name: zoneAt(setting, at)?.name ?? '', rank: result.ranks[at] ?? 0 }
    }),
    ranked: result.order.length,
    acceptability: acceptability && acceptabilityOf(setting, acceptability, query),
    pairwise: pairwise && { zones: pairwise.zones.map(id), above: pairwise.above },
    groups: groups && groups.map((group) => group.map(id)),
    bounds: bounds && bounds.map((it) => it && { ...it }),
    weights: weights && weightsOf(setting, weights),
    leaveOneOut: found.leaveOneOut && withoutOf(setting, found.leaveOneOut),
    sensitivity: found.sensitivity && sensitivityOf(found.sensitivity, query),
    correlations:
      found.correlations &&
      found.correlations.map(({ a, b, ...rest }) => {
        return { a: indicatorAt(setting, a), b: indicatorAt(setting, b), ...rest }
      }),
    methods: found.methods && methodsOf(found.methods),
  }
}

/** Sobol indices rank all zones anew for each point, once for each choice and twice besides. */
const CHOICES = 6

const evaluations = ({ points }: RobustnessQuery, parts: readonly RobustnessPart[]) =>
  parts.includes('sensitivity') ? Number(points) * (CHOICES + 2) : 0

/** How much a ranking depends on its choices, part by part. */
export async function readRobustness(
  { snapshot, computing, signal }: Asking,
  query: RobustnessQuery,
): Promise<Outcome<Robustness>> {
  const parts = partsAsked(query.parts)
  if (!parts.ok) return parts
  const found = await settingOf(snapshot, query)
  if (!found.ok) return found
  const setting = found.value
  const asked = zonesAsked(setting, query.compare)
  if (!asked.ok) return asked
  const draws = drawsOf(query)
  const { input, chosen } = setting
  const rankings = Math.max(query.draws, evaluations(query, parts.value))
  const refused =
    tooMuchDrawn(setting, { draws: query.draws, rankings }) ??
    (draws && tooManyDraws(setting, chosen.method, draws))
  if (!draws || refused) return refused ?? failed('invalid', 'draws: at least 10.')
  const { top, points } = query
  const wanted = { top, points: Number(points), parts: parts.value, asked: asked.value }
  const ask = { input, method: chosen.method, draws, ...wanted }
  const computed = await computing.run('robustness', ask, { signal })
  if (!computed.ok) return computed
  const answer = computed.value
  if ('error' in answer) return faultOf(setting, answer)
  return done({
    period: setting.table.period,
    dataVersion: String(snapshot.version),
    method: methodOf(setting, answer.result, draws),
    ...partsOf(setting, answer, query),
    notes: notesOf(answer, parts.value),
  })
}
