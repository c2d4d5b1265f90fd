import { defineMessages } from '#lib/i18n/index.ts'

/** Words that all briefs share. */
export const messages = defineMessages({
  zh: {
    print: '打印或存为 PDF',
    link: '链接',
    linkNote: '打开即是同一个视图',
    qr: (link: string) => `二维码，指向 ${link}`,
    period: (text: string) => `期别 ${text}`,
    weights: (text: string) => `权重 ${text}`,
    filter: (text: string) => `筛选 ${text}`,
    noFilter: '全部园区',
    list: '、',
    product: 'permu 亩均',
  },
  en: {
    print: 'Print or save as PDF',
    link: 'Link',
    linkNote: 'opens the same view',
    qr: (link: string) => `QR code that leads to ${link}`,
    period: (text: string) => `Period ${text}`,
    weights: (text: string) => `Weights ${text}`,
    filter: (text: string) => `Filter ${text}`,
    noFilter: 'all zones',
    list: ', ',
    product: 'permu 亩均',
  },
})
