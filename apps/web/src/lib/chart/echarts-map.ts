import { MapChart } from 'echarts/charts'
import { init, registerMap, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([MapChart, CanvasRenderer])

export { init, registerMap }
