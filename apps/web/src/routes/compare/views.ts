/** The ways to look at one selection, in the order in which they are offered. */
export const VIEWS = [
  'table',
  'bars',
  'strip',
  'scatter',
  'parallel',
  'radar',
  'lines',
  'multiples',
  'dumbbell',
  'slope',
  'bump',
] as const
export type View = (typeof VIEWS)[number]

export function isView(text: string | null): text is View {
  return VIEWS.some((view) => view === text)
}

const OVER_TIME: ReadonlySet<View> = new Set(['lines', 'multiples', 'dumbbell', 'slope', 'bump'])

/** Views of one quantity over the periods. */
export const isOverTime = (view: View): boolean => OVER_TIME.has(view)

const HELD: ReadonlySet<View> = new Set(['table', 'bars'])
const WHOLE_SPAN: ReadonlySet<View> = new Set(['lines', 'multiples', 'bump'])

/** Views that hold each value against the benchmark of its own group, if asked. */
export const usesBase = (view: View): boolean => HELD.has(view)

/** Views of a chosen period. */
export const usesPeriod = (view: View): boolean => !WHOLE_SPAN.has(view)

/** Views in which a value of another year may stand in. */
export const usesTolerance = (view: View): boolean => usesPeriod(view) && view !== 'scatter'

/** Views of one quantity. */
export const isOfOne = (view: View): boolean => view === 'bars' || isOverTime(view)
