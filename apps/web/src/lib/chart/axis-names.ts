import type { EChartsOption } from 'echarts'

function nameOf(axis: unknown): string {
  const name: unknown = typeof axis === 'object' && axis !== null ? Reflect.get(axis, 'name') : null
  return typeof name === 'string' ? name.trim() : ''
}

/** The titles of the axes of a chart, which hold quantity and unit; each once. */
export function axisNames({ xAxis, yAxis }: EChartsOption): string[] {
  const axes: unknown[] = [xAxis, yAxis].flat()
  return [...new Set(axes.map(nameOf).filter((name) => name !== ''))]
}
