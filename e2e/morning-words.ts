/** What a planner reads and presses, in both languages. */
export interface Words {
  readonly lang: 'zh' | 'en'
  readonly chooseFile: string
  readonly send: string
  readonly commit: string
  readonly read: string
  readonly ledgerRead: string
  readonly added: string
  readonly toLedger: string
  readonly toProjects: string
  readonly checks: string
  readonly linkage: string
  readonly landVerdict: string
  readonly taxVerdict: string
  readonly muchLand: string
  readonly compareThese: string
  readonly lines: string
  readonly taxPerLand: string
  readonly projects: string
  readonly supply: string
  readonly edit: string
  readonly otherwise: string
  readonly add: string
  readonly industry: string
  readonly required: string
  readonly note: string
  readonly why: string
  readonly save: string
  readonly saved: string
  readonly sentence: string
  readonly applied: string
  readonly negotiated: string
  readonly investment: string
  readonly tax: string
  readonly asked: string
  readonly zone: string
  readonly compute: string
  /** Area, price, total and penalties, each with its formula. */
  readonly decision: readonly string[]
  readonly rank: string
  readonly brief: string
  readonly verdict: string
  readonly print: string
}

const zh: Words = {
  lang: 'zh',
  chooseFile: '选择文件',
  send: '发送并核对',
  commit: '写入数据',
  read: '读出 12 个园区、299 个数值。',
  ledgerRead: '读出 12 个园区、220 个数值。',
  added: '已写入：新增 299 个数值，修改 0 个，相同 0 个；新增园区 12 个。',
  toLedger: '添加项目台账',
  toProjects: '看项目台账',
  checks: '36 项核对中有 2 项不符。',
  linkage: '双挂钩',
  landVerdict:
    '2023 年参评 12 个园区：3 个地多投少，3 个地少投多；低于容差的 5 个园区若都达到参照，可腾出土地 2,210 亩。',
  taxVerdict:
    '地价一侧参评 12 个：2 个价高税低，1 个价低税高；低于容差的 4 个园区若都达到参照，可增税收 15,000 万元/年。',
  muchLand: '地多投少',
  compareThese: '对比这些园区：地多投少',
  lines: '折线',
  taxPerLand: '亩均税收',
  projects: '项目',
  supply: '供地规则',
  edit: '修改规则',
  otherwise: '其他产业',
  add: '增加产业',
  industry: '产业',
  required: '要求',
  note: '改动说明',
  why: '按本市 2024 年供地要求',
  save: '保存为新版本',
  saved: '已保存为第 1 版',
  sentence: '投资强度要求：电子信息 400，其他产业 300 万元/亩。',
  applied: '20 个项目中，16 个的投资撑得起所供的地，4 个多供，共多 650 亩。',
  negotiated: '洽谈中的项目',
  investment: '承诺投资（万元）',
  tax: '承诺亩均税收（万元/亩·年）',
  asked: '申请面积（亩）',
  zone: '功能区',
  compute: '计算',
  decision: ['120 亩', '27 万元/亩', '3,240 万元', '64.8 万元', '480 万元'],
  rank: '排名',
  brief: '打印简报',
  verdict: '2023 期 12 个园区全部参评；槐树产业功能区居第一',
  print: '打印或存为 PDF',
}

const en: Words = {
  lang: 'en',
  chooseFile: 'Choose a file',
  send: 'Send and check',
  commit: 'Commit',
  read: '12 zones and 299 values were read.',
  ledgerRead: '12 zones and 220 values were read.',
  added: 'Committed: 299 values added, 0 changed, 0 the same, 12 zones added.',
  toLedger: 'Add a ledger of projects',
  toProjects: 'To the projects',
  checks: '2 of 36 checks differ.',
  linkage: 'Linkage',
  landVerdict:
    '2023: of 12 zones 3 hold much land at low investment and 3 little land at high investment; if the 5 below the tolerance reached the reference, 2,210 mu of land would come free.',
  taxVerdict:
    'Of 12 with a land price 2 have a high price and low tax, 1 a low price and high tax; if the 4 below the tolerance reached the reference, 15,000 × 10,000 CNY/yr of tax would be gained.',
  muchLand: 'much land, low investment',
  compareThese: 'Compare these: much land, low investment',
  lines: 'Lines',
  taxPerLand: 'tax per unit of land',
  projects: 'Projects',
  supply: 'Supply rule',
  edit: 'Change the rule',
  otherwise: 'Other industries',
  add: 'Add an industry',
  industry: 'Industry',
  required: 'Required',
  note: 'Why it is changed',
  why: 'What the city asks for in 2024',
  save: 'Save as a new version',
  saved: 'Saved as version 1',
  sentence: 'Required investment intensity: 电子信息 400, other industries 300 × 10,000 CNY/mu.',
  applied:
    'Of 20 projects 16 cover their land by investment; 4 have more than the rule grants, 650 mu in all.',
  negotiated: 'A project being negotiated',
  investment: 'Promised investment (10,000 CNY)',
  tax: 'Promised tax per mu (10,000 CNY/mu·yr)',
  asked: 'Area asked for (mu)',
  zone: 'Zone',
  compute: 'Compute',
  decision: [
    ...['120 mu', '27 × 10,000 CNY/mu', '3,240 × 10,000 CNY'],
    ...['64.8 × 10,000 CNY', '480 × 10,000 CNY'],
  ],
  rank: 'Ranking',
  brief: 'Printable brief',
  verdict: '2023: all 12 zones are ranked; 槐树产业功能区 is first',
  print: 'Print or save as PDF',
}

export const WORDS = [zh, en]
