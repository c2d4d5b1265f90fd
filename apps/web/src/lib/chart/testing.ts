import * as echarts from 'echarts'
import type { EChartsOption } from 'echarts'
import { LIGHT, themeOf } from './theme.ts'

/** A chart as the server would draw it, with the parts that differ from run to run taken out. */
export function drawSvg(option: EChartsOption, { width = 640, height = 360 } = {}): string {
  const chart = echarts.init(null, themeOf(LIGHT), { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ ...option, animation: false })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg.replaceAll(/zr\d+-(cls|c|g|p)-?\d+/gu, 'zr-$1').replaceAll(/\bzr\d+-/gu, 'zr-')
}
