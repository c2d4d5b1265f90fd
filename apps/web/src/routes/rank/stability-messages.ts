import { defineMessages } from '#lib/i18n/index.ts'

/** Words about how sure ranks are. */
export const stability = defineMessages({
  zh: {
    interval: '名次区间',
    intervalNote: '抽样里 90 % 的名次落在这里',
    intervalOf: (low: string, high: string, median: string) =>
      `90 % 的抽样里在第 ${low}–${high} 名，中位数第 ${median} 名`,
    pending: '计算中',
    none: '不能计算',
    tier: (n: number) => `第 ${n} 组`,
    tierStart: (n: number) => `第 ${n} 组从这里开始`,
    tiers: (n: number) =>
      `粗线把园区分成 ${n} 组：同一组里的园区与组内第一名分不出先后（需要 95 % 的抽样支持才算分得出）。`,
    oneTier: '在 95 % 的标准下，没有一个园区与第一名分得出先后。',
    firstSure: (share: string) => `在 ${share} 的抽样里都是第一`,
    firstUnsure: (share: string) => `但只在 ${share} 的抽样里居首`,
    allSteady: (n: number) => `前 ${n} 名在 95 % 以上的抽样里都保持前 ${n}`,
    someSteady: (n: number, names: string) => `前 ${n} 名中只有${names}在 95 % 的抽样里保持前 ${n}`,
    noneSteady: (n: number) => `前 ${n} 名中没有一个在 95 % 的抽样里保持前 ${n}，先后难以区分`,
    listed: '、',
    reach: '还差什么',
    reachOf: (name: string) => `${name}：还差什么`,
    reachLink: (name: string) => `${name}要怎样才能进位`,
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
    interval: 'Rank interval',
    intervalNote: '90 % of the ranks of all draws are within',
    intervalOf: (low: string, high: string, median: string) =>
      `ranks ${low}–${high} in 90 % of the draws, median ${median}`,
    pending: 'computing',
    none: 'not computed',
    tier: (n: number) => `group ${n}`,
    tierStart: (n: number) => `group ${n} begins here`,
    tiers: (n: number) =>
      `Thick lines part the zones into ${n} groups: those of one group cannot be told apart from the first of it (that would take 95 % of the draws).`,
    oneTier: 'At 95 % no zone can be told apart from the first.',
    firstSure: (share: string) => `it is first in ${share} of the draws`,
    firstUnsure: (share: string) => `but it is first in only ${share} of the draws`,
    allSteady: (n: number) => `the first ${n} stay among the first ${n} in over 95 % of the draws`,
    someSteady: (n: number, names: string) =>
      `of the first ${n}, only ${names} stay there in 95 % of the draws`,
    noneSteady: (n: number) =>
      `none of the first ${n} stays there in 95 % of the draws, so that they can hardly be told apart`,
    listed: ', ',
    reach: 'What it would take',
    reachOf: (name: string) => `${name}: what it would take`,
    reachLink: (name: string) => `What it would take to lift ${name}`,
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
