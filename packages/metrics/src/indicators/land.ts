import { divide, field, share } from '../formula.ts'
import { LAND_USE_FIELDS } from '../fields/land-use.ts'
import { defineIndicator } from './define.ts'
import { CONTROLS_2008, CONTROLS_2023, LAND_CLASSES, TDT_1029, speech } from './source.ts'

const BINDING = {
  zh: '2023 年版的约束性指标；限值因行业和版本而异。',
  en: 'Binding in the 2023 edition; limits differ by industry and edition.',
}
const ZONE_STANDARD = {
  zh: '规程按开发区范围统计；功能区可能跨多个开发区。',
  en: 'The standard counts by development zone; a function zone may span several.',
}

export const LAND_INDICATORS = [
  defineIndicator({
    id: 'plot-ratio',
    zh: '容积率',
    en: 'plot ratio',
    family: 'land-use',
    formula: share('floor-area', 'supplied-land'),
    unit: '1',
    better: 'more',
    source: [CONTROLS_2023],
    caveats: [
      BINDING,
      {
        zh: '只在规划许可的上限内越高越好；这里不知道各地块的上限。',
        en: 'More is better only within the plan’s bound, which differs by parcel and is unknown here.',
      },
    ],
  }),
  defineIndicator({
    id: 'building-coverage',
    zh: '建筑系数',
    en: 'building coverage',
    family: 'land-use',
    formula: share('building-footprint', 'supplied-land'),
    unit: '%',
    better: 'more',
    source: [CONTROLS_2023, CONTROLS_2008],
    caveats: [
      BINDING,
      {
        zh: '不是建筑密度：还计入构筑物和露天堆场；下限 2023 年版 40%，2008 年版 30%。',
        en: 'Not building density: it adds structures and yards. Floor: 40 % (2023), 30 % (2008).',
      },
    ],
  }),
  defineIndicator({
    id: 'office-land-share',
    zh: '行政办公及生活服务设施用地比重',
    en: 'share of land for offices and living services',
    family: 'land-use',
    formula: share('office-land', 'supplied-land'),
    unit: '%',
    better: 'less',
    source: [CONTROLS_2023, CONTROLS_2008],
    caveats: [BINDING, { zh: '上限 7%。', en: 'Ceiling: 7 %.' }],
  }),
  defineIndicator({
    id: 'idle-land-rate',
    zh: '土地闲置率',
    en: 'idle land rate',
    family: 'land-use',
    formula: share('idle-land', 'supplied-land'),
    unit: '%',
    better: 'less',
    source: [TDT_1029],
    caveats: [
      ZONE_STANDARD,
      {
        zh: '只计依法认定的闲置土地；未认定的不在其中。',
        en: 'Only land found idle by law: what nobody has ruled on is not in it.',
      },
    ],
  }),
  defineIndicator({
    id: 'land-supply-rate',
    zh: '土地供应率',
    en: 'land supply rate',
    family: 'land-use',
    formula: share('supplied-land', 'ready-land'),
    unit: '%',
    better: 'more',
    source: [TDT_1029],
    caveats: [
      ZONE_STANDARD,
      {
        zh: '分子应为全部已供应土地；只报工业用地时偏低。',
        en: 'All land supplied should count: with industrial land alone the rate is too low.',
      },
    ],
  }),
  defineIndicator({
    id: 'land-built-rate',
    zh: '土地建成率',
    en: 'land built rate',
    family: 'land-use',
    formula: share('built-land', 'supplied-land'),
    unit: '%',
    better: 'more',
    source: [TDT_1029],
    caveats: [ZONE_STANDARD],
  }),
  defineIndicator({
    id: 'industrial-land-rate',
    zh: '工业用地率',
    en: 'industrial land rate',
    family: 'land-use',
    formula: share('industrial-storage-land', 'built-land'),
    unit: '%',
    better: 'more',
    source: [TDT_1029],
    caveats: [
      ZONE_STANDARD,
      {
        zh: '工矿仓储用地占已建成城镇建设用地；各类开发区的理想值不同。',
        en: 'Industrial, mining and storage land over land that is built; its ideal differs by kind of zone.',
      },
    ],
  }),
  defineIndicator({
    id: 'building-density',
    zh: '建筑密度',
    en: 'building density',
    family: 'land-use',
    formula: share('building-base-area', 'built-land'),
    unit: '%',
    better: 'more',
    source: [TDT_1029],
    rule: 'project',
    caveats: [
      ZONE_STANDARD,
      {
        zh: '本项目口径：规程列有此指标，其算式未能核对原文；建筑基底占已建成城镇建设用地，不含构筑物和露天堆场。',
        en: 'A project rule: the standard has it, but its formula was not checked. Building bases over built land.',
      },
    ],
  }),
  defineIndicator({
    id: 'industrial-plot-ratio',
    zh: '工业用地综合容积率',
    en: 'plot ratio of industrial land',
    family: 'land-use',
    formula: share('industrial-floor-area', 'industrial-storage-land'),
    unit: '1',
    better: 'more',
    source: [TDT_1029],
    caveats: [
      ZONE_STANDARD,
      {
        zh: '只看工矿仓储用地及其上的建筑，不是全区的容积率。',
        en: 'Only industrial, mining and storage land and the floors on it, not the whole zone.',
      },
    ],
  }),
  defineIndicator({
    id: 'platform-share',
    zh: '平台供给率',
    en: 'platform supply',
    family: 'platform',
    formula: divide(
      {
        kind: 'sum',
        terms: [field('standard-factory-area'), field('specialised-building-area')],
      },
      field('floor-area'),
    ),
    unit: '%',
    better: 'more',
    source: [speech('由“供土地”向“供平台”转变')],
    rule: 'project',
    caveats: [
      {
        zh: '本项目口径：标准厂房与专业楼宇之和占总建筑面积；空置与否不计。',
        en: 'A project rule: standard factories and specialised buildings, let or empty, over all floors.',
      },
    ],
  }),
  defineIndicator({
    id: 'functional-mix',
    zh: '功能复合率',
    en: 'functional mix',
    family: 'community',
    formula: { kind: 'entropy', parts: LAND_USE_FIELDS.map(({ id }) => field(id)) },
    unit: '1',
    better: 'more',
    source: [speech('以提高功能复合率和宜业宜居度为方向'), LAND_CLASSES],
    rule: 'project',
    caveats: [
      {
        zh: '本项目口径：八类城市建设用地的信息熵，除以 ln 8；某类用地未报不等于为零。',
        en: 'A project rule: entropy over eight land classes ÷ ln 8. A class not reported is not zero.',
      },
    ],
  }),
]
