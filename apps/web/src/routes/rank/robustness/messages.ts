import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    title: '排名的稳健性',
    lede: (id: string) =>
      `换一组权重、换一种算法，名次会变多少？口径与“排名”页相同（${id}），要改口径请回到排名。`,
    computing: '计算中……',
    heat: '每个园区得到各个名次的机会',
    heatNote: (n: number, draws: number, seed: number) =>
      `前 ${n} 名；随机权重 ${draws} 次，种子 ${seed}。`,
    heatSummary: ({
      name,
      rank,
      share,
      sure,
      of,
    }: {
      name: string
      rank: number
      share: string
      sure: number
      of: number
    }) =>
      `${name}最可能是第 ${rank} 名（${share}）；${of} 个园区中 ${sure} 个有一个名次的机会过半。`,
    rank: '名次',
    zone: '园区',
    table: '表格',
    share: '机会',
    bounds: '任意权重下的最好与最差名次',
    boundsNote:
      '不管权重怎么定（包括 0），名次都在这个范围里。标“≥”“≤”的一端是证明的界限，还没有找到达到它的权重。',
    noBounds: '这种合成方法不是加权平均，没有“任意权重”下的界限。',
    boundsSummary: (n: number, of: number) =>
      n === 0
        ? `没有一个园区能在某种权重下排第一。`
        : `${of} 个参评园区中有 ${n} 个能在某种权重下排到第一。`,
    best: '最好',
    worst: '最差',
    range: '范围',
    central: '排第一时的平均权重',
    never: '抽样中从未第一',
    kept: (name: string) => `${name}保持名次的权重区间`,
    keptNote: '一项权重在这个区间里、其余按比例变动时，名次不变。',
    keptSummary: ({
      name,
      criterion,
      low,
      high,
    }: {
      name: string
      criterion: string
      low: string
      high: string
    }) => `${name}对“${criterion}”的权重最敏感：只能在 ${low}–${high} 之间变动。`,
    criterion: '指标',
    now: '现在',
    interval: '区间',
    meets: '到头时遇到',
    end: '到头也不变',
    noKept: '有缺失值重新分配权重、只有一个指标，或合成方法不是加权平均时，没有这种区间。',
    choose: '看另一个园区',
    show: '显示',
    without: '去掉一个指标',
    shift: '平均名次变动',
    largest: '变动最大的园区',
    fromTo: (name: string, from: number, to: number) => `${name}：${from} → ${to}`,
    withoutSummary: (criterion: string, shift: string) =>
      `去掉“${criterion}”影响最大，平均移动 ${shift} 名。`,
    nothingLeft: '去掉后无法排名',
    sobol: '哪个选择对名次影响最大',
    sobolNote:
      '索博尔指数：名次变动的方差中，有多少来自这一选择（单独，与连同交互）；细线是自助法 95 % 区间。',
    sobolSummary: (choice: string, share: string) =>
      `名次变动主要来自${choice}：连同交互占 ${share}。`,
    sobolOpen: (choices: string) => `比较的选择：${choices}。`,
    sobolTied: (first: string, second: string) => `${first}与${second}的影响分不出大小：区间重叠。`,
    noSobol: '这些选择怎么变，名次都不变。',
    choice: '选择',
    effect: '影响',
    first: '单独',
    total: '连同交互',
    index: '索博尔指数',
    weights: '权重',
    normalise: '标准化',
    gaps: '缺失值',
    aggregate: '合成',
    correlation: '指标之间的相关',
    correlationNote:
      '斯皮尔曼相关，方向已统一为越大越好。大于 0.9 几乎是同一件事算了两次；小于 −0.4 是此消彼长。',
    correlationSummary: (redundant: number, conflicting: number) =>
      redundant + conflicting === 0
        ? '没有重复或相互抵消的指标。'
        : `${redundant} 对重复，${conflicting} 对相互抵消。`,
    redundant: '重复',
    conflicting: '相互抵消',
    pair: '指标对',
    flag: '提示',
    one: '只有一个指标，没有可比的对。',
    list: '、',
  },
  en: {
    title: 'How robust the ranking is',
    lede: (id: string) =>
      `How much do ranks change with other weights and other rules? The method is that of the ranking (${id}); change it there.`,
    computing: 'Computing …',
    heat: 'How likely each zone is to have each rank',
    heatNote: (n: number, draws: number, seed: number) =>
      `The first ${n}; ${draws} random weightings, seed ${seed}.`,
    heatSummary: ({
      name,
      rank,
      share,
      sure,
      of,
    }: {
      name: string
      rank: number
      share: string
      sure: number
      of: number
    }) =>
      `${name} is most likely at rank ${rank} (${share}); ${sure} of ${of} zones have one rank in more than half of the draws.`,
    rank: 'Rank',
    zone: 'Zone',
    table: 'Table',
    share: 'Chance',
    bounds: 'Best and worst rank under any weights',
    boundsNote:
      'Whatever the weights (zero included), the rank is within. An end marked ≥ or ≤ is a proved bound that no weights have been found for.',
    noBounds: 'This aggregation is no weighted mean and has no such bounds.',
    boundsSummary: (n: number, of: number) =>
      n === 0
        ? 'No zone is first under any weights.'
        : `${n} of ${of} ranked zones are first under some weights.`,
    best: 'Best',
    worst: 'Worst',
    range: 'Range',
    central: 'Mean weights where first',
    never: 'never first in the draws',
    kept: (name: string) => `Weights under which ${name} keeps its rank`,
    keptNote:
      'As long as one weight is within, the others keeping their proportions, the rank stays.',
    keptSummary: ({
      name,
      criterion,
      low,
      high,
    }: {
      name: string
      criterion: string
      low: string
      high: string
    }) =>
      `${name} depends most on the weight of “${criterion}”: it may move between ${low} and ${high} only.`,
    criterion: 'Indicator',
    now: 'Now',
    interval: 'Interval',
    meets: 'Meets there',
    end: 'holds to the end',
    noKept:
      'There are no such intervals where gaps are reweighted, with one indicator only, or where the aggregation is no weighted mean.',
    choose: 'Another zone',
    show: 'Show',
    without: 'Without one indicator',
    shift: 'Mean change of rank',
    largest: 'Moves most',
    fromTo: (name: string, from: number, to: number) => `${name}: ${from} → ${to}`,
    withoutSummary: (criterion: string, shift: string) =>
      `Leaving out “${criterion}” matters most: ranks move by ${shift} on average.`,
    nothingLeft: 'nothing can be ranked without it',
    sobol: 'Which choice matters most',
    sobolNote:
      'Sobol indices: the part of the variance of rank changes that comes from this choice (alone, and with interactions); thin lines are 95 % bootstrap intervals.',
    sobolSummary: (choice: string, share: string) =>
      `Ranks change mostly by ${choice}: ${share} with interactions.`,
    sobolOpen: (choices: string) => `Choices compared: ${choices}.`,
    sobolTied: (first: string, second: string) =>
      `${first} and ${second} cannot be told apart: their intervals overlap.`,
    noSobol: 'Whatever is chosen of these, no rank changes.',
    choice: 'Choice',
    effect: 'Effect',
    first: 'alone',
    total: 'with interactions',
    index: 'Sobol index',
    weights: 'weights',
    normalise: 'normalisation',
    gaps: 'missing values',
    aggregate: 'aggregation',
    correlation: 'How indicators go together',
    correlationNote:
      'Spearman correlations, all turned so that more is better. Above 0.9 nearly the same counts twice; below −0.4 what one gives the other takes.',
    correlationSummary: (redundant: number, conflicting: number) =>
      redundant + conflicting === 0
        ? 'No indicators are redundant or in conflict.'
        : `${redundant} pairs are redundant, ${conflicting} in conflict.`,
    redundant: 'redundant',
    conflicting: 'conflicting',
    pair: 'Pair',
    flag: 'Flag',
    one: 'There is one indicator only, and no pair.',
    list: ', ',
  },
})

export type RobustnessTexts = (typeof messages)['zh']
