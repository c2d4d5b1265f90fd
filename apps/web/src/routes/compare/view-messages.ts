import { defineMessages } from '#lib/i18n/index.ts'

interface BarFacts {
  readonly indicator: string
  readonly first: string
  readonly above: number
  readonly zones: number
}
interface ScatterFacts {
  readonly x: string
  readonly y: string
  readonly both: number
  readonly zones: number
}
interface StripFacts {
  readonly zones: number
  readonly indicators: number
  readonly zone: string
  readonly n: number
}
interface DuelFacts {
  readonly a: string
  readonly b: string
  readonly n: number
  readonly of: number
}
interface LineFacts {
  readonly indicator: string
  readonly from: string
  readonly to: string
  readonly up: number
  readonly zones: number
}
interface ShiftFacts {
  readonly from: string
  readonly to: string
  readonly up: number
  readonly down: number
}
interface MoveFacts {
  readonly indicator: string
  readonly zone: string
  readonly from: number
  readonly to: number
}

/** The views. */
export const messages = defineMessages({
  zh: {
    list: '、',
    tableRegion: '对比表，可左右滚动',
    figures: '图中的数值',
    indicator: '指标',
    zone: '园区',
    place: '位置',
    benchmark: '基准',
    medianMark: '中位数',
    groupMark: '同类中位数',
    percentile: (share: string) => `高于 ${share} 的园区`,
    differs: (text: string) => `与基准相差 ${text}`,
    kept: '达到',
    missed: '未达到',
    turn: '行列互换',
    heatKey:
      '底色：蓝为好于多数园区，橙为差于多数，越深越靠两端；方向为区间的指标不着色。▲▼ 为与基准之差。',
    other: (period: string) => `取自 ${period}`,
    x: '横轴',
    y: '纵轴',
    of: '指标',
    from: '从',
    to: '到',
    reference: (text: string) => `虚线：${text}`,
    groupTicks: '短竖线：各园区同类型的中位数',
    barSummary: ({ indicator, first, above, zones }: BarFacts) =>
      `${indicator}：${first}最高；${zones} 个园区中 ${above} 个不低于基准。`,
    noValues: (indicator: string) => `所选园区都没有${indicator}。`,
    scatterSummary: ({ x, y, both, zones }: ScatterFacts) =>
      `${x}与${y}：${zones} 个园区中 ${both} 个两项都高于虚线。`,
    scatterHint: '虚线把图分成四个象限；有名称的点是所选园区。',
    bubbles: '圆面积表示已供用地。',
    highHigh: '两项都高',
    highLow: '横高纵低',
    lowHigh: '横低纵高',
    lowLow: '两项都低',
    quadrant: '象限',
    count: '园区数',
    chosenHere: '其中所选',
    notDrawn: (names: string) => `缺其中一项、没有画出：${names}。`,
    twoNeeded: '散点图需要至少两项指标。',
    stripSummary: ({ zones, indicators, zone, n }: StripFacts) =>
      `${zones} 个所选园区在 ${indicators} 项指标上的位置；${zone}在 ${n} 项居全部园区前四分之一。`,
    stripHint: '灰线是其他园区，粗灰线是基准；每行从最低值到最高值，各行尺度不同。',
    lowest: '最低',
    highest: '最高',
    parallelSummary: (zone: string, indicator: string) =>
      `${zone}离其他园区最远的一项是${indicator}。`,
    parallelHint:
      '每根轴是好于多少园区（越低越好的指标已翻转）；灰线是其他园区。相邻轴换位，线的形状就会变。',
    better: '好于多少园区',
    radarCaution:
      '慎用：面积和形状随轴的次序而变，请只看每根轴上的远近。每根轴是好于多少园区，最外圈为 100 %。',
    radarGuard: '雷达图只画一至两个园区、三项以上指标。请去掉一些园区，或改用。',
    radarSummary: (zone: string, n: number, of: number) =>
      `${zone}在 ${of} 项指标中有 ${n} 项好于半数以上的园区。`,
    radarVersus: ({ a, b, n, of }: DuelFacts) => `${of} 项指标中，${a}有 ${n} 项好于${b}。`,
    linesSummary: ({ indicator, from, to, up, zones }: LineFacts) =>
      `${indicator}，${from} 至 ${to}：可比的 ${zones} 个园区中 ${up} 个上升。`,
    linesHint: '灰色虚线是全部园区的中位数。',
    valuesByPeriod: '历年数值',
    lineBreak: '与之前不可比',
    breaks: '虚线处园区合并、拆分或调整过边界：两侧的数值不可比，线在此断开，不计算跨越它的变化。',
    onePeriod: '只有一个期别，没有变化可画。',
    panelsHint: '每格一个园区，尺度相同；灰线是其他所选园区，虚线是全部园区的中位数。',
    panelSummary: (zone: string, from: string, to: string) => `${zone}：从 ${from} 到 ${to}`,
    shiftSummary: ({ from, to, up, down }: ShiftFacts) =>
      `${from} 到 ${to}：${up} 个上升，${down} 个下降。`,
    shiftBiggest: (zone: string, text: string) => `变化最大的是${zone}（${text}）。`,
    dumbbellHint: (from: string, to: string) => `○ ${from} · ● ${to}`,
    change: '变化',
    growth: '变化率',
    incomparable: '不可比',
    samePeriods: '请选两个不同的期别。',
    rank: '名次',
    ranksByPeriod: '历年名次',
    outOf: (rank: number, of: number) => `${rank} / ${of}`,
    bumpSummary: ({ indicator, zone, from, to }: MoveFacts) =>
      `按${indicator}排名，名次变化最大的是${zone}：从第 ${from} 名到第 ${to} 名。`,
    bumpStill: (indicator: string) => `按${indicator}排名，所选园区的名次没有可比的变化。`,
    bumpHint: '在全部有数据的园区中的名次，1 为最好；灰线是其他园区。',
    missing: '无数据',
  },
  en: {
    list: ', ',
    tableRegion: 'Comparison table, scrolls sideways',
    figures: 'The figures drawn',
    indicator: 'Indicator',
    zone: 'Zone',
    place: 'Place',
    benchmark: 'Benchmark',
    medianMark: 'median',
    groupMark: 'median of the type',
    percentile: (share: string) => `above ${share} of the zones`,
    differs: (text: string) => `${text} from the benchmark`,
    kept: 'met',
    missed: 'missed',
    turn: 'Swap rows and columns',
    heatKey:
      'Shade: blue is better than most zones, orange worse, deeper towards the ends; an indicator with a target range has none. ▲▼ is the difference to the benchmark.',
    other: (period: string) => `of ${period}`,
    x: 'Horizontal',
    y: 'Vertical',
    of: 'Indicator',
    from: 'From',
    to: 'To',
    reference: (text: string) => `Dashed: ${text}`,
    groupTicks: 'Short strokes: the median of each zone’s type',
    barSummary: ({ indicator, first, above, zones }: BarFacts) =>
      `${indicator}: ${first} is highest; ${above} of ${zones} zones are no lower than the benchmark.`,
    noValues: (indicator: string) => `None of the chosen zones has ${indicator}.`,
    scatterSummary: ({ x, y, both, zones }: ScatterFacts) =>
      `${x} against ${y}: ${both} of ${zones} zones are above both dashed lines.`,
    scatterHint:
      'Dashed lines part the plot into four quadrants; the named points are the chosen zones.',
    bubbles: 'The area of a point stands for supplied land.',
    highHigh: 'both high',
    highLow: 'high across, low up',
    lowHigh: 'low across, high up',
    lowLow: 'both low',
    quadrant: 'Quadrant',
    count: 'Zones',
    chosenHere: 'of these chosen',
    notDrawn: (names: string) => `Not drawn, for want of one of the two: ${names}.`,
    twoNeeded: 'A scatter plot needs two indicators.',
    stripSummary: ({ zones, indicators, zone, n }: StripFacts) =>
      `Where ${zones} chosen zones stand in ${indicators} indicators; ${zone} is in the best quarter of all zones in ${n}.`,
    stripHint:
      'Grey strokes are the other zones, the thick ones the benchmark; each row runs from lowest to highest, on a scale of its own.',
    lowest: 'lowest',
    highest: 'highest',
    parallelSummary: (zone: string, indicator: string) =>
      `${zone} stands furthest from the other chosen zones in ${indicator}.`,
    parallelHint:
      'An axis is the share of zones it is better than (turned over where less is better); grey lines are the other zones. Axes in another order give other shapes.',
    better: 'better than',
    radarCaution:
      'With care: area and shape change with the order of the axes, so read each axis by itself. An axis is the share of zones it is better than; the outer ring is 100 %.',
    radarGuard:
      'A radar chart is drawn for one or two zones and three or more indicators. Remove some zones, or use',
    radarSummary: (zone: string, n: number, of: number) =>
      `${zone} is better than half of the zones in ${n} of ${of} indicators.`,
    radarVersus: ({ a, b, n, of }: DuelFacts) =>
      `Of ${of} indicators, ${a} is better than ${b} in ${n}.`,
    linesSummary: ({ indicator, from, to, up, zones }: LineFacts) =>
      `${indicator}, ${from} to ${to}: ${up} of the ${zones} zones that compare rose.`,
    linesHint: 'The grey dashed line is the median of all zones.',
    valuesByPeriod: 'Values by period',
    lineBreak: 'not comparable with before',
    breaks:
      'At a dashed edge a zone was merged, split or cut anew: values on either side cannot be compared, the line stops, and no change across it is computed.',
    onePeriod: 'There is one period only, so nothing changes over time.',
    panelsHint:
      'A panel a zone, all on one scale; grey lines are the other chosen zones, the dashed one the median of all.',
    panelSummary: (zone: string, from: string, to: string) => `${zone}: from ${from} to ${to}`,
    shiftSummary: ({ from, to, up, down }: ShiftFacts) =>
      `${from} to ${to}: ${up} rose, ${down} fell.`,
    shiftBiggest: (zone: string, text: string) => ` ${zone} changed most (${text}).`,
    dumbbellHint: (from: string, to: string) => `○ ${from} · ● ${to}`,
    change: 'Change',
    growth: 'Change, %',
    incomparable: 'not comparable',
    samePeriods: 'Choose two different periods.',
    rank: 'rank',
    ranksByPeriod: 'Ranks by period',
    outOf: (rank: number, of: number) => `${rank} / ${of}`,
    bumpSummary: ({ indicator, zone, from, to }: MoveFacts) =>
      `Ranked by ${indicator}, ${zone} moved most: from ${from} to ${to}.`,
    bumpStill: (indicator: string) =>
      `Ranked by ${indicator}, no chosen zone has moved that can be compared.`,
    bumpHint: 'The rank among all zones with a value, 1 the best; grey lines are the other zones.',
    missing: 'no data',
  },
})
