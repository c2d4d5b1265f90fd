import type { EChartsOption } from 'echarts'
import { SVGRenderer } from 'echarts/renderers'
import { init, use } from './echarts.ts'
import { bareOption } from './legend.ts'
import { LIGHT, themeOf, type Tokens } from './theme.ts'
import { forXml } from './xml-text.ts'

use([SVGRenderer])

export interface PictureSize {
  readonly width: number
  readonly height: number
  /** Light paper, where nothing else is said. */
  readonly tokens?: Tokens
}

/** A chart as SVG text; the same option gives the same text. */
export function drawSvg(option: EChartsOption, { tokens = LIGHT, ...size }: PictureSize): string {
  const chart = init(null, themeOf(tokens), { renderer: 'svg', ssr: true, ...size })
  try {
    chart.setOption({ ...bareOption(option, new Set()), animation: false })
    // Numbers of charts drawn before stand in its ids; classes serve a hover that no picture has.
    return forXml(chart.renderToSVGString())
      .replaceAll(/<style[\s\S]*?<\/style>/gu, '')
      .replaceAll(/ class="[^"]*"/gu, '')
      .replaceAll(/zr\d+-(cls|c|g|p)-?\d+/gu, 'zr-$1')
      .replaceAll(/\bzr\d+-/gu, 'zr-')
  } finally {
    chart.dispose()
  }
}
