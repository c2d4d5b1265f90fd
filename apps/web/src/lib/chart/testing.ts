import type { EChartsOption } from 'echarts'
import { drawSvg as draw } from './svg.ts'
import { LIGHT } from './theme.ts'

/** A chart as the server draws it, in a size and in colours of its own. */
export const drawSvg = (
  option: EChartsOption,
  { width = 640, height = 360, tokens = LIGHT } = {},
): string => draw(option, { width, height, tokens })
