import { defineMessages } from '#lib/i18n/index.ts'

interface LevelWords {
  readonly period: string
  readonly n: number
  readonly first: string
  readonly high: string
  readonly low: string
}

export const messages = defineMessages({
  zh: {
    title: '生产率',
    lede: '产出的多少，有多少是投入解释不了的？下面有三种算法：看变化用一种，看同一年里谁高谁低用另两种。',
    kinds: '算法',
    malmquist: '变化：马尔姆奎斯特指数',
    'cobb-douglas': '水平：柯布–道格拉斯残差',
    tornqvist: '水平：多边 Törnqvist 指数',
    malmquistNote:
      '这里是全要素生产率（TFP）的变化，不是水平：从一年到下一年，同样的投入多产出了多少。它等于追赶前沿（效率变化）乘前沿移动（技术变化），大于 1 是进步。',
    'cobb-douglasNote':
      '这里的“全要素生产率（TFP）”是水平：产出中按弹性折算的投入解释不了的部分（索洛残差），当期园区平均为 1。弹性由您给出，或由各园区的数据回归估计。只在同一期的园区之间可比。',
    tornqvistNote:
      '这里的“全要素生产率（TFP）”是水平：产出量指数除以投入量指数，按收入和成本的份额加权，不用估计弹性，平均园区为 1。只在同一期的园区之间可比。',
    period: '期别',
    byField: '用价格指数字段平减',
    byFigures: '用给出的价格指数平减',
    currentNote: '没有选平减指数，金额按当年价使用。',
    constantNote: '数据里的金额已是可比价，不再平减。',
    fieldNote: '每个园区的金额除以它自己的价格指数，换成起始期的价格。',
    givenNote: '所有园区用同一个价格指数，金额换成起始期的价格。',
    deflator: '价格指数字段',
    deflatorNote: '每期一个数，如上年 = 100 连乘后的定基指数；缺指数的园区不评。',
    chooseField: '（请选择）',
    index: '各期价格指数',
    indexNote: '定基指数，如 2022 年 100、2023 年 102.4；每期都要填。',
    elasticities: '产出弹性',
    elasticitiesNote: '全部留空就由数据估计；要自己给，就每项都给，如资本 0.4、劳动 0.6。',
    estimated: (text: string) => `${text}（由数据估计）`,
    revenues: '各项产出的收入',
    costs: '各项投入的成本',
    worthNote: '一项投入或一项产出时不需要份额；有两项以上时，每项都要选一个记它成本或收入的字段。',
    deflated: (base: string, by: string) => `${base} 年价格，按 ${by} 平减`,
    levelPrices:
      '没有平减：金额是当年价。水平只比较同一期的园区，同一期里价格相同，不影响谁高谁低。',
    levelTable: (period: string, n: number) => `${period} 期 ${n} 个园区的全要素生产率水平`,
    levelRegion: '生产率水平表，可左右滚动',
    rank: '名次',
    type: '类型',
    level: '水平（平均 = 1）',
    beside: '与平均相比',
    noLevels: '没有园区能算出水平。',
    levelSummary: ({ period, n, first, high, low }: LevelWords) =>
      `${period} 期 ${n} 个园区：${first}最高，是平均园区的 ${high} 倍；最低的是 ${low} 倍。`,
    noData: '还没有数据。先上传一份园区的 CSV。',
    onePeriod: '只有一期数据，还不能比较。再上传一期就可以了。',
    upload: '上传数据',
    setup: '投入、产出与期别',
    inputs: '投入',
    outputs: '产出',
    from: '从',
    to: '到',
    orientation: '方向',
    input: '缩减投入',
    output: '扩大产出',
    reference: '参照的前沿',
    usual: '默认（两期用各期前沿，多期用共同前沿）',
    contemporaneous: '各期自己的前沿',
    global: '所有期共同的前沿',
    prices: '金额按',
    current: '当年价',
    constant: '可比价（数据已平减）',
    none: '没有金额',
    show: '计算',
    failed: (message: string) => `算不出来：${message}`,
    currentPrices:
      '金额是当年价：涨价也会算成进步。请在上面选平减指数，或只用实物量，才能排除价格影响。',
    summary: ({
      from,
      to,
      n,
      size,
      up,
    }: {
      from: string
      to: string
      n: number
      size: string
      up: boolean
    }) => `${from}–${to}，${n} 个园区的生产率平均${up ? '上升' : '下降'} ${size}`,
    same: (from: string, to: string, n: number) => `${from}–${to}，${n} 个园区的生产率平均不变`,
    parts: (efficiency: string, technical: string) =>
      `其中追赶前沿 ${efficiency}，前沿移动 ${technical}`,
    rising: (n: number, of: number) => `${of} 个中 ${n} 个上升`,
    lastPair: (text: string) => `最近一段${text}`,
    years: '逐年平均',
    yearsChart: '逐年平均的分解',
    yearsRegion: '逐年平均表',
    pair: '期间',
    zones: '园区数',
    indexColumn: '生产率',
    efficiency: '效率变化',
    technical: '技术变化',
    pure: '纯效率',
    scale: '规模',
    change: '变化（1 = 不变）',
    chartSummary: (n: number, best: string, bestValue: string) =>
      `${n} 段中，平均生产率变化最大的是 ${best}（${bestValue}）。`,
    table: (pair: string, n: number) => `${pair}：${n} 个园区`,
    region: '园区表，可左右滚动',
    choosePair: '看另一段',
    zone: '园区',
    zoneOver: (name: string) => `${name}：逐年变化`,
    zoneSummary: (name: string, up: number, of: number) => `${name}在 ${of} 段中有 ${up} 段上升。`,
    close: '关闭',
    excluded: (n: number) => `未评（${n}）`,
    more: (n: number) => `另有 ${n} 条，见导出的 CSV`,
    card: '口径卡',
    source: '来源',
    csv: '导出 CSV',
    list: '、',
    stop: '。',
    comma: '；',
  },
  en: {
    title: 'Productivity',
    lede: 'How much of output do inputs not explain? There are three ways: one for change over the years, two for who is high and low in the same year.',
    kinds: 'Ways',
    malmquist: 'Change: Malmquist index',
    'cobb-douglas': 'Level: Cobb–Douglas residual',
    tornqvist: 'Level: multilateral Törnqvist',
    malmquistNote:
      'This is the change of total factor productivity (TFP), not its level: how much more came of the same inputs from one year to the next. It is catching up with the frontier (efficiency change) times the frontier moving (technical change); above 1 is improvement.',
    'cobb-douglasNote':
      'Here “total factor productivity (TFP)” is a level: output beyond what inputs explain by their elasticities (the Solow residual); the average zone of the period is 1. You give the elasticities, or a regression over the zones estimates them. Only zones of one period compare.',
    tornqvistNote:
      'Here “total factor productivity (TFP)” is a level: an index of outputs over one of inputs, weighted by shares of revenue and cost, with no elasticities to estimate; the average zone is 1. Only zones of one period compare.',
    period: 'Period',
    byField: 'deflated by a field',
    byFigures: 'deflated by figures given here',
    currentNote: 'No deflator is chosen: money is used in current prices.',
    constantNote: 'Money in the data is in constant prices already and is not deflated again.',
    fieldNote:
      'The money of each zone is divided by its own price index, into prices of the first period.',
    givenNote: 'One price index for all zones puts money into prices of the first period.',
    deflator: 'Field with the price index',
    deflatorNote: 'A figure a period on one base; a zone without an index is not scored.',
    chooseField: '(choose)',
    index: 'Price index by period',
    indexNote: 'On one base, such as 100 in 2022 and 102.4 in 2023; every period needs one.',
    elasticities: 'Elasticities',
    elasticitiesNote:
      'Leave all empty to estimate them from the data, or give each, such as capital 0.4 and labour 0.6.',
    estimated: (text: string) => `${text} (estimated from the data)`,
    revenues: 'Revenue of each output',
    costs: 'Cost of each input',
    worthNote:
      'A single input or output needs no shares; of two or more each needs a field that says its cost or revenue.',
    deflated: (base: string, by: string) => `prices of ${base}, by ${by}`,
    levelPrices:
      'Nothing is deflated: money is in current prices. Levels compare zones of one period, whose prices are the same, so that the order is not touched.',
    levelTable: (period: string, n: number) =>
      `Levels of total factor productivity of ${n} zones, ${period}`,
    levelRegion: 'Table of productivity levels, scrolls sideways',
    rank: 'Rank',
    type: 'Type',
    level: 'Level (average = 1)',
    beside: 'Beside the average',
    noLevels: 'No zone has a level.',
    levelSummary: ({ period, n, first, high, low }: LevelWords) =>
      `${period}, ${n} zones: ${first} is highest at ${high} times the average zone; the lowest is at ${low}.`,
    noData: 'No data yet. Upload a CSV of your zones first.',
    onePeriod: 'There is one period only and nothing to compare. Upload another.',
    upload: 'Upload data',
    setup: 'Inputs, outputs and periods',
    inputs: 'Inputs',
    outputs: 'Outputs',
    from: 'From',
    to: 'To',
    orientation: 'Orientation',
    input: 'shrink inputs',
    output: 'grow outputs',
    reference: 'Frontier',
    usual: 'usual (own frontiers for two periods, a common one for more)',
    contemporaneous: 'that of each period',
    global: 'one of all periods',
    prices: 'Money is in',
    current: 'current prices',
    constant: 'constant prices (deflated data)',
    none: 'no money',
    show: 'Compute',
    failed: (message: string) => `No answer: ${message}`,
    currentPrices:
      'Money is in current prices: rising prices count as improvement. Choose a deflator above, or physical quantities only, to keep prices out.',
    summary: ({
      from,
      to,
      n,
      size,
      up,
    }: {
      from: string
      to: string
      n: number
      size: string
      up: boolean
    }) =>
      `${from}–${to}: the productivity of ${n} zones ${up ? 'rose' : 'fell'} by ${size} on average`,
    same: (from: string, to: string, n: number) =>
      `${from}–${to}: the productivity of ${n} zones stayed the same on average`,
    parts: (efficiency: string, technical: string) =>
      `catching up ${efficiency}, the frontier moving ${technical}`,
    rising: (n: number, of: number) => `${n} of ${of} rose`,
    lastPair: (text: string) => `in the latest step ${text}`,
    years: 'Means, year by year',
    yearsChart: 'The parts of the means, year by year',
    yearsRegion: 'Table of yearly means',
    pair: 'Step',
    zones: 'Zones',
    indexColumn: 'Productivity',
    efficiency: 'Efficiency change',
    technical: 'Technical change',
    pure: 'Pure efficiency',
    scale: 'Scale',
    change: 'change (1 = none)',
    chartSummary: (n: number, best: string, bestValue: string) =>
      `Of ${n} steps, mean productivity changed for the better most in ${best} (${bestValue}).`,
    table: (pair: string, n: number) => `${pair}: ${n} zones`,
    region: 'Table of zones, scrolls sideways',
    choosePair: 'Another step',
    zone: 'Zone',
    zoneOver: (name: string) => `${name}: change, year by year`,
    zoneSummary: (name: string, up: number, of: number) => `${name} rose in ${up} of ${of} steps.`,
    close: 'Close',
    excluded: (n: number) => `Not scored (${n})`,
    more: (n: number) => `${n} more are in the exported CSV`,
    card: 'Method card',
    source: 'Source',
    csv: 'Export CSV',
    list: ', ',
    stop: '.',
    comma: '; ',
  },
})

export type ProductivityTexts = (typeof messages)['zh']
