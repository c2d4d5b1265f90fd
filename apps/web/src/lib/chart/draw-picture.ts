import type { EChartsOption } from 'echarts'
import { pictureSvg, type Picture } from './picture.ts'
import { legendOf } from './legend.ts'
import { LIGHT } from './theme.ts'

/** All of a picture but the drawn chart. */
export interface PictureWords extends Omit<Picture, 'chart' | 'legend' | 'width' | 'height'> {
  readonly option: EChartsOption
  readonly height: number
}

const WIDTH = 912
/** A picture of points is drawn so many times as large, for paper. */
const SCALE = 2

/** The picture as SVG, in the colours of paper whatever the page has. */
async function drawn({ option, height, ...words }: PictureWords) {
  const { drawSvg } = await import('./svg.ts')
  const chart = drawSvg(option, { width: WIDTH, height })
  const legend = legendOf(option, LIGHT.categories)
  const shown = legend.length > 1 ? legend : []
  return pictureSvg({ ...words, chart, legend: shown, width: WIDTH, height })
}

/** The picture as a file to download. */
export async function pictureFile(words: PictureWords, kind: 'svg' | 'png'): Promise<Blob> {
  const { svg, width, height } = await drawn(words)
  const file = new Blob([svg], { type: 'image/svg+xml' })
  return kind === 'svg' ? file : pointsOf(file, width, height)
}

async function pointsOf(svg: Blob, width: number, height: number): Promise<Blob> {
  const url = URL.createObjectURL(svg)
  try {
    const image = new Image(width, height)
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * SCALE
    canvas.height = height * SCALE
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
    })
  } finally {
    URL.revokeObjectURL(url)
  }
}
