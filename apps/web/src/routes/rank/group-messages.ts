import { defineMessages } from '#lib/i18n/index.ts'

/** Words about groups in the table and beside it. */
export const groupTexts = defineMessages({
  zh: {
    groupHeading: (name: string, n: number) => `${name}（${n} 个）`,
    overall: '总名次',
    column: '组',
    counts: ({ groups, single, none }: { groups: number; single: number; none: number }) =>
      [
        `共 ${groups} 组`,
        single > 0 ? `其中 ${single} 组只有一个园区，组内名次没有意义` : '',
        none > 0 ? `${none} 个园区没有填这一项` : '',
      ]
        .filter(Boolean)
        .join('，') + '。',
    noGroupReason: '没有填写分组',
  },
  en: {
    groupHeading: (name: string, n: number) => `${name} (${n})`,
    overall: 'Overall',
    column: 'Group',
    counts: ({ groups, single, none }: { groups: number; single: number; none: number }) =>
      [
        `${groups} groups`,
        single > 0 ? `${single} of them with a single zone, where a rank says nothing` : '',
        none > 0 ? `${none} zones lack this attribute` : '',
      ]
        .filter(Boolean)
        .join(', ') + '.',
    noGroupReason: 'in no group',
  },
})
