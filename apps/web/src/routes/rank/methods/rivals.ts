import {
  compareRankings,
  composite,
  type Aggregation,
  type CompositeMethod,
  type Agreement,
  type CompositeFault,
  type NormaliseRule,
  type Weighing,
} from '@permu/metrics'
import type { Values } from '@permu/api/client'
import { zoneAt } from '#lib/columns.ts'
import {
  presetById,
  presetChoices,
  questionOf,
  type MethodState,
  type Question,
} from '../method.ts'
import { DEFAULT_STATE, type Choice } from '../state.ts'

/** What differs from the method in force: one of its steps, or the whole of it. */
export interface Change {
  readonly normalise?: NormaliseRule
  readonly aggregate?: Aggregation
  readonly weigh?: Weighing
  readonly preset?: string
}

/** The methods that the page can set beside the one in force, by their code in the address. */
export const RIVALS: Readonly<Record<string, Change>> = {
  eq: { weigh: 'equal' },
  ent: { weigh: 'entropy' },
  cri: { weigh: 'critic' },
  z: { normalise: { kind: 'z-score' } },
  pct: { normalise: { kind: 'percentile' } },
  geo: { aggregate: { kind: 'geometric' }, normalise: { kind: 'min-max', to: [1, 100] } },
  topsis: { aggregate: { kind: 'topsis' } },
  cop: { aggregate: { kind: 'copeland' } },
  mpi: { aggregate: { kind: 'mazziotta-pareto' } },
  equal: { preset: 'equal' },
  permu: { preset: 'per-mu-performance' },
  land: { preset: 'intensive-land-use' },
  dual: { preset: 'dual-linkage' },
  start: { preset: 'starter-zone' },
  tax: { preset: 'tax-only' },
}

/** Those that are shown before anybody chooses. */
export const USUAL_RIVALS = ['eq', 'ent', 'z', 'geo', 'topsis']

const MOST = 10

/** The rivals of an address; the usual ones where it names none. */
export function readRivals(params: Pick<URLSearchParams, 'getAll' | 'has'>): string[] {
  if (!params.has('m')) return USUAL_RIVALS
  // A form without scripts sends one a box.
  const codes = params.getAll('m').flatMap((text) => text.split(','))
  return [...new Set(codes)].filter((code) => Object.hasOwn(RIVALS, code)).slice(0, MOST)
}

/** A ranking beside the others; `ranks` by zone of the table, 0 = none. */
export interface Rival {
  /** `now`, or a code of {@link RIVALS}. */
  readonly code: string
  readonly ranks: Int32Array
  readonly ranked: number
  readonly fault: CompositeFault['error'] | null
}

export interface RivalRow {
  readonly zone: string
  readonly name: string
  readonly ranks: readonly (number | null)[]
  /** Between its best and its worst rank of all methods. */
  readonly span: number
}

export interface Comparison {
  readonly rivals: readonly Rival[]
  readonly rows: readonly RivalRow[]
  /** `a` and `b` are indices of `rivals`. */
  readonly agreement: readonly Agreement[]
}

interface Asked {
  readonly values: Values
  readonly choices: readonly Choice[]
  readonly state: MethodState
  readonly codes: readonly string[]
}

/** The ranking in force beside the others; one that does not fit the data keeps its fault. */
export function compareMethods({ values, choices, state, codes }: Asked): Comparison {
  const now = questionOf(values, choices, state)
  const rivals = [
    rivalOf('now', now),
    ...codes.map((code) => rivalOf(code, changed(code, now, { values, state }))),
  ]
  const rows = now.table.zones.map((_, i): RivalRow => {
    const { zone, name } = zoneAt(now.table, i)
    const ranks = rivals.map((rival) => (rival.ranks[i] ?? 0) || null)
    const held = ranks.filter((rank) => rank !== null)
    const span = held.length === 0 ? 0 : Math.max(...held) - Math.min(...held)
    return { zone, name, ranks, span }
  })
  const ranked = rows.filter(({ ranks }) => ranks.some((rank) => rank !== null))
  return {
    rivals,
    rows: ranked.toSorted((a, b) => (a.ranks[0] ?? Infinity) - (b.ranks[0] ?? Infinity) || 0),
    agreement: compareRankings(rivals.map(({ ranks }) => ranks)),
  }
}

function rivalOf(code: string, { input, method }: Question): Rival {
  const result = composite(input, method)
  if ('error' in result) {
    return { code, ranks: new Int32Array(input.size), ranked: 0, fault: result.error }
  }
  return { code, ranks: result.ranks, ranked: result.order.length, fault: null }
}

function changed(
  code: string,
  now: Question,
  { values, state }: Pick<Asked, 'values' | 'state'>,
): Question {
  const change = RIVALS[code] ?? {}
  const preset = presetById(change.preset ?? null)
  if (preset) {
    const known = new Set(values.indicators.map(({ id }) => id))
    const choices = presetChoices(preset, (id) => known.has(id))
    return questionOf(values, choices, {
      ...state,
      preset: preset.id,
      method: DEFAULT_STATE.method,
    })
  }
  const method: CompositeMethod = { ...now.method, ...withoutPreset(change) }
  return { ...now, method: change.normalise ? { ...method, of: plain(method.of) } : method }
}

const withoutPreset = ({ preset: _, ...rest }: Change) => rest

// A rule that is compared holds for all indicators, also those with a base of their own.
function plain(nodes: CompositeMethod['of']): CompositeMethod['of'] {
  return nodes.map((node) => {
    if (!('indicator' in node)) return { ...node, of: plain(node.of) }
    const { normalise: _, unit: __, ...bare } = node
    return bare
  })
}
