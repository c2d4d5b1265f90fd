import { defineMessages } from '#lib/i18n/index.ts'

interface Verdict {
  readonly period: string
  readonly n: number
  readonly short: number
  readonly over: number
}

interface Gained {
  readonly zones: number
  readonly amount: string
  readonly worst: number
  readonly part: string
}

export const messages = defineMessages({
  zh: {
    title: '双挂钩',
    lede: '投资强度与供地面积挂钩，税收贡献与土地价格挂钩：谁占地多而投入少，谁地价高而缴税少。',
    projectRule: '规则为本工具所设，讲话未给出系数。（本项目口径）',
    speech: '讲话 2019-12-27：“全面推行投资强度与供给面积、税收贡献与土地价格‘双挂钩’”',
    noData: '还没有数据。先上传一份园区的 CSV。',
    upload: '上传数据',
    setup: '参照与容差',
    period: '期别',
    type: '类型',
    allTypes: '全部类型',
    reference: '参照',
    median: '所比园区的中位数',
    target: '自定目标',
    fit: '随横轴上升的拟合线',
    fitNote: '保序回归：横轴越大，参照不会越低；与各点最近。',
    investmentTarget: (unit: string) => `投资强度目标（${unit}）`,
    taxTarget: (unit: string) => `亩均税收目标（${unit}）`,
    targetNote: '没有填的一边仍与中位数相比。',
    tolerance: '容差 ±%',
    worst: '最差几个',
    show: '计算',
    failed: (message: string) => `算不出来：${message}`,
    land: '投资强度与供地面积',
    tax: '亩均税收与地价',
    verdictLand: ({ period, n, short, over }: Verdict) =>
      `${period}参评 ${n} 个园区：${short} 个地多投少，${over} 个地少投多`,
    verdictTax: ({ n, short, over }: Verdict) =>
      `地价一侧参评 ${n} 个：${short} 个价高税低，${over} 个价低税高`,
    gainLand: ({ zones, amount, worst, part }: Gained) =>
      `低于容差的 ${zones} 个园区若都达到参照，可腾出土地 ${amount}${worst < zones ? `，其中最差 ${worst} 个占 ${part}` : ''}`,
    gainTax: ({ zones, amount, worst, part }: Gained) =>
      `低于容差的 ${zones} 个园区若都达到参照，可增税收 ${amount}${worst < zones ? `，其中最差 ${worst} 个占 ${part}` : ''}`,
    gainNone: '没有园区低于容差',
    lackingClause: (n: number) => `${n} 个因缺数据未参评`,
    noneLinked: '没有园区同时有这两项数据',
    line: '参照',
    band: '容差边界',
    split: '中位数',
    chartSummary: ({ x, y, n }: { x: string; y: string; n: number }) =>
      `${n} 个园区的${x}与${y}；横线是参照，竖线是横轴的中位数。`,
    referenceIs: (text: string) => `参照：${text}`,
    lineIs: '参照随横轴上升，见图中的线。',
    lists: '各类名单',
    count: (n: number) => `${n} 个`,
    none: '没有园区',
    compare: '对比这些园区',
    compareOf: (list: string) => `对比这些园区：${list}`,
    more: (n: number) => `另有 ${n} 个，见 CSV`,
    worstTable: (n: number) => `最不匹配的 ${n} 个（离参照最远的在前）`,
    region: '名单，可左右滚动',
    zone: '园区',
    ratio: '为参照的',
    expected: '参照值',
    freed: '可腾出',
    gained: '可增',
    total: '合计（全部低于容差的园区）',
    worstTotal: '合计（表中园区）',
    formulaLand: '可腾出土地 = 供地 ×（1 − 投资强度 ÷ 参照）',
    formulaTax: '可增税收 =（参照 − 亩均税收）× 供地',
    formulaNote: '只算低于容差的园区，抬到参照本身，不是容差边界。',
    excluded: (n: number) => `未参评（${n}）`,
    lacks: (quantity: string) => `缺${quantity}`,
    coordination: '两者的耦合协调',
    coordinationNote: (low: string, high: string) =>
      `投资强度和亩均税收先按所比园区归一，再移到 [${low}, ${high}]，以免一项最低就整体为零；D = √(C·T)。是相对值：换一批园区或换一年不能直接比较。`,
    coordinationNone: '至少要两个园区有数据才能算。',
    classes: '十级分布',
    grade: '等级',
    from: '起点 D',
    zones: '园区数',
    cuts: '改分级点',
    cut: (k: number) => `第 ${k} 个分级点`,
    cutsNote: '九个在 0 与 1 之间递增的数；文献不一，常用间隔 0.1。填得不对就按常用的。',
    apply: '应用',
    reset: '恢复默认',
    lowest: (n: number) => `协调度最低的 ${n} 个`,
    coupling: 'C 耦合',
    development: 'T 发展',
    degree: 'D 协调',
    csv: '导出 CSV',
    list: '、',
    comma: '；',
    stop: '。',
  },
  en: {
    title: 'Dual linkage',
    lede: 'Investment intensity linked to the area supplied, tax to the price of land: who holds much land and invests little, who paid a high price and yields little tax.',
    projectRule: 'The rules are this tool’s own; the speech gives no coefficients. (Project rule)',
    speech:
      'Speech of 2019-12-27, in Chinese: “全面推行投资强度与供给面积、税收贡献与土地价格‘双挂钩’”',
    noData: 'No data yet. Upload a CSV of your zones first.',
    upload: 'Upload data',
    setup: 'Reference and tolerance',
    period: 'Period',
    type: 'Type',
    allTypes: 'All types',
    reference: 'Reference',
    median: 'median of the zones compared',
    target: 'own targets',
    fit: 'fitted line that rises',
    fitNote:
      'Isotonic regression: further right the reference is never lower, and it lies nearest to the points.',
    investmentTarget: (unit: string) => `Target of investment intensity (${unit})`,
    taxTarget: (unit: string) => `Target of tax per mu (${unit})`,
    targetNote: 'A side without a target stays beside its median.',
    tolerance: 'Tolerance ±%',
    worst: 'How many of the worst',
    show: 'Compute',
    failed: (message: string) => `No answer: ${message}`,
    land: 'Investment intensity and land supplied',
    tax: 'Tax per mu and land price',
    verdictLand: ({ period, n, short, over }: Verdict) =>
      `${period}: of ${n} ${n === 1 ? 'zone' : 'zones'} ${short} ${short === 1 ? 'holds' : 'hold'} much land at low investment and ${over} little land at high investment`,
    verdictTax: ({ n, short, over }: Verdict) =>
      `Of ${n} with a land price ${short} ${short === 1 ? 'has' : 'have'} a high price and low tax, ${over} a low price and high tax`,
    gainLand: ({ zones, amount, worst, part }: Gained) =>
      `if the ${zones} below the tolerance reached the reference, ${amount} of land would come free${worst < zones ? `, ${part} of it in the worst ${worst}` : ''}`,
    gainTax: ({ zones, amount, worst, part }: Gained) =>
      `if the ${zones} below the tolerance reached the reference, ${amount} of tax would be gained${worst < zones ? `, ${part} of it in the worst ${worst}` : ''}`,
    gainNone: 'no zone is below the tolerance',
    lackingClause: (n: number) => `${n} left out for their data`,
    noneLinked: 'No zone has both quantities',
    line: 'reference',
    band: 'edge of the tolerance',
    split: 'median',
    chartSummary: ({ x, y, n }: { x: string; y: string; n: number }) =>
      `${n} zones by ${x} and ${y}; the level line is the reference, the upright one the median to the right.`,
    referenceIs: (text: string) => `Reference: ${text}`,
    lineIs: 'The reference rises to the right: see the line.',
    lists: 'The zones of each class',
    count: (n: number) => String(n),
    none: 'No zone',
    compare: 'Compare these',
    compareOf: (list: string) => `Compare these: ${list}`,
    more: (n: number) => `${n} more in the CSV`,
    worstTable: (n: number) => `The ${n} least in line, furthest below first`,
    region: 'List of zones, scrolls sideways',
    zone: 'Zone',
    ratio: 'Share of the reference',
    expected: 'Reference',
    freed: 'Would come free',
    gained: 'Would be gained',
    total: 'Sum of all zones below the tolerance',
    worstTotal: 'Sum of the zones listed',
    formulaLand: 'Land freed = land supplied × (1 − investment intensity ÷ reference)',
    formulaTax: 'Tax gained = (reference − tax per mu) × land supplied',
    formulaNote:
      'Only zones below the tolerance count; they are lifted to the reference itself, not to the edge of the band.',
    excluded: (n: number) => `Left out (${n})`,
    lacks: (quantity: string) => `no ${quantity}`,
    coordination: 'How the two go together',
    coordinationNote: (low: string, high: string) =>
      `Investment intensity and tax per mu are scaled over the zones compared and moved onto [${low}, ${high}], or one zone at the bottom of one side would be 0 throughout; D = √(C·T). Relative: not comparable between sets of zones or years.`,
    coordinationNone: 'It takes two zones with data.',
    classes: 'The ten classes',
    grade: 'Class',
    from: 'From D',
    zones: 'Zones',
    cuts: 'Change the cuts',
    cut: (k: number) => `Cut ${k}`,
    cutsNote:
      'Nine rising numbers between 0 and 1; papers differ, a tenth apart is usual. Anything else counts as the usual ones.',
    apply: 'Apply',
    reset: 'Reset',
    lowest: (n: number) => `The ${n} least coordinated`,
    coupling: 'C coupling',
    development: 'T development',
    degree: 'D coordination',
    csv: 'Export CSV',
    list: ', ',
    comma: '; ',
    stop: '.',
  },
})

export type LinkageTexts = (typeof messages)['zh']
