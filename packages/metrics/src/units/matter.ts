import { ratio } from '../ratio.ts'
import { atoms } from './atom.ts'

export const MASSES = atoms({ mass: 1 }, [
  { id: 'kg', en: 'kg', names: '公斤 千克 kilogram kilograms' },
  {
    id: '吨',
    en: 't',
    names: 't ton tons tonne tonnes metricton metrictons metrictonne metrictonnes 公吨',
    factor: ratio(1000n, 1n),
  },
])

// GB/T 2589: 1 kg of standard coal = 29 307.6 kJ, so 1 kWh = 3/24 423 tce by calorific value (当量值).
const KILOWATT_HOUR = ratio(3n, 24_423n)
const GIGAJOULE = ratio(2500n, 73_269n)

export const ENERGIES = atoms({ energy: 1 }, [
  {
    id: '吨标煤',
    en: 'tce',
    names:
      'tce 吨标准煤 吨标准煤当量 吨煤当量 吨标准煤(tce) tonofstandardcoal tonsofstandardcoal tonneofstandardcoal tonnesofstandardcoal tonnesofcoalequivalent tonsofcoalequivalent tonnesofstandardcoalequivalent tonsofstandardcoalequivalent',
  },
  {
    id: 'kgce',
    en: 'kgce',
    names: '千克标准煤 千克标煤 公斤标准煤 公斤标煤',
    factor: ratio(1n, 1000n),
  },
  {
    id: 'kWh',
    en: 'kWh',
    names:
      'kwh kw·h 千瓦时 千瓦小时 度 度电 kilowatthour kilowatthours kilowatt-hour kilowatt-hours',
    factor: KILOWATT_HOUR,
  },
  {
    id: 'MWh',
    en: 'MWh',
    names: '兆瓦时',
    factor: ratio(KILOWATT_HOUR.n * 1000n, KILOWATT_HOUR.d),
  },
  {
    id: 'GWh',
    en: 'GWh',
    names: '吉瓦时',
    factor: ratio(KILOWATT_HOUR.n * 1_000_000n, KILOWATT_HOUR.d),
  },
  { id: 'GJ', en: 'GJ', names: '吉焦 百万千焦', factor: GIGAJOULE },
  { id: 'TJ', en: 'TJ', names: '太焦', factor: ratio(GIGAJOULE.n * 1000n, GIGAJOULE.d) },
])
