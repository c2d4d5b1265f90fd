import type { Zone } from '@permu/api/client'
import { VALUES } from '../rank/testing.ts'
import type { Loaded } from './pick.ts'

const NAMES: Readonly<Record<string, string>> = {
  z1: '青白江',
  z2: '重庆路',
  z3: '丙区',
  z4: '丁区',
}

const zones = VALUES.zones.map((zone) => ({ ...zone, name: NAMES[zone.id] ?? zone.name }))

const directory: Zone[] = zones.map((zone) => ({
  ...zone,
  code: null,
  leadIndustry: zone.id === 'z4' ? null : '装备',
  districts: [],
  ecosystem: null,
  attributes: {},
  sample: null,
  aliases: zone.id === 'z1' ? ['Railway Port'] : [],
  formerNames: [],
  predecessors: [],
  successors: [],
}))

const unit = '万元/亩'

/** Four zones with an intensity (z4 has none) and land, of which z1, z2 and z4 are chosen. */
export const LOADED: Loaded = {
  period: '2023',
  periods: ['2022', '2023'],
  indicators: [],
  fields: [],
  values: {
    ...VALUES,
    zones,
    indicators: [
      {
        id: 'investment-intensity',
        name: { zh: '投资强度', en: 'investment intensity' },
        unit,
        better: 'more',
        kind: 'indicator',
      },
      { id: 'land', name: { zh: '用地', en: 'land' }, unit: '亩', better: 'less', kind: 'field' },
    ],
    values: [
      [400, 1],
      [300, 2],
      [200, 3],
      [null, 4],
    ],
    missing: [
      { zone: 'z4', indicator: 'investment-intensity', reason: 'suppressed', fields: ['tax'] },
    ],
  },
  nearby: [],
  breaks: [],
  directory,
  chosen: ['investment-intensity', 'land'],
  zones: ['z1', 'z2', 'z4'],
  line: 'investment-intensity',
  series: null,
  unknownZones: [],
  unknownIndicators: [],
}
