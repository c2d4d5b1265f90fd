import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    walk: '用方向键逐点读图',
    step: (n: number, of: number) => `第 ${n} 个，共 ${of} 个`,
    legend: '图例：点按可隐藏或显示',
    nothing: '没有可画的数据',
    tableOnly: '这张图由脚本绘制；同样的数据见本页的表格。',
  },
  en: {
    walk: 'Read the chart point by point with the arrow keys',
    step: (n: number, of: number) => `${n} of ${of}`,
    legend: 'Legend: press to hide or show',
    nothing: 'Nothing to draw',
    tableOnly: 'This chart is drawn by scripts; the same data stand in the table on this page.',
  },
})
