import { figureFault, type FigureFault } from './figures.ts'
import type { MethodState } from './method.ts'

/** The first of the chosen figures that cannot be used; `id`: the criterion whose own rule has it. */
export interface BadFigure {
  readonly why: FigureFault
  readonly id: string | null
}

/** Checks all figures of a state; own rules count for criteria that are there. */
export function figureFaultOf(
  { method, figures, exponent, own }: MethodState,
  ids: readonly string[],
): BadFigure | null {
  const all = [
    { id: null, why: figureFault(method.n, figures) },
    { id: null, why: figureFault(method.agg, [exponent, null]) },
    ...own
      .filter(({ id }) => ids.includes(id))
      .map((scale) => ({ id: scale.id, why: figureFault(scale.code, scale.figures) })),
  ]
  for (const { id, why } of all) if (why !== null) return { id, why }
  return null
}
