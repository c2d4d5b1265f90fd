import { share } from '../formula.ts'
import { defineIndicator } from './define.ts'
import { CONTROLS_2023, PER_MU, speech } from './source.ts'

const INPUT_OUTPUT = speech('提高要素投入产出效率')

const CURRENT_PRICES = {
  zh: '除非文件注明可比价，均为当年价；跨年增长含价格因素。',
  en: 'At current prices unless the file says otherwise: growth over years includes prices.',
}
const INDUSTRY_MIX = {
  zh: '主要由行业结构决定，宜在同类区内比较。',
  en: 'Mostly decided by industry mix: compare within peers.',
}

export const EFFICIENCY_INDICATORS = [
  defineIndicator({
    id: 'output-per-land',
    zh: '亩均产出',
    en: 'land output rate',
    family: 'output',
    formula: share('output', 'supplied-land'),
    unit: '万元/亩·年',
    better: 'more',
    source: [CONTROLS_2023, INPUT_OUTPUT],
    caveats: [
      CURRENT_PRICES,
      {
        zh: '标准口径取三年平均；只有一年数据时为当年值。总产值含中间投入，会重复计算。',
        en: 'The standard takes a three-year mean; this is one year. Gross output counts inputs twice.',
      },
    ],
  }),
  defineIndicator({
    id: 'value-added-per-land',
    zh: '亩均增加值',
    en: 'value added per unit of land',
    family: 'output',
    formula: share('value-added', 'supplied-land'),
    unit: '万元/亩·年',
    better: 'more',
    source: [PER_MU, INPUT_OUTPUT],
    caveats: [CURRENT_PRICES, INDUSTRY_MIX],
  }),
  defineIndicator({
    id: 'labour-productivity',
    zh: '全员劳动生产率',
    en: 'labour productivity',
    family: 'efficiency',
    formula: share('value-added', 'employees'),
    unit: '万元/人',
    better: 'more',
    source: [PER_MU, INPUT_OUTPUT],
    caveats: [
      CURRENT_PRICES,
      {
        zh: '分母应为年平均从业人员；劳务派遣是否计入须一致。',
        en: 'The denominator is a yearly mean; agency workers are in or out for every zone alike.',
      },
    ],
  }),
  defineIndicator({
    id: 'energy-productivity',
    zh: '单位能耗增加值',
    en: 'value added per unit of energy',
    family: 'efficiency',
    formula: share('value-added', 'energy'),
    unit: '万元/吨标煤',
    better: 'more',
    source: [PER_MU, INPUT_OUTPUT],
    caveats: [
      INDUSTRY_MIX,
      {
        zh: '电力按当量值折标煤；与等价值口径的数据不可比。',
        en: 'Electricity by calorific value: not comparable with data by primary equivalent.',
      },
    ],
  }),
  defineIndicator({
    id: 'emission-productivity',
    zh: '单位排放增加值',
    en: 'value added per unit of emissions',
    family: 'efficiency',
    formula: share('value-added', 'pollutants'),
    unit: '万元/吨',
    better: 'more',
    source: [PER_MU, INPUT_OUTPUT],
    caveats: [
      INDUSTRY_MIX,
      {
        zh: '纳入的污染物种类各地不同；无排放数据的区没有此项，不按零计。',
        en: 'Places count different pollutants; a zone without emission data has no value, not zero.',
      },
    ],
  }),
  defineIndicator({
    id: 'rd-intensity',
    zh: '研发投入强度',
    en: 'R&D intensity',
    family: 'efficiency',
    formula: share('rd-expenditure', 'revenue'),
    unit: '%',
    better: 'more',
    source: [PER_MU, speech('引进“硬核科技”')],
    caveats: [
      {
        zh: '分母为营业收入，与按 GDP 计算的研发强度不可比。',
        en: 'Over revenue: not comparable with R&D intensity over GDP.',
      },
    ],
  }),
]
