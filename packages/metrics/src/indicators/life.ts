import { share } from '../formula.ts'
import { defineIndicator } from './define.ts'
import { CERVERO, speech } from './source.ts'

export const LIFE_INDICATORS = [
  defineIndicator({
    id: 'jobs-housing',
    zh: '职住比',
    en: 'jobs–housing ratio',
    family: 'community',
    formula: share('jobs', 'employed-residents'),
    unit: '1',
    better: { target: [0.8, 1.25] },
    source: [speech('职住平衡的产业社区'), CERVERO],
    caveats: [
      {
        zh: '数量平衡不等于住在本区的人就在本区上班。',
        en: 'Equal numbers do not mean that the people who live in the zone work there.',
      },
    ],
  }),
  defineIndicator({
    id: 'service-coverage',
    zh: '15分钟生活圈覆盖率',
    en: '15-minute service coverage',
    family: 'community',
    formula: share('residents-covered', 'residents'),
    unit: '%',
    better: 'more',
    source: [speech('生活宜居性')],
    caveats: [
      {
        zh: '生活圈按步行路网还是直线半径划定，须一致。',
        en: 'One way of drawing the circle throughout: along paths, or by straight radius.',
      },
    ],
  }),
  defineIndicator({
    id: 'local-supply-rate',
    zh: '本地配套率',
    en: 'local supply rate',
    family: 'ecosystem',
    formula: share('local-purchases', 'purchases'),
    unit: '%',
    better: 'more',
    source: [speech('协作配套高效率')],
    caveats: [
      {
        zh: '“本地”指本区、本市还是城市群，须一致。',
        en: '“Local” must mean the same throughout: zone, city or metropolitan region.',
      },
    ],
  }),
  defineIndicator({
    id: 'top500-density',
    zh: '500强密度',
    en: 'top-500 density',
    family: 'ecosystem',
    formula: share('top500-firms', 'zone-area'),
    unit: '家/km²',
    better: 'more',
    source: [speech('加强与六类500强企业合作')],
    caveats: [
      {
        zh: '分母为规划面积；一家企业可列入多个榜单，只计一次。',
        en: 'Over the zone’s planned area; a firm on several lists counts once.',
      },
    ],
  }),
]
