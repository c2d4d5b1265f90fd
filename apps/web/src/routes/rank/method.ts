import {
  COMPOSITE_PRESETS,
  parseUnit,
  type CompositeInput,
  type CompositeMethod,
  type CompositePreset,
  type MethodLeaf,
  type MethodNode,
} from '@permu/metrics'
import type { Values } from '@permu/api/client'
import { betterOf, zoneTable, type ZoneTable } from '#lib/columns.ts'
import {
  AGGREGATE_CODES,
  GAP_CODES,
  GRADE_CODES,
  NORMALISE_CODES,
  TREAT_CODES,
  WEIGH_CODES,
} from './options.ts'
import { withExponent, withFigures } from './figures.ts'
import { groupsOf } from './groups.ts'
import type { OwnScale } from './own-scales.ts'
import type { Choice, RankState } from './state.ts'

/** The part of the state that decides which method ranks which zones. */
export type MethodState = Pick<
  RankState,
  'preset' | 'method' | 'figures' | 'exponent' | 'own' | 'type' | 'group' | 'within'
>

/** All that a ranking is computed from. */
export interface Question {
  readonly table: ZoneTable
  readonly input: CompositeInput
  readonly method: CompositeMethod
  /** Whether each group is ranked by itself. */
  readonly within: boolean
}

/** The ready method of that id. */
export function presetById(id: string | null): CompositePreset | undefined {
  return COMPOSITE_PRESETS.find((preset) => preset.id === id)
}

/** The zones, columns and method of a state. */
export function questionOf(
  values: Values,
  choices: readonly Choice[],
  state: MethodState,
): Question {
  const table = zoneTable(values, state.type)
  const { size, column } = table
  const { group } = state
  const groups = group === null ? null : groupsOf(values, table.zones, group)
  const input = { size, column, ...(groups && { groups }) }
  const within = state.within && groups !== null
  return { table, input, method: methodOf(values, choices, state), within }
}

function methodOf(values: Values, choices: readonly Choice[], state: MethodState): CompositeMethod {
  const { method: chosen } = state
  const preset = presetById(state.preset)
  const own = choices.flatMap((choice) => leafOf(values, choice))
  const of = preset ? reshape(preset.method.of, own, chosen.n !== null) : own
  const rules = ownRules(values, state.own)
  return positive({
    ...withSteps(preset?.method ?? { version: 1, of }, state),
    of: withOwn(of, rules),
  })
}

type Steps = Pick<MethodState, 'method' | 'figures' | 'exponent'>

// A step that is not chosen stays as the method has it.
function withSteps(
  method: CompositeMethod,
  { method: chosen, figures, exponent }: Steps,
): CompositeMethod {
  const { treat, grade, ...rest } = method
  const { miss, n, wt, agg } = chosen
  const treated = chosen.treat === null ? treat : TREAT_CODES[chosen.treat]
  const graded = chosen.grade === null ? grade : GRADE_CODES[chosen.grade]
  return {
    ...rest,
    ...(treated && { treat: treated }),
    ...(graded && { grade: graded }),
    ...(miss && { gaps: GAP_CODES[miss] }),
    ...(n && { normalise: withFigures(NORMALISE_CODES[n], figures) }),
    ...(wt && { weigh: WEIGH_CODES[wt] }),
    ...(agg && { aggregate: withExponent(AGGREGATE_CODES[agg], exponent) }),
  }
}

// These means ask for scores above 0; the API takes the same range where none is said.
function positive(method: CompositeMethod): CompositeMethod {
  const kind = method.aggregate?.kind
  const asks = kind === 'geometric' || kind === 'harmonic' || kind === 'power'
  return asks && !method.normalise ? { ...method, normalise: NORMALISE_CODES.mm1 } : method
}

type OwnRule = Required<Pick<MethodLeaf, 'normalise'>> & Pick<MethodLeaf, 'unit'>

// Figures are meant in the unit that the page shows; it is said, so that other data are converted.
function ownRules({ indicators }: Values, own: readonly OwnScale[]): Map<string, OwnRule> {
  return new Map(
    own.map(({ id, code, figures }) => {
      const unit = indicators.find((one) => one.id === id)?.unit ?? null
      const said = ['goal', 'target', 'base'].includes(code) && unit !== null && parseUnit(unit)
      const normalise = withFigures(NORMALISE_CODES[code], figures)
      return [id, { normalise, ...(said && { unit }) }]
    }),
  )
}

function withOwn(nodes: readonly MethodNode[], rules: ReadonlyMap<string, OwnRule>): MethodNode[] {
  return nodes.map((node) => {
    if (!('indicator' in node)) return { ...node, of: withOwn(node.of, rules) }
    const rule = rules.get(node.indicator)
    if (!rule) return node
    const { normalise: _, unit: __, ...bare } = node
    return { ...bare, ...rule }
  })
}

function leafOf({ indicators }: Values, { id, weight, better }: Choice): MethodLeaf[] {
  const quantity = indicators.find((one) => one.id === id)
  return quantity ? [{ indicator: id, weight, better: better ?? betterOf(quantity.better) }] : []
}

/**
 * The tree of a preset with the chosen leaves and their shares; branches weigh as much as their leaves.
 * `plain`: a normalisation was chosen, so that the bases of the leaves no longer count.
 */
function reshape(
  tree: readonly MethodNode[],
  chosen: readonly MethodLeaf[],
  plain: boolean,
): MethodNode[] {
  const left = new Map(chosen.map((leaf) => [leaf.indicator, leaf]))
  const visit = (node: MethodNode): MethodNode[] => {
    if ('indicator' in node) {
      const own = left.get(node.indicator)
      left.delete(node.indicator)
      if (!own) return []
      const { normalise: _, unit: __, ...bare } = node
      return [{ ...(plain ? bare : node), weight: own.weight, better: own.better }]
    }
    const of = node.of.flatMap(visit)
    const weight = of.reduce((sum, child) => sum + child.weight, 0)
    // Within a branch that weighs nothing the shares still have to say something.
    const kept = weight === 0 ? of.map((child) => ({ ...child, weight: 1 })) : of
    return of.length === 0 ? [] : [{ ...node, weight, of: kept }]
  }
  const kept = tree.flatMap(visit)
  return [...kept, ...left.values()]
}

/** The leaves of a preset that the data know, with the share that the tree gives them, in percent. */
export function presetChoices(
  { method }: CompositePreset,
  known: (id: string) => boolean,
): Choice[] {
  return sharesOf(pruned(method.of, known), 100)
}

function pruned(nodes: readonly MethodNode[], known: (id: string) => boolean): MethodNode[] {
  return nodes.flatMap((node): MethodNode[] => {
    if ('indicator' in node) return known(node.indicator) ? [node] : []
    const of = pruned(node.of, known)
    return of.length === 0 ? [] : [{ ...node, of }]
  })
}

function sharesOf(nodes: readonly MethodNode[], whole: number): Choice[] {
  const total = nodes.reduce((sum, { weight }) => sum + weight, 0)
  return nodes.flatMap((node) => {
    const weight = (whole * node.weight) / total
    return 'indicator' in node ? [{ id: node.indicator, weight }] : sharesOf(node.of, weight)
  })
}
