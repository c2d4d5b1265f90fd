/** The colours a chart shares with the page; app.css holds them as custom properties. */
export interface Tokens {
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly paper: string
  readonly categories: readonly string[]
}

/** Okabe and Ito's colours, which readers with any colour vision can tell apart. */
export const LIGHT: Tokens = {
  ink: '#1d1f23',
  muted: '#565c65',
  line: '#dedad1',
  paper: '#fdfcf9',
  categories: [
    '#0072b2',
    '#d55e00',
    '#009e73',
    '#cc79a7',
    '#b58900',
    '#56b4e9',
    '#e69f00',
    '#777777',
  ],
}

const CATEGORIES = ['--cat-1', '--cat-2', '--cat-3', '--cat-4', '--cat-5', '--cat-6', '--cat-7']

/** The tokens as the page has them now, so that light and dark need no second list here. */
export function readTokens(element: Element): Tokens {
  const style = getComputedStyle(element)
  const of = (property: string, otherwise: string) =>
    style.getPropertyValue(property).trim() || otherwise
  return {
    ink: of('--ink', LIGHT.ink),
    muted: of('--muted', LIGHT.muted),
    line: of('--line', LIGHT.line),
    paper: of('--paper', LIGHT.paper),
    categories: CATEGORIES.map((key, i) => of(key, LIGHT.categories[i] ?? LIGHT.ink)),
  }
}

export const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

/** The theme object that ECharts takes. */
export function themeOf({ ink, muted, line, paper, categories }: Tokens) {
  const axis = {
    axisLine: { lineStyle: { color: muted } },
    axisTick: { lineStyle: { color: line } },
    axisLabel: { color: muted },
    nameTextStyle: { color: muted },
    splitLine: { lineStyle: { color: line } },
  }
  // ECharts outlines labels for a background it cannot see; ours is known.
  const label = { color: ink, textBorderWidth: 0 }
  return {
    color: [...categories],
    backgroundColor: 'transparent',
    textStyle: { color: ink, fontFamily: FONT },
    legend: { textStyle: { color: ink }, inactiveColor: line },
    categoryAxis: { ...axis, axisLabel: { color: ink } },
    valueAxis: axis,
    logAxis: axis,
    line: { lineStyle: { width: 2 }, endLabel: label },
    heatmap: { label, itemStyle: { borderColor: paper, borderWidth: 1 } },
    scatter: { itemStyle: { borderColor: paper, borderWidth: 0.5 }, label },
    markLine: { label: { ...label, color: muted }, lineStyle: { color: ink } },
  }
}
