import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: { walk: '用方向键逐点读图', nothing: '没有可画的数据' },
  en: { walk: 'Read the chart point by point with the arrow keys', nothing: 'Nothing to draw' },
})
