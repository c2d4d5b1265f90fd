import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    missing: (reason: string) => `无数值：${reason}`,
    trace: (text: string) => `${text}，查看来源`,
    period: '期',
    show: '显示',
    percentile: (share: string) => `高于 ${share} 的园区`,
  },
  en: {
    missing: (reason: string) => `no value: ${reason}`,
    trace: (text: string) => `${text}, show where it comes from`,
    period: 'Period',
    show: 'Show',
    percentile: (share: string) => `above ${share} of the zones`,
  },
})
