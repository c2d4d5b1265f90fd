import { defineMessages } from '#lib/i18n/index.ts'

interface Verdict {
  readonly period: string
  readonly n: number
  readonly total: number
  readonly middle: string
}

export const messages = defineMessages({
  zh: {
    title: '起步区',
    lede: '起步区每平方公里产出多少，与全区相比如何；建成了多少；规模离 1 平方公里多远。',
    speech: '讲话 2019-12-27：“明确界定以1平方公里左右为起步区”',
    softMark: '1 平方公里是“左右”的软标记，不判合格与否；公布的起步区在 1–6 平方公里之间。',
    threeNote:
      '三个分母不能混用：规划面积、起步区面积、供应工业用地面积。分母不明的不计算，写明原因。',
    noData: '还没有数据。先上传一份园区的 CSV。',
    upload: '上传数据',
    setup: '期别、类型与分母',
    period: '期别',
    type: '类型',
    allTypes: '全部类型',
    denominator: '与什么相比',
    planned: '全区产值 ÷ 规划面积',
    supplied: '全区产值 ÷ 供应工业用地',
    starter: '只看起步区',
    show: '显示',
    verdict: ({ period, n, total, middle }: Verdict) =>
      `${period} ${total} 个园区中 ${n} 个有起步区产出强度，中位数 ${middle}`,
    verdictBeside: (denser: number, compared: number, times: string) =>
      `与全区规划面积相比，${compared} 个中 ${denser} 个起步区更密，中位数是 ${times} 倍`,
    verdictSize: (middle: string, low: string, high: string) =>
      `起步区面积中位数 ${middle}，从 ${low} 到 ${high}`,
    verdictBuilt: (middle: string) => `建成率中位数 ${middle}`,
    verdictNone: '没有园区有起步区的产出强度',
    density: '产出强度',
    first: '起步区',
    whole: '全区',
    plannedEnd: '全区（规划面积）',
    suppliedEnd: '全区（供应工业用地）',
    starterOnly: '起步区产出强度',
    chartSummary: (n: number, first: string, second: string) =>
      `${n} 个园区的起步区与${second}的产出强度，最高的是${first}。`,
    aloneSummary: (n: number, first: string) => `${n} 个园区的起步区产出强度，最高的是${first}。`,
    nobody: '没有园区',
    notDrawn: (n: number) => `${n} 个园区缺一端或两端，见下表的原因。`,
    showAll: (n: number) => `画出全部 ${n} 个`,
    showFew: '只画前 25 个',
    median: '中位数',
    table: (n: number) => `${n} 个园区：三个分母并列`,
    region: '起步区表，可左右滚动',
    zone: '园区',
    times: '起步区是全区的（规划面积）',
    sizeMark: '与 1 km² 相比',
    larger: (text: string) => `大 ${text}`,
    smaller: (text: string) => `小 ${text}`,
    equal: '恰好',
    missing: (n: number) => `缺数据的格子：${n}`,
    progress: '历期进展',
    progressNote:
      '中位数只算当期有数据的园区，各期的园区可能不同；“升降”只比两期都有数据、且没有合并拆分或调整边界的园区。',
    onePeriod: '只有一个期别，没有进展可画。',
    moved: (up: number, down: number, compared: number) => `${compared} 个中 ${up} 升 ${down} 降`,
    zones: (n: number) => `${n} 个园区`,
    progressSummary: (name: string, from: string, to: string) =>
      `${name}的中位数，${from} 至 ${to}`,
    progressTable: '历期中位数',
    quantity: '项目',
    csv: '导出 CSV',
    comma: '；',
    stop: '。',
  },
  en: {
    title: 'Starter zones',
    lede: 'What a square kilometre of the starter zone yields beside the whole zone, how much of it is built, and how far its area is from 1 km².',
    speech: 'Speech of 2019-12-27, in Chinese: “明确界定以1平方公里左右为起步区”',
    softMark:
      '1 km² is a soft mark (“about”), no pass or fail; announced starter zones run from 1 to 6 km².',
    threeNote:
      'Three denominators that are never mixed: planned area, starter-zone area, industrial land supplied. Where one is unknown nothing is computed, and the reason stands there.',
    noData: 'No data yet. Upload a CSV of your zones first.',
    upload: 'Upload data',
    setup: 'Period, type and denominator',
    period: 'Period',
    type: 'Type',
    allTypes: 'All types',
    denominator: 'Beside',
    planned: 'output of the zone ÷ planned area',
    supplied: 'output of the zone ÷ industrial land supplied',
    starter: 'the starter zone alone',
    show: 'Show',
    verdict: ({ period, n, total, middle }: Verdict) =>
      `${period}: ${n} of ${total} zones have an output per area of their starter zone, median ${middle}`,
    verdictBeside: (denser: number, compared: number, times: string) =>
      `beside the planned area ${denser} of ${compared} starter zones are denser than the whole, ${times} times at the median`,
    verdictSize: (middle: string, low: string, high: string) =>
      `their area is ${middle} at the median, from ${low} to ${high}`,
    verdictBuilt: (middle: string) => `${middle} is built at the median`,
    verdictNone: 'No zone has an output per area of its starter zone',
    density: 'output per area',
    first: 'starter zone',
    whole: 'whole zone',
    plannedEnd: 'whole zone (planned area)',
    suppliedEnd: 'whole zone (land supplied)',
    starterOnly: 'Output per area of the starter zone',
    chartSummary: (n: number, first: string, second: string) =>
      `Output per area of ${n} starter zones beside the ${second}; the highest is ${first}.`,
    aloneSummary: (n: number, first: string) =>
      `Output per area of ${n} starter zones; the highest is ${first}.`,
    nobody: 'none',
    notDrawn: (n: number) =>
      `${n} ${n === 1 ? 'zone lacks' : 'zones lack'} one end or both: the table below says why.`,
    showAll: (n: number) => `Draw all ${n}`,
    showFew: 'Draw the first 25 only',
    median: 'median',
    table: (n: number) => `${n} zones, three denominators side by side`,
    region: 'Table of starter zones, scrolls sideways',
    zone: 'Zone',
    times: 'Starter ÷ whole (planned area)',
    sizeMark: 'Beside 1 km²',
    larger: (text: string) => `${text} larger`,
    smaller: (text: string) => `${text} smaller`,
    equal: 'equal',
    missing: (n: number) => `Cells without a value: ${n}`,
    progress: 'Over the periods',
    progressNote:
      'A median is of the zones that report in that period, which may be others each time; “up and down” counts zones with both periods and no merger, split or new border between.',
    onePeriod: 'There is one period only, and no progress to draw.',
    moved: (up: number, down: number, compared: number) => `${up} up, ${down} down of ${compared}`,
    zones: (n: number) => `${n} zones`,
    progressSummary: (name: string, from: string, to: string) =>
      `Median of ${name}, ${from} to ${to}`,
    progressTable: 'Medians by period',
    quantity: 'Quantity',
    csv: 'Export CSV',
    comma: '; ',
    stop: '.',
  },
})

export type StarterTexts = (typeof messages)['zh']
