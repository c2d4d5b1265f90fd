import { comparable, parseUnit, type Unit } from '@permu/metrics'
import { splitLabel } from '../label.ts'
import { splitDatedLabel } from '../period.ts'
import { isCodeLabel, wordOf, zoneRank } from '../words.ts'

/** What a ledger says of a project in one column. */
export type LedgerItemId =
  | 'zone'
  | 'zone-code'
  | 'project-name'
  | 'project-parcel'
  | 'project-industry'
  | 'project-supply-date'
  | 'project-agreement-date'
  | 'project-start-date'
  | 'project-completion-date'
  | 'project-area'
  | 'project-agreed-investment'
  | 'project-actual-investment'
  | 'project-agreed-tax'
  | 'project-tax'
  | 'project-land-price'
  | 'project-land-unit-price'

/** One item of a project ledger: its names, how its cells are read, and the unit it is shown in. */
export interface LedgerItem {
  readonly id: LedgerItemId
  readonly kind: 'zone' | 'zone-code' | 'text' | 'date' | 'number'
  readonly name: { readonly zh: string; readonly en: string }
  /** The unit that figures are shown and summed in; null for texts and dates. */
  readonly unit: string | null
  /** A figure of a period: its column or the file says which. */
  readonly dated?: true
}

const item = (
  id: LedgerItemId,
  kind: LedgerItem['kind'],
  [zh, en, unit]: readonly [zh: string, en: string, unit?: string],
): LedgerItem => ({ id, kind, name: { zh, en }, unit: unit ?? null })

/** Everything that a project ledger may say, in the order of its template. */
export const LEDGER_ITEMS: readonly LedgerItem[] = [
  item('zone-code', 'zone-code', ['功能区代码', 'Zone code']),
  item('zone', 'zone', ['功能区', 'Zone']),
  item('project-name', 'text', ['项目名称', 'Project name']),
  item('project-parcel', 'text', ['宗地编号', 'Parcel id']),
  item('project-industry', 'text', ['所属产业', 'Industry']),
  item('project-supply-date', 'date', ['供地日期', 'Supply date']),
  item('project-agreement-date', 'date', ['签约日期', 'Agreement date']),
  item('project-start-date', 'date', ['开工日期', 'Start date']),
  item('project-completion-date', 'date', ['竣工日期', 'Completion date']),
  item('project-area', 'number', ['供地面积', 'Area supplied', '亩']),
  item('project-agreed-investment', 'number', ['协议投资', 'Agreed investment', '万元']),
  item('project-actual-investment', 'number', ['实际投资', 'Actual investment', '万元']),
  item('project-land-price', 'number', ['土地价款', 'Land price, total', '万元']),
  item('project-land-unit-price', 'number', ['土地单价', 'Land price per mu', '万元/亩']),
  item('project-agreed-tax', 'number', ['约定亩均税收', 'Agreed tax per mu', '万元/亩·年']),
  { ...item('project-tax', 'number', ['税收', 'Tax', '万元']), dated: true },
]

const BY_ID = new Map<string, LedgerItem>(LEDGER_ITEMS.map((one) => [one.id, one]))

/** The item of an id; null where there is none. */
export function ledgerItem(id: string): LedgerItem | null {
  return BY_ID.get(id) ?? null
}

// A project lies in its zone: 所在园区, 所属功能区.
const OWN_ZONE =
  /^(所在|所属|归属|落户|落地|位于)的?(产业|工业|经济)?(功能区|园区|开发区|产业园|工业园|集聚区|高新区|产业区)(名称|名)?$/u
