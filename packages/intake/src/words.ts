// The words by which headers, totals and footers are known in the files of zones.

/** A label reduced to what is compared: no blanks, no brackets at the end, lower case. */
export function wordOf(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_*:]+/gu, '')
}

const ZONE_STRONG =
  /^(产业|工业|经济)?(功能区|园区|开发区|产业园|工业园|集聚区|高新区|产业区|片区|板块|zone|park|sez)(\(.*\))?(全称|名称|名|name)?$|^(zone|park|sez)names?$/u
const ZONE_MIDDLE =
  /^(统计)?(地区|区域|省份|省市|省|城市|市|县市|市县|县|区划|行政区划|region|area|province|city|location|place|entity|country|territory)(名称|名|name)?$/u
const ZONE_WEAK =
  /^(全称|名称|单位名称|单位|主体|对象|(full)?name|names|label|title|企业名称|区县|市区县|district|county)$/u

/** 3 for a header that names zones outright, 0 for one that does not. */
export function zoneRank(label: string): number {
  const word = wordOf(label)
  if (ZONE_STRONG.test(word)) return 3
  if (ZONE_MIDDLE.test(word)) return 2
  return ZONE_WEAK.test(word) ? 1 : 0
}

export function isCodeLabel(label: string): boolean {
  return /(代码|编码|代号|识别码|code|(^|[^a-z])id)$/u.test(
    label.normalize('NFKC').trim().toLowerCase(),
  )
}

const IGNORED =
  /^(序号|编号|顺序|no\.?|#|序|排名|名次|位次|排序|全[省市国]排名|rank(ing)?|备注|附注|注|说明|填报人|联系人|联系电话|电话|remarks?|notes?|comments?|index|问题problem|problem)$/u

export function isIgnoredLabel(label: string): boolean {
  return IGNORED.test(wordOf(label))
}

const ATTRIBUTES: [string, RegExp][] = [
  [
    'leadIndustry',
    /主导产业|主要产业|重点产业|产业方向|产业定位|leadindustry|^(industry|sector|产业|行业)$/u,
  ],
  ['district', /所在(区|县|地|市)|所属(区|县|市|地)|区\(?市?\)?县|行政区|^(district|county)s?$/u],
  ['ecosystem', /生态圈|ecosystem/u],
  ['level', /级别|层级|等级|level|grade/u],
  ['type', /类型|类别|分类|性质|^(zone)?(type|category|kind|class)$/u],
]

export function attributeOf(label: string): string | null {
  const word = wordOf(label)
  return ATTRIBUTES.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

const PERIOD_WORDS: [string, RegExp][] = [
  ['year', /^(年份|年度|年|统计年度|统计年份|会计年度|year|yr|fiscalyear)$/u],
  ['quarter', /^(季度|季|quarter|qtr)$/u],
  ['half', /^(半年|半年度|halfyear|half)$/u],
  ['month', /^(月份|月|month)$/u],
  [
    'any',
    /^(时间|期|期间|期别|时期|日期|报告期|统计期|统计时间|数据时间|所属期|所属时期|period|date|time)$/u,
  ],
]

export function periodWord(label: string): string | null {
  const word = wordOf(label)
  return PERIOD_WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

export function isFieldWord(label: string): boolean {
  return /^(统计)?(指标|指标名称|项目|项目名称|字段|变量|指标项|indicators?|indicatorname|fields?|metrics?|measures?|variables?|items?|series(name)?)$/u.test(
    wordOf(label),
  )
}

export function isValueWord(label: string): boolean {
  return /^(数值|值|指标值|数据|数据值|数额|本期值|本期数|values?|obsvalue|amount|data)$/u.test(
    wordOf(label),
  )
}

export function isUnitWord(label: string): boolean {
  return /^(计量)?单位$|^units?(ofmeasure)?$|^uom$/u.test(wordOf(label))
}

const SUBTOTAL = /小计$|^sub-?totals?$/u
const TOTAL = /(合计|总计|总和|汇总|共计)$|^全[市省国区县部体]$|^(grand)?totals?$|^sum$/u
const AVERAGE = /^(平均|平均值|平均数|均值|中位数|最大值|最小值|averages?|means?|median)$/u

export type TotalKind = 'total' | 'subtotal' | 'average'

/** Whether a zone cell names a row that sums up others. */
export function totalKind(text: string): TotalKind | null {
  const word = wordOf(text).replaceAll(/[()<>《》【】[\]]/gu, '')
  if (SUBTOTAL.test(word)) return 'subtotal'
  if (TOTAL.test(word)) return 'total'
  return AVERAGE.test(word) ? 'average' : null
}

const FOOTER =
  /^[\s\u3000(（*※]*(注\s*\d*\s*[:：.、．]|注释|备注|附注|说明\s*\d*\s*[:：]|数据来源|资料来源|来源\s*[:：]|单位负责人|填表人|填报人|制表|审核人|联系人|填报日期|报出日期|打印日期|sources?\s*[:：]|notes?\s*\d*\s*[:：])/iu

export function isFooterText(text: string): boolean {
  return FOOTER.test(text)
}

const NOT_ADDITIVE =
  /率|比重|占比|比例|指数|人均|地均|亩均|户均|单位|平均|均值|增速|增长|增幅|强度|密度|价格|均价|系数|得分|评分|排名|率|%|rate|ratio|share|index|average|per\s|density|score|growth|price/iu

/** Whether the sum over zones means anything. */
export function isAdditiveLabel(label: string): boolean {
  return !NOT_ADDITIVE.test(label)
}
