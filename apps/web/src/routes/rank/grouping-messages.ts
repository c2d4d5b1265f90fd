import { defineMessages } from '#lib/i18n/index.ts'

/** Words about the choice of groups. */
export const groupingTexts = defineMessages({
  zh: {
    at: (name: string) => `“${name}”：`,
    group: '分组',
    noGroup: '不分组',
    type: '按类型',
    leadIndustry: '按主导产业',
    ecosystem: '按产业生态圈',
    groupNote: '把园区分成同类，看各自在同类中的名次；按组填补、与同类之比这类规则也要先分组。',
    typeNote: '园区类型相同的为一组，如先进制造、现代服务。',
    leadIndustryNote: '主导产业相同的为一组；产业写法不同就算两组，请先统一写法。',
    ecosystemNote: '同一产业生态圈的为一组；一组里常有不同类型的园区。',
    within: '只在组内排名',
    withinNote:
      '名次、等级和名次区间都在各组之内算；得分仍按全部园区标准化，所以组与组的得分可以相比。没有组的园区不参评。',
    normNote:
      '要把“与本组均值（中位数）相比”计入得分，请在标准化里选“与同类均值之比”或“与同类中位数之比”：得 100 就是组里的平常水平。',
    chooseFirst: '先选一种分组：',
    notWithin: '下面是在全部园区中的名次，不分组。',
  },
  en: {
    at: (name: string) => `“${name}”: `,
    group: 'Groups',
    noGroup: 'none',
    type: 'by type',
    leadIndustry: 'by lead industry',
    ecosystem: 'by ecosystem',
    groupNote:
      'Puts zones among their peers and shows where each stands there; rules by group need this first.',
    typeNote: 'Zones of one type, such as advanced manufacturing or services.',
    leadIndustryNote:
      'Zones of one lead industry; two spellings make two groups, so write it one way.',
    ecosystemNote: 'Zones of one industrial ecosystem; a group often mixes types.',
    within: 'Rank within groups only',
    withinNote:
      'Ranks, grades and intervals are those within each group. Scores are still normalised over all zones, so that groups compare. Zones without a group are not ranked.',
    normNote:
      'To score against the group’s norm, choose “value over the group’s mean” or “… median” as the normalisation: 100 is the usual level of the group.',
    chooseFirst: 'Choose groups first: ',
    notWithin: 'These are ranks among all zones, not within groups.',
  },
})