const DATE = '(日期|时间|年月|年份|年度)'
// Headers as ledgers write them, without unit, year and blanks; the first that fits counts.
const PATTERNS: readonly [LedgerItemId, RegExp][] = [
  [
    'project-name',
    /^(项目|企业|公司|用地单位|受让人|受让单位|竞得人|投资主体)(\(企业\))?(名称|名)?$|^(project|company|enterprise|firm)(name)?$/u,
  ],
  [
    'project-parcel',
    /^(宗地|地块|用地|出让地块)(编号|编码|代码|代号|号)$|^(parcel|plot|lot)(id|no\.?|number|code)?$/u,
  ],
  [
    'project-industry',
    /^(所属|项目|主要|主导)?(产业|行业)(类别|类型|门类|分类|名称)?$|^(industry|sector)$/u,
  ],
  [
    'project-supply-date',
    new RegExp(
      `^(土地)?(供地|供应|出让|拿地|成交|交地)${DATE}$|^suppl(y|ied)(date|on)$|^dateofsupply$`,
      'u',
    ),
  ],
  [
    'project-agreement-date',
    new RegExp(
      `^(协议|合同)?(签约|签订|协议|签署)${DATE}$|^(agreement|signing)date$|^signedon$`,
      'u',
    ),
  ],
  [
    'project-start-date',
    new RegExp(`^(实际)?(开工|动工)${DATE}$|^(construction)?start(date|ed)?$`, 'u'),
  ],
  [
    'project-completion-date',
    new RegExp(`^(实际)?(竣工|完工)${DATE}$|^complet(ion|ed)(date|on)?$`, 'u'),
  ],
  [
    'project-agreed-tax',
    /^(约定|承诺|协议)(年)?(亩均)?(年)?(税收|税收强度|税收贡献)$|^(agreed|promised)tax(permu)?$/u,
  ],
  [
    'project-land-unit-price',
    /^(土地|出让|成交|地价)(出让)?(单价|均价)$|^亩均(地价|土地价格)$|^land(unitprice|pricepermu)$/u,
  ],
  [
    'project-land-price',
    /^(土地|出让|成交|土地出让|土地成交)(总价|总价款|价款|价格|金|金额|款|价)$|^(地价|土地出让金)(款)?$|^land(price|cost)(,?total)?$|^totallandprice$/u,
  ],
  [
    'project-area',
    /^(实际)?(供地|供应|出让|用地|土地|宗地|地块|占地|供应土地|出让土地)(总)?面积$|^面积$|^(land|supplied|plot|parcel)?area(supplied)?$/u,
  ],
  [
    'project-agreed-investment',
    /^(协议|约定|计划|承诺|合同)(固定资产)?(总)?投资(总额|额)?$|^(项目)?总投资(额)?$|^(agreed|promised|planned)investment$/u,
  ],
  [
    'project-actual-investment',
    /^(实际|累计|已|累计实际)(完成|到位)?(固定资产)?(总)?投资(总额|额)?$|^完成(固定资产)?投资(额)?$|^固定资产投资(额)?$|^actualinvestment$/u,
  ],
  [
    'project-tax',
    /^(入库|实缴|上缴|缴纳|实际|全年)?(税收|税额|纳税额|税金)(收入|总额|贡献|额|合计)?$|^(实际)?纳税(总额)?$|^tax(es)?(paid|revenue)?$/u,
  ],
]

/** The item that a header names, its unit and year left aside; null where it names none. */
export function itemOfLabel(label: string): LedgerItem | null {
  const { name } = splitLabel(label)
  const dated = splitDatedLabel(name)
  const word = wordOf(dated?.label ?? name)
  const found = PATTERNS.find(([, pattern]) => pattern.test(word))
  if (found !== undefined) return dated === null ? ledgerItem(found[0]) : ofYear(found[0])
  if (isCodeLabel(label) && /^(功能区|园区|开发区|区域|zone|park)/u.test(word))
    return ledgerItem('zone-code')
  return zoneRank(label) >= 2 || OWN_ZONE.test(word) ? ledgerItem('zone') : null
}

/**
 * 2023年完成投资 is what one year saw, and 2023年累计完成投资 may be: neither is taken for the whole of a
 * project. A person may say so.
 */
function ofYear(id: LedgerItemId): LedgerItem | null {
  const item = ledgerItem(id)
  return item?.kind === 'number' && item.dated !== true ? null : item
}

/** The year that the header of a dated figure names; null where it names none. */
export const periodOfLabel = (label: string): string | null =>
  splitDatedLabel(splitLabel(label).name)?.period ?? null

/** Whether the words of a price say themselves that it is that of a unit of land, or of all of it. */
export function priceWords(label: string): 'each' | 'whole' | null {
  const word = wordOf(label)
  if (/单价|均价|亩均|unitprice|per(mu|ha)/u.test(word)) return 'each'
  return /总价|总额|总金额|total/u.test(word) ? 'whole' : null
}

/** Whether a unit can be that of an item. */
export function fitsItem(item: LedgerItem, unit: Unit): boolean {
  const own = item.unit === null ? null : parseUnit(item.unit)
  return own !== null && comparable(own, unit)
}
