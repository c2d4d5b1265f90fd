import { TDT_1029 } from '../indicators/source.ts'
import type { CompositeMethod, CompositePreset, MethodLeaf, MethodNode } from './method.ts'

/** The ideal value of indicators by id, in the unit of the indicator: what counts as 100. */
export type Ideals = Readonly<Record<string, number>>

// Shares are ideal at 100 %; no other ideal holds everywhere.
const FIXED: Ideals = { 'land-supply-rate': 100, 'land-built-rate': 100 }

/**
 * The assessment of intensive land use of an industry-led zone: each value ÷ ideal × 100, cut off at
 * 100, in a tree of weights. Without an ideal, an indicator is placed between the worst and the best
 * zone instead. The land that is not idle counts for management. TD/T 1029.
 */
export function landUseMethod(ideals: Ideals = {}): CompositeMethod {
  const all = { ...FIXED, ...ideals }
  const leaf = (indicator: string, weight: number): MethodLeaf => {
    const ideal = all[indicator]
    const own: MethodLeaf = { indicator, weight, better: 'more' }
    return ideal === undefined ? own : { ...own, normalise: { kind: 'base', base: ideal, cap: 1 } }
  }
  return { version: 1, of: tree(leaf) }
}

function tree(leaf: (indicator: string, weight: number) => MethodLeaf): MethodNode[] {
  return [
    {
      id: 'land-use',
      name: { zh: '土地利用状况', en: 'state of land use' },
      weight: 0.7,
      of: [
        {
          id: 'development',
          name: { zh: '土地开发程度', en: 'development' },
          weight: 0.25,
          of: [leaf('land-supply-rate', 0.5), leaf('land-built-rate', 0.5)],
        },
        {
          id: 'structure',
          name: { zh: '用地结构状况', en: 'structure' },
          weight: 0.25,
          of: [leaf('industrial-land-rate', 1)],
        },
        {
          id: 'intensity',
          name: { zh: '土地利用强度', en: 'intensity' },
          weight: 0.5,
          of: [
            leaf('plot-ratio', 0.25),
            leaf('building-density', 0.22),
            leaf('industrial-plot-ratio', 0.25),
            leaf('building-coverage', 0.28),
          ],
        },
      ],
    },
    {
      id: 'benefit',
      name: { zh: '用地效益', en: 'benefit' },
      weight: 0.2,
      of: [leaf('investment-intensity', 0.5), leaf('tax-per-land', 0.5)],
    },
    {
      id: 'management',
      name: { zh: '管理绩效', en: 'management' },
      weight: 0.1,
      of: [idleLand()],
    },
  ]
}

function idleLand(): MethodLeaf {
  const normalise = { kind: 'goalposts', low: 0, high: 100 } as const
  return { indicator: 'idle-land-rate', weight: 1, better: 'less', unit: '%', normalise }
}

/** The tree of {@link landUseMethod}; ideals differ by place, so only those that hold everywhere are set. */
export const INTENSIVE_LAND_USE: CompositePreset = {
  id: 'intensive-land-use',
  name: { zh: '土地集约利用', en: 'Intensive land use' },
  method: landUseMethod(),
  source: [TDT_1029],
  rule: 'project',
}
