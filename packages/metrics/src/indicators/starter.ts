import { field, share } from '../formula.ts'
import { defineIndicator } from './define.ts'
import { speech } from './source.ts'

const SPOKEN = [speech('1平方公里左右为起步区')]

export const STARTER_INDICATORS = [
  defineIndicator({
    id: 'starter-zone-output',
    zh: '起步区产出强度',
    en: 'starter-zone output',
    family: 'starter-zone',
    formula: share('starter-zone-production', 'starter-zone-area'),
    unit: '亿元/km²',
    better: 'more',
    source: SPOKEN,
    caveats: [
      {
        zh: '产值与面积须为同一起步区边界；起步区边界可能调整。',
        en: 'Output and area must share one border; starter zones are redrawn.',
      },
    ],
  }),
  defineIndicator({
    id: 'starter-zone-size',
    zh: '起步区规模',
    en: 'starter-zone area',
    family: 'starter-zone',
    formula: field('starter-zone-area'),
    unit: 'km²',
    better: { target: [1, 1] },
    source: SPOKEN,
    caveats: [
      {
        zh: '“左右”是软目标，公布的起步区在 1–6 平方公里之间。',
        en: '“About” makes it a soft target: announced starter zones run from 1 to 6 km².',
      },
    ],
  }),
  defineIndicator({
    id: 'starter-zone-build-out',
    zh: '起步区建成率',
    en: 'starter-zone build-out',
    family: 'starter-zone',
    formula: share('starter-zone-built-area', 'starter-zone-area'),
    unit: '%',
    better: 'more',
    source: SPOKEN,
    caveats: [
      {
        zh: '“建成”须说明是竣工还是已投产。',
        en: '“Built” must say whether it means completed or in operation.',
      },
    ],
  }),
  defineIndicator({
    id: 'zone-output-density',
    zh: '全区产出强度',
    en: 'output of the whole zone per planned area',
    family: 'starter-zone',
    formula: share('output', 'zone-area'),
    unit: '亿元/km²',
    better: 'more',
    source: SPOKEN,
    rule: 'project',
    caveats: [
      {
        zh: '分母为规划面积，含未供应的土地；只用来与起步区对照，不能与亩均产出混用。',
        en: 'Divided by the planned area, land not yet supplied included: a mark beside the starter zone only.',
      },
    ],
  }),
]
