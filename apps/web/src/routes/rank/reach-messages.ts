import { defineMessages } from '#lib/i18n/index.ts'

/** Words about what it would take to lift a zone. */
export const reachTexts = defineMessages({
  zh: {
    pending: '计算中',
    reach: '还差什么',
    reachOf: (name: string) => `${name}：还差什么`,
    reachTarget: '想到第几名',
    reachShow: '计算',
    reachNow: (rank: number) => `现在第 ${rank} 名`,
    alone: '只改一项',
    together: '所有指标按同样比例靠近最好值',
    least: '改动总量最小',
    step: ({
      name,
      from,
      to,
      change,
    }: {
      name: string
      from: string
      to: string
      change: string
    }) => `${name}：${from} → ${to}${change}`,
    reaches: (rank: number) => `到第 ${rank} 名`,
    'not-reachable': '即使达到现有园区的最好值也不够',
    missing: '缺这一项数据',
    'no-weight': '这一项不计权重',
    unranked: '这个园区没有参评。',
    first: '已经是第一名。',
    'already-there': '已经达到这个名次。',
    fault: '这套口径算不出来。',
    close: '关闭',
    caveat: '其他园区不变；每个答案都用整套口径重新验算过。',
  },
  en: {
    pending: 'computing',
    reach: 'What it would take',
    reachOf: (name: string) => `${name}: what it would take`,
    reachTarget: 'Rank to reach',
    reachShow: 'Compute',
    reachNow: (rank: number) => `now at rank ${rank}`,
    alone: 'One indicator alone',
    together: 'All the same part of the way to the best value',
    least: 'The least change in all',
    step: ({
      name,
      from,
      to,
      change,
    }: {
      name: string
      from: string
      to: string
      change: string
    }) => `${name}: ${from} → ${to}${change}`,
    reaches: (rank: number) => `reaches rank ${rank}`,
    'not-reachable': 'even the best value of any zone is not enough',
    missing: 'there is no value',
    'no-weight': 'has no weight',
    unranked: 'This zone is not ranked.',
    first: 'It is first already.',
    'already-there': 'It has that rank already.',
    fault: 'This method gives no answer.',
    close: 'Close',
    caveat: 'All other zones stay as they are; each answer was put to the whole method again.',
  },
})
