import { defineMessages } from '#lib/i18n/index.ts'

/** Words about how sure ranks are. */
export const stability = defineMessages({
  zh: {
    interval: '名次区间',
    intervalNote: '抽样里 90 % 的名次落在这里',
    intervalOf: (low: string, high: string, median: string) =>
      `90 % 的抽样里在第 ${low}–${high} 名，中位数第 ${median} 名`,
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
    reachLink: (name: string) => `${name}要怎样才能进位`,
  },
  en: {
    interval: 'Rank interval',
    intervalNote: '90 % of the ranks of all draws are within',
    intervalOf: (low: string, high: string, median: string) =>
      `ranks ${low}–${high} in 90 % of the draws, median ${median}`,
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
    reachLink: (name: string) => `What it would take to lift ${name}`,
  },
})
