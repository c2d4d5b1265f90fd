import { defineMessages } from '#lib/i18n/index.ts'

/** Words about adding an indicator. */
export const addTexts = defineMessages({
  zh: {
    search: '按名称查找',
    addHint: '有数据的指标和字段',
    indicators: '指标',
    fields: '原始字段',
    noMatch: '没有符合的指标',
    zonesWith: (n: number) => `${n} 个园区有数据`,
  },
  en: {
    search: 'Search by name',
    addHint: 'Indicators and fields that have data',
    indicators: 'Indicators',
    fields: 'Raw fields',
    noMatch: 'Nothing matches',
    zonesWith: (n: number) => `${n} zones have data`,
  },
})
