import type { Coupling } from '../aggregate/coupling.ts'
import type { Mean } from '../aggregate/means.ts'
import type { TopsisScale } from '../aggregate/topsis.ts'
import type { Text } from '../field.ts'
import type { GradeRule } from '../grades.ts'
import type { Better, Source } from '../indicator.ts'
import type { NormaliseRule } from '../normalise/rule.ts'
import type { GapRule } from '../treat/impute.ts'
import type { TreatRule } from '../treat/outliers.ts'

/** An indicator in a method: its weight beside its siblings, what is good, and rules of its own. */
export interface MethodLeaf {
  readonly indicator: string
  readonly weight: number
  readonly better: Better
  /** In place of the method's rule. */
  readonly normalise?: NormaliseRule
  /** The unit in which a base, goalposts or target are meant; that of the data unless said. */
  readonly unit?: string
  /** In place of the method's rule. */
  readonly gaps?: GapRule
}

/** A sub-index: its weight beside its siblings, and what it is made of. */
export interface MethodBranch {
  readonly id: string
  readonly name?: Text
  readonly weight: number
  readonly of: readonly MethodNode[]
  /** In place of the method's mean. */
  readonly aggregate?: Mean
}

/** A leaf or a branch of the tree of weights. */
export type MethodNode = MethodLeaf | MethodBranch

/** Where weights come from: the tree itself, or the data (then the tree's own weights do not count). */
export const WEIGHINGS = [
  'given',
  'equal',
  'entropy',
  'entropy-raw',
  'entropy-min-max',
  'critic',
  'deviation',
  'deviation-raw',
  'merec',
  'pca',
] as const

/** One of {@link WEIGHINGS}. */
export type Weighing = (typeof WEIGHINGS)[number]

/**
 * How normalised criteria become one score: a mean at every node of the tree; or over the leaves with
 * their effective weights: Copeland, Mazziotta–Pareto (all weigh the same; `adjusted` is the index on
 * 70–130), TOPSIS (which normalises for itself); or the coordination between the top nodes, each a score
 * on 0–100 (moved to 1–99 unless `rescale` is false).
 */
export type Aggregation =
  | Mean
  | { readonly kind: 'copeland' }
  | {
      readonly kind: 'mazziotta-pareto'
      readonly penalty?: 'minus' | 'plus'
      readonly adjusted?: boolean
    }
  | { readonly kind: 'topsis'; readonly normalise?: TopsisScale }
  | {
      readonly kind: 'coupling'
      readonly formula?: Coupling
      readonly mean?: Mean
      readonly rescale?: boolean
    }

/** All that decides a composite index besides the data, as plain JSON; what is left out has its default. */
export interface CompositeMethod {
  readonly version: 1
  readonly of: readonly MethodNode[]
  /** The least share of its data (0–1) that a zone must have; 0. */
  readonly screen?: number
  /** Left out, no outlier is treated. */
  readonly treat?: TreatRule
  /** `exclude`. */
  readonly gaps?: GapRule
  /** What comes first; `treat`. */
  readonly first?: 'treat' | 'impute'
  /** `min-max` on 0–100. */
  readonly normalise?: NormaliseRule
  /** `given`. */
  readonly weigh?: Weighing
  /** `arithmetic`. */
  readonly aggregate?: Aggregation
  /** Left out, nobody is graded. */
  readonly grade?: GradeRule
}

/** A ready method with its name and where it comes from; `rule` as in an indicator. */
export interface CompositePreset {
  readonly id: string
  readonly name: Text
  readonly method: CompositeMethod
  readonly source: readonly Source[]
  readonly rule: 'sourced' | 'project'
}

/** Whether a node is an indicator. */
export function isLeaf(node: MethodNode): node is MethodLeaf {
  return 'indicator' in node
}

/** The leaves of a tree from left to right. */
export function leavesOf(nodes: readonly MethodNode[]): MethodLeaf[] {
  return nodes.flatMap((node) => (isLeaf(node) ? [node] : leavesOf(node.of)))
}

/** The tree without the leaf or branch of that id; a branch that is left empty goes with it. */
export function withoutNode(nodes: readonly MethodNode[], id: string): MethodNode[] {
  return nodes.flatMap((node): MethodNode[] => {
    if (isLeaf(node)) return node.indicator === id ? [] : [node]
    if (node.id === id) return []
    const of = withoutNode(node.of, id)
    return of.length > 0 ? [{ ...node, of }] : []
  })
}
