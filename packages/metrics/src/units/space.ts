import { ratio } from '../ratio.ts'
import { atoms } from './atom.ts'

// 1 公顷 = 15 亩 exactly, hence 1 亩 = 2000/3 m².
export const AREAS = atoms({ length: 2 }, [
  {
    id: 'm²',
    en: 'm²',
    names:
      'm2 m^2 sqm sq.m sq.m. 平方米 平米 平方公尺 squaremetre squaremetres squaremeter squaremeters',
  },
  { id: '亩', en: 'mu', names: 'mu mus mou 市亩 畝', factor: ratio(2000n, 3n) },
  {
    id: '公顷',
    en: 'ha',
    names: 'ha hm2 hm^2 hm² hectare hectares 公頃 平方百米',
    factor: ratio(10_000n, 1n),
  },
  {
    id: 'km²',
    en: 'km²',
    names:
      'km2 km^2 sqkm sq.km sq.km. 平方公里 平方千米 squarekilometre squarekilometres squarekilometer squarekilometers',
    factor: ratio(1_000_000n, 1n),
  },
])

export const LENGTHS = atoms({ length: 1 }, [
  { id: 'm', en: 'm', names: '米 公尺 metre metres meter meters' },
  {
    id: 'km',
    en: 'km',
    names: '公里 千米 kilometre kilometres kilometer kilometers',
    factor: ratio(1000n, 1n),
  },
])
