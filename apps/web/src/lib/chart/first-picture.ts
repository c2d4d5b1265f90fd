import type { EChartsOption } from 'echarts'
import type { Picture, PictureLook } from './server-picture.ts'

// The browser gets none of this: it finds the picture in the page, and draws the chart itself later.
const draw = import.meta.env.SSR ? (await import('./server-picture.ts')).pictureOf : null

/** The picture that the server puts into the page; null in the browser. */
export const firstPicture = (option: EChartsOption, look: PictureLook): Picture | null =>
  draw ? draw(option, look) : null
