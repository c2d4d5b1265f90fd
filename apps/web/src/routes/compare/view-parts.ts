import type { Series } from '@permu/api/client'
import type { Component } from 'svelte'
import type { Shown } from './screen.ts'
import type { View } from './views.ts'

/** What draws a view; the ones over the periods need series. */
export type ViewPart =
  | { of: 'period'; Part: Component<{ shown: Shown }> }
  | { of: 'time'; Part: Component<{ shown: Shown; series: Series }> }

const PERIOD = {
  table: () => import('./HeatTable.svelte'),
  bars: () => import('./BarsView.svelte'),
  strip: () => import('./StripView.svelte'),
  scatter: () => import('./ScatterView.svelte'),
  parallel: () => import('./ParallelView.svelte'),
  radar: () => import('./RadarView.svelte'),
}

const TIME = {
  lines: () => import('./LinesView.svelte'),
  multiples: () => import('./MultiplesView.svelte'),
  dumbbell: () => import('./ShiftView.svelte'),
  slope: () => import('./ShiftView.svelte'),
  bump: () => import('./BumpView.svelte'),
}

const isOfPeriod = (view: View): view is keyof typeof PERIOD => view in PERIOD

/** Brings what draws one view: a page that shows a table has no use for ten charts. */
export async function partOf(view: View): Promise<ViewPart> {
  if (isOfPeriod(view)) return { of: 'period', Part: (await PERIOD[view]()).default }
  return { of: 'time', Part: (await TIME[view]()).default }
}
