import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    title: '数据齐全度',
    lede: (zones: string) =>
      `每一格：有数值的园区数／全部 ${zones} 个园区。点字段，看是哪些园区缺。`,
    none: '还没有数据。',
    import: '去上传',
    caption: '每个字段、每一期有数值的园区数',
    region: '数据齐全度，可左右滚动',
    field: '字段',
    zone: '园区',
    legend: '图例',
    cell: (values: string, zones: string, missing: string) =>
      `${values}／${zones}${missing === '0' ? '' : `，另有 ${missing} 个写明了原因`}`,
    missing: (n: string) => `有因 ${n}`,
    shades: ['没有', '少', '约一半', '多', '全部'].join('|'),
    stated: '“有因 n”：n 个园区没有数值，文件里写明了原因。',
    fieldTitle: (field: string) => `${field}：齐全度`,
    fieldLede: (full: string, zones: string) => `${zones} 个园区中，${full} 个各期都有数值。`,
    fieldRegion: '各园区各期有没有数值，可左右滚动',
    onlyGaps: '只看有缺的园区',
    allZones: '全部园区',
    which: '显示哪些园区',
    back: '数据齐全度',
    complete: '没有缺的园区。',
    shown: (n: number, all: number) => `显示 ${n} 个，共 ${all} 个园区。`,
    more: '全部列出',
  },
  en: {
    title: 'Coverage',
    lede: (zones: string) =>
      `Each cell: zones with a number, of ${zones} in all. Follow a field to see which zones lack it.`,
    none: 'There are no data yet.',
    import: 'Upload a file',
    caption: 'Zones with a number, by field and period',
    region: 'Coverage, scrolls sideways',
    field: 'Field',
    zone: 'Zone',
    legend: 'Legend',
    cell: (values: string, zones: string, missing: string) =>
      `${values} of ${zones}${missing === '0' ? '' : `, ${missing} more with a stated reason`}`,
    missing: (n: string) => `${n} explained`,
    shades: ['none', 'few', 'about half', 'most', 'all'].join('|'),
    stated: '“n explained”: n zones have no number, and a file says why.',
    fieldTitle: (field: string) => `${field}: coverage`,
    fieldLede: (full: string, zones: string) =>
      `${full} of ${zones} zones have a number in every period.`,
    fieldRegion: 'Which zones have a number in which period, scrolls sideways',
    onlyGaps: 'Zones with gaps',
    allZones: 'All zones',
    which: 'Which zones',
    back: 'Coverage',
    complete: 'No zone has a gap.',
    shown: (n: number, all: number) => `${n} of ${all} zones.`,
    more: 'List all',
  },
})
