/** The colours a chart shares with the page; app.css holds them as custom properties. */
export interface Tokens {
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly paper: string
  readonly categories: readonly string[]
}

/**
 * Colours after Okabe and Ito, which readers with any colour vision can tell apart. No colour stands
 * twice: pictures are drawn in light colours and put into others one by one.
 */
export const LIGHT: Tokens = {
  ink: '#1d1f23',
  muted: '#565c65',
  line: '#dedad1',
  paper: '#fdfcf9',
  categories: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b58900', '#56b4e9', '#777777'],
}

/** The same on dark paper. */
export const DARK: Tokens = {
  ink: '#e9e6df',
  muted: '#a6aab0',
  line: '#34373c',
  paper: '#15171a',
  categories: ['#56b4e9', '#e69f00', '#2fc29a', '#dd9abf', '#f0e442', '#e0743a', '#a0a0a0'],
}

const CATEGORIES = ['--cat-1', '--cat-2', '--cat-3', '--cat-4', '--cat-5', '--cat-6', '--cat-7']

/** The colours of the categories as a style can name them. */
export const CATEGORY_STYLES = CATEGORIES.map((key) => `var(${key})`)

/**
 * The tokens as the page has them now: light or dark, on paper, or the system's own where colours are
 * forced, whose names a canvas would not understand.
 */
export function readTokens(element: Element): Tokens {
  const probe = element.ownerDocument.createElement('span')
  probe.style.forcedColorAdjust = 'none'
  element.append(probe)
  const of = (property: string) => {
    probe.style.color = `var(${property})`
    return getComputedStyle(probe).color
  }
  const tokens = {
    ink: of('--ink'),
    muted: of('--muted'),
    line: of('--line'),
    paper: of('--paper'),
    categories: CATEGORIES.map(of),
  }
  probe.remove()
  return tokens
}

// Without quotes: in SVG this stands inside an attribute.
export const FONT = 'system-ui, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif'

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
    categoryAxis: { ...axis, axisLabel: { color: ink } },
    valueAxis: axis,
    logAxis: axis,
    line: { lineStyle: { width: 2 }, label, endLabel: label },
    heatmap: { label, itemStyle: { borderColor: paper, borderWidth: 1 } },
    scatter: { itemStyle: { borderColor: paper, borderWidth: 0.5 }, label },
    markLine: { label: { ...label, color: muted }, lineStyle: { color: ink } },
  }
}
