import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    missing: (reason: string) => `无数值：${reason}`,
    trace: (text: string) => `${text}，查看来源`,
    period: '期别',
    show: '显示',
    percentile: (share: string) => `高于 ${share} 的园区`,
    pagesOf: (what: string) => `${what}：翻页`,
    previousPage: '上一页',
    nextPage: '下一页',
    pageNumber: (n: number) => `第 ${n} 页`,
    pageFailed: '这一页没有取到。',
    retry: '重试',
  },
  en: {
    missing: (reason: string) => `no value: ${reason}`,
    trace: (text: string) => `${text}, show where it comes from`,
    period: 'Period',
    show: 'Show',
    percentile: (share: string) => `above ${share} of the zones`,
    pagesOf: (what: string) => `Pages: ${what}`,
    previousPage: 'Previous',
    nextPage: 'Next',
    pageNumber: (n: number) => `page ${n}`,
    pageFailed: 'This page could not be fetched.',
    retry: 'Try again',
  },
})
