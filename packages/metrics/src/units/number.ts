import { ratio } from '../ratio.ts'
import { atoms } from './atom.ts'

export const NUMBERS = atoms({}, [
  { id: '1', en: '1', names: '比 比值 比率 ratio 倍 times 系数 coefficient 无量纲 dimensionless' },
  { id: '%', en: '%', names: '百分比 百分之 percent percentage pct', factor: ratio(1n, 100n) },
  { id: '‰', en: '‰', names: '千分比 千分之 permille permil', factor: ratio(1n, 1000n) },
  {
    id: '百分点',
    en: 'pp',
    names: 'pp 个百分点 percentagepoint percentagepoints',
    factor: ratio(1n, 100n),
  },
])

export const PEOPLE = atoms({ person: 1 }, [
  {
    id: '人',
    en: 'people',
    names:
      '名 位 person persons people capita head employee employees worker workers job jobs 岗位 个岗位 resident residents',
  },
])

// Counts of things are kept apart from people: 家/km² and 人/km² never compare.
export const COUNTS = atoms({ count: 1 }, [
  { id: '个', en: 'items', names: 'item items 只' },
  {
    id: '家',
    en: 'firms',
    names: 'firm firms company companies enterprise enterprises 间 户企业 家企业 个企业',
  },
  { id: '项', en: 'projects', names: 'project projects' },
  { id: '件', en: 'pieces', names: 'piece pieces patent patents permit permits' },
  { id: '宗', en: 'parcels', names: 'parcel parcels 宗地' },
  { id: '户', en: 'households', names: 'household households' },
  { id: '座', en: 'sites', names: 'site sites 处' },
  { id: '台', en: 'sets', names: 'set sets 套 台套 台(套)' },
  { id: '人次', en: 'visits', names: 'visit visits' },
])

// Only years are an annotation (see unit.ts); a monthly or daily rate never passes for a yearly one.
export const MONTHS = atoms({ month: 1 }, [{ id: '月', en: 'month', names: 'months 个月 mo' }])
export const DAYS = atoms({ day: 1 }, [{ id: '天', en: 'day', names: 'days 日' }])
