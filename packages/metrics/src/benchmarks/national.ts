import { CERVERO, CONTROLS_2008, CONTROLS_2023 } from '../indicators/source.ts'
import { unitOf } from '../parse-unit.ts'
import type { Threshold } from './threshold.ts'

const PERCENT = unitOf('%')
const NATION = { place: { zh: '全国', en: 'nationwide' }, industry: null, unit: PERCENT }
const EXEMPT = {
  zh: '工艺有特殊要求的项目另行论证。',
  en: 'Projects whose process needs otherwise are judged one by one.',
}

/** Control indicators of the ministry, and the band for jobs and housing from the literature. */
export const NATIONAL_THRESHOLDS: readonly Threshold[] = [
  {
    ...NATION,
    id: 'nation-2008-building-coverage',
    indicator: 'building-coverage',
    low: 30,
    high: null,
    version: '2008',
    source: CONTROLS_2008.reference,
    note: EXEMPT,
  },
  {
    ...NATION,
    id: 'nation-2023-building-coverage',
    indicator: 'building-coverage',
    low: 40,
    high: null,
    version: '2023',
    source: CONTROLS_2023.reference,
    note: EXEMPT,
  },
  {
    ...NATION,
    id: 'nation-2023-office-land-share',
    indicator: 'office-land-share',
    low: null,
    high: 7,
    version: '2023',
    source: CONTROLS_2023.reference,
    note: null,
  },
  {
    id: 'cervero-1996-jobs-housing',
    indicator: 'jobs-housing',
    low: 0.8,
    high: 1.25,
    unit: unitOf('1'),
    version: '1996',
    industry: null,
    place: { zh: '文献值（美国旧金山湾区）', en: 'literature (San Francisco Bay Area)' },
    source: CERVERO.reference,
    note: {
      zh: '研究用的平衡区间，不是本地规定。',
      en: 'A band used in research, not a rule of any Chinese place.',
    },
  },
]
