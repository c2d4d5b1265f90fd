import { isLeaf, type CompositeMethod, type MethodNode } from './method.ts'

/** A method with every default written out: what a table or an export states beside its numbers. */
export type MethodCard = Required<Omit<CompositeMethod, 'treat' | 'grade'>> & {
  readonly treat: Required<NonNullable<CompositeMethod['treat']>> | null
  readonly grade: CompositeMethod['grade'] | null
  readonly ties: '1224'
}

/** The card of a method. */
export function methodCard(method: CompositeMethod): MethodCard {
  const { treat, grade, ...rest } = method
  return {
    screen: 0,
    gaps: 'exclude',
    first: 'treat',
    normalise: { kind: 'min-max', to: [0, 100] },
    weigh: 'given',
    aggregate: { kind: 'arithmetic' },
    ...rest,
    ...ownScale(method.aggregate),
    treat: treat ? { skewness: 2, kurtosis: 3.5, points: 5, log: true, ...treat } : null,
    grade: grade ?? null,
    ties: '1224',
  }
}

// The indices of Mazziotta and Pareto are defined on these scales only.
function ownScale(aggregate: CompositeMethod['aggregate']): Pick<CompositeMethod, 'normalise'> {
  if (aggregate?.kind !== 'mazziotta-pareto') return {}
  if (aggregate.adjusted) return { normalise: { kind: 'min-max', to: [70, 130] } }
  return { normalise: { kind: 'z-score', mean: 100, deviation: 10 } }
}

/**
 * The content of a method as text: the same for any order of siblings and keys, any scale of the
 * weights at a node, and whether a default is written or left out. Names do not count.
 */
export function methodText(method: CompositeMethod): string {
  const { of, ...card } = methodCard(method)
  return canonical({ ...card, of: nodeTexts(of) })
}

function nodeTexts(nodes: readonly MethodNode[]): string[] {
  const total = nodes.reduce((sum, { weight }) => sum + weight, 0)
  const texts = nodes.map((node) => {
    // Twelve digits hide the last-digit noise that dividing the weights by their sum leaves.
    const weight = (node.weight / total).toPrecision(12)
    if (isLeaf(node)) return canonical({ ...node, weight })
    const { name: _, of, ...own } = node
    return canonical({ ...own, weight, of: nodeTexts(of) })
  })
  return texts.sort()
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  // An open end is ±Infinity here and null after a journey through JSON.
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  const texts = entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`)
  return `{${texts.sort().join(',')}}`
}
