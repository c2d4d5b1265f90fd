import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    title: '指标口径',
    intro: (n: number, sourced: number) =>
      `${n} 个指标，每个都写明公式、单位、方向与出处；其中 ${sourced} 个有公开文件为据，其余标明“本项目口径”。`,
    caption: (family: string) => `${family}类指标`,
    indicator: '指标',
    unit: '单位',
    formula: '公式',
    direction: '方向',
    coverage: '有数据的园区',
    coverageIn: (period: string) => `${period} 期`,
    of: (n: number, all: number) => `${n} / ${all}`,
    project: '本项目口径',
    projectWhat: '没有公开文件给出这一公式，公式为本工具所设。',
  },
  en: {
    title: 'Indicators',
    intro: (n: number, sourced: number) =>
      `${n} indicators, each with formula, unit, direction and source; ${sourced} rest on a public text, the others are marked “project rule”.`,
    caption: (family: string) => `Indicators: ${family}`,
    indicator: 'Indicator',
    unit: 'Unit',
    formula: 'Formula',
    direction: 'Direction',
    coverage: 'Zones with data',
    coverageIn: (period: string) => period,
    of: (n: number, all: number) => `${n} of ${all}`,
    project: 'project rule',
    projectWhat: 'No public text gives this formula; this tool sets it.',
  },
})
