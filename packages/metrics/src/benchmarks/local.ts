import type { Text } from '../field.ts'
import type { Reference } from '../indicator.ts'
import { unitOf } from '../parse-unit.ts'
import type { Threshold } from './threshold.ts'

const PER_MU = unitOf('万元/亩')
const PER_MU_YEAR = unitOf('万元/亩·年')
const PARCEL: Text = {
  zh: '只约束这一宗地，不是全市标准。',
  en: 'It bound this one parcel and is no standard of the city.',
}

const SHUANGLIU: Reference = {
  title: {
    zh: '成都市双流区国有建设用地使用权挂牌出让公告（3宗，2020年9月）',
    en: 'Notice of listing three parcels of state-owned land, Shuangliu, Chengdu, September 2020',
  },
  date: '2020-09',
  issuer: '成都市双流区规划和自然资源局',
}

function shuangliu(parcel: string, low: number): Threshold {
  return {
    id: `chengdu-2020-${String(low)}`,
    indicator: 'investment-intensity',
    low,
    high: null,
    unit: PER_MU,
    version: '2020',
    industry: null,
    place: {
      zh: `成都市双流区，宗地 ${parcel}`,
      en: `Shuangliu, Chengdu, parcel ${parcel}`,
    },
    source: SHUANGLIU,
    note: PARCEL,
  }
}

const LONGCHANG = {
  version: '2022',
  high: null,
  place: { zh: '四川省隆昌市内荣工业园', en: 'Neirong industrial park, Longchang, Sichuan' },
  source: {
    title: {
      zh: '隆昌市内荣工业园工业用地“标准地”指标体系（隆府办发〔2022〕58号）',
      en: 'Standard-land indicators of Neirong industrial park, Longchang (2022, no. 58)',
    },
    date: '2022-12-25',
    issuer: '隆昌市人民政府办公室',
  },
  industry: {
    zh: '玻璃、陶瓷、装备制造、食品饮料、新材料',
    en: 'glass, ceramics, equipment, food and drink, new materials',
  },
  note: {
    zh: '重大项目可“一事一议”。',
    en: 'Major projects are settled case by case.',
  },
} as const

const TIESHANGANG = {
  version: '2023',
  high: null,
  place: {
    zh: '广西北海铁山港（临海）工业区，宗地 2023GC07007',
    en: 'Tieshangang industrial zone, Beihai, Guangxi, parcel 2023GC07007',
  },
  source: {
    title: {
      zh: '铁山港（临海）工业区国有建设用地使用权出让公告（2023GC07007）',
      en: 'Notice of granting state-owned land, Tieshangang industrial zone (2023GC07007)',
    },
    date: '2023',
  },
  industry: {
    zh: '化学原料和化学制品制造业',
    en: 'chemical raw materials and products',
  },
  note: PARCEL,
} as const

/** What single places and parcels have asked. */
export const LOCAL_THRESHOLDS: readonly Threshold[] = [
  shuangliu('SLSWC-2020-09', 350),
  shuangliu('SLG-2020-017', 529),
  {
    ...LONGCHANG,
    id: 'longchang-2022-investment',
    indicator: 'investment-intensity',
    low: 150,
    unit: PER_MU,
  },
  {
    ...LONGCHANG,
    id: 'longchang-2022-tax',
    indicator: 'tax-per-land',
    low: 8,
    unit: PER_MU_YEAR,
  },
  {
    ...TIESHANGANG,
    id: 'tieshangang-2023-investment',
    indicator: 'investment-intensity',
    low: 250,
    unit: PER_MU,
  },
  {
    ...TIESHANGANG,
    id: 'tieshangang-2023-tax',
    indicator: 'tax-per-land',
    low: 20,
    unit: PER_MU_YEAR,
  },
  {
    ...TIESHANGANG,
    id: 'tieshangang-2023-output',
    indicator: 'output-per-land',
    low: 400,
    unit: PER_MU_YEAR,
  },
]
