import { defineField } from './define.ts'

export const ACTIVITY_FIELDS = [
  defineField({
    id: 'employees',
    zh: '平均从业人员数',
    en: 'mean employees',
    unit: '人',
    kind: 'stock',
    aliases:
      '从业人员|从业人员数|从业人数|年末从业人员|年末从业人员数|平均从业人员|年平均从业人员数|平均用工人数|全部从业人员平均人数|年平均职工人数|职工人数|员工人数|员工数|employees|employment|number of employees|average employees',
    caveat: {
      zh: '应为年平均人数；只有年末数时须注明。',
      en: 'A mean over the year; where only the year-end number exists, say so.',
    },
  }),
  defineField({
    id: 'energy',
    zh: '综合能源消费量',
    en: 'energy consumption',
    unit: '吨标煤',
    kind: 'flow',
    aliases:
      '能源消费量|能源消费总量|综合能耗|总能耗|能耗|能耗总量|能源消耗量|工业综合能源消费量|energy|energy use|total energy consumption',
    caveat: {
      zh: '电力按当量值折算（1 kWh = 0.12284 kgce），不是等价值。',
      en: 'Electricity counts by calorific value (1 kWh = 0.12284 kgce), not by primary equivalent.',
    },
  }),
  defineField({
    id: 'pollutants',
    zh: '主要污染物排放量',
    en: 'main pollutant emissions',
    unit: '吨',
    kind: 'flow',
    aliases:
      '污染物排放量|污染物排放总量|主要污染物排放总量|主要污染物排放当量|排污总量|排放量|pollutants|pollutant emissions|emissions',
  }),
  defineField({
    id: 'top500-firms',
    zh: '500强企业数',
    en: 'top-500 firms',
    unit: '家',
    kind: 'stock',
    aliases:
      '500强企业数量|五百强企业数|500强企业|引进500强企业数|六类500强企业数|世界500强企业数|number of top 500 firms|top 500 companies',
  }),
]
