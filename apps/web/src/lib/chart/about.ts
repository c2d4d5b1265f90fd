import { getContext, setContext } from 'svelte'

/** What all charts of a page share and none of them can know by itself. */
export interface ChartsAbout {
  /** The period or periods of the data, as they are shown. */
  readonly period: string | null
}

const KEY = Symbol('what the charts of this page are about')

/** To be called by a page once; the function is asked again whenever a picture is made. */
export function tellCharts(about: () => ChartsAbout): void {
  setContext(KEY, about)
}

/** What the page has told. */
export function chartsAbout(): () => ChartsAbout {
  return getContext<(() => ChartsAbout) | undefined>(KEY) ?? (() => ({ period: null }))
}

/** The first and the last of some periods, as they are shown. */
export const spanOf = (periods: readonly string[]): string =>
  [...new Set([periods[0], periods.at(-1)])].filter(Boolean).join('–')
