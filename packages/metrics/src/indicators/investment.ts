import { divide, field, share, type Formula } from '../formula.ts'
import { defineIndicator } from './define.ts'
import { CONTROLS_2008, CONTROLS_2023, COUPLING, PER_MU, speech } from './source.ts'

const INTENSITY = share('fixed-asset-investment', 'supplied-land')
const TAX_PER_LAND = share('tax', 'supplied-land')
const DENOMINATOR = {
  zh: '分母为供应工业用地面积，不能与规划面积或起步区面积混用。',
  en: 'The denominator is industrial land supplied, not the zone’s area or its starter zone.',
}

// From 0.01, because a zone at exactly 0 would be uncoordinated whatever its other side is.
function level(of: Formula): Formula {
  return { kind: 'rescale', of, into: [0.01, 0.99] }
}

export const INVESTMENT_INDICATORS = [
  defineIndicator({
    id: 'investment-intensity',
    zh: '投资强度',
    en: 'investment intensity',
    family: 'dual-linkage',
    formula: INTENSITY,
    unit: '万元/亩',
    better: 'more',
    source: [speech('投资强度与供给面积'), CONTROLS_2008, CONTROLS_2023],
    caveats: [
      DENOMINATOR,
      {
        zh: '投资取累计值，含厂房、设备和地价款；门槛因年份、行业、地点和地块而异。',
        en: 'Investment is cumulative, with land price; thresholds differ by year, industry, place and parcel.',
      },
    ],
  }),
  defineIndicator({
    id: 'tax-per-land',
    zh: '亩均税收',
    en: 'tax per unit of land',
    family: 'dual-linkage',
    formula: TAX_PER_LAND,
    unit: '万元/亩·年',
    better: 'more',
    source: [speech('税收贡献与土地价格'), PER_MU, CONTROLS_2023],
    caveats: [
      DENOMINATOR,
      {
        zh: '行业结构差异大，宜在同类区内比较；退税和一次性入库会使某一年失真。',
        en: 'Industry mix dominates: compare within peers. Refunds and one-off payments distort a year.',
      },
    ],
  }),
  defineIndicator({
    id: 'land-price-recovery',
    zh: '地价税收回收率',
    en: 'tax return on land price',
    family: 'dual-linkage',
    formula: divide(TAX_PER_LAND, field('land-price')),
    unit: '%/年',
    better: 'more',
    source: [speech('税收贡献与土地价格')],
    rule: 'project',
    caveats: [
      {
        zh: '讲话没有给出“双挂钩”的函数，此式为本项目口径；低地价会抬高结果。',
        en: 'The speech fixes no function for the linkage: a project rule. A low land price raises it.',
      },
    ],
  }),
  defineIndicator({
    id: 'land-entitlement',
    zh: '供地匹配度',
    en: 'area linkage',
    family: 'dual-linkage',
    formula: divide(
      share('fixed-asset-investment', 'required-investment-intensity'),
      field('supplied-land'),
    ),
    unit: '1',
    better: { target: [1, Infinity] },
    source: [speech('投资强度与供给面积')],
    rule: 'project',
    caveats: [
      {
        zh: '本项目口径：1 表示投资恰好配得上所供土地；大于 1 不再加分。',
        en: 'A project rule: 1 means the investment just earns the land supplied; more adds nothing.',
      },
    ],
  }),
  defineIndicator({
    id: 'dual-linkage-coordination',
    zh: '双挂钩耦合协调度',
    en: 'coupling coordination of the two linkages',
    family: 'dual-linkage',
    formula: { kind: 'coordination', parts: [level(INTENSITY), level(TAX_PER_LAND)] },
    unit: '1',
    better: 'more',
    source: [speech('“双挂钩”'), COUPLING],
    rule: 'project',
    caveats: [
      {
        zh: '相对值：随参评的区而变，不同批次、不同年份不能直接比较；子系统归一到 [0.01, 0.99]。',
        en: 'Relative to the zones compared: not comparable between sets or years. Sides run 0.01–0.99.',
      },
    ],
  }),
]
