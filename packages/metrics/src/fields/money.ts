import { defineField } from './define.ts'

export const MONEY_FIELDS = [
  defineField({
    id: 'fixed-asset-investment',
    zh: '固定资产投资（累计）',
    en: 'fixed-asset investment (cumulative)',
    unit: '万元',
    kind: 'stock',
    aliases:
      '固定资产投资|固定资产投资额|累计固定资产投资|累计固定资产投资额|累计完成固定资产投资|累计完成投资|固定资产总投资|固定资产投资累计完成额|项目固定资产总投资|fixed asset investment|fixed assets investment|cumulative investment|cumulative fixed asset investment|capital expenditure|capital expenditures',
    caveat: {
      zh: '累计值，含厂房、设备和地价款；当年完成投资是另一个字段。',
      en: 'Cumulative, with buildings, equipment and land price; the year’s own investment is another field.',
    },
  }),
  defineField({
    id: 'annual-investment',
    zh: '当年完成固定资产投资',
    en: 'fixed-asset investment of the year',
    unit: '万元',
    kind: 'flow',
    aliases:
      '完成投资|完成投资额|当年完成投资|当年完成投资额|本年完成投资|本年完成投资额|年度完成投资|年度投资额|完成固定资产投资|完成固定资产投资额|当年固定资产投资|当年固定资产投资额|本年固定资产投资|本年固定资产投资额|年度固定资产投资|年度固定资产投资额|本年完成固定资产投资|年度完成固定资产投资|annual investment|annual fixed asset investment|investment of the year',
  }),
  defineField({
    id: 'required-investment-intensity',
    zh: '约定投资强度',
    en: 'required investment intensity',
    unit: '万元/亩',
    kind: 'ratio',
    aliases:
      '投资强度要求|要求投资强度|投资强度标准|投资强度控制指标|投资强度准入标准|固定资产投资强度要求|required intensity|investment intensity requirement',
  }),
  defineField({
    id: 'land-price',
    zh: '土地出让单价',
    en: 'land price per unit of area',
    unit: '万元/亩',
    kind: 'ratio',
    aliases: '土地价格|地价|出让单价|土地单价|土地成交单价|亩均地价|land price|unit land price',
    caveat: {
      zh: '单位面积的价格，不是出让总价。',
      en: 'A price per unit of area, not the total paid for a parcel.',
    },
  }),
  defineField({
    id: 'tax',
    zh: '税收',
    en: 'tax',
    unit: '万元',
    kind: 'flow',
    aliases:
      '税收总额|税收收入|税收合计|税收贡献|税收额|年税收|年税收额|入库税收|入库税金|实际入库税收|实缴税收|实缴税金|税收实际贡献|上缴税收|上缴税金|缴纳税收|缴纳税金|纳税总额|纳税额|税金|税金总额|taxes|tax revenue|tax revenues|tax paid|taxes paid|total tax|tax contribution',
    caveat: {
      zh: '口径须一致：全口径、地方留成、实缴与应缴不能混用。',
      en: 'One definition throughout: total or local share, paid or due, must not be mixed.',
    },
  }),
  defineField({
    id: 'output',
    zh: '总产值',
    en: 'gross output',
    unit: '万元',
    kind: 'flow',
    aliases:
      '产值|工业总产值|年产值|年总产值|工业产值|规上工业总产值|规模以上工业总产值|output|industrial output|gross industrial output|output value|total output',
  }),
  defineField({
    id: 'value-added',
    zh: '工业增加值',
    en: 'industrial value added',
    unit: '万元',
    kind: 'flow',
    aliases: '增加值|规上工业增加值|规模以上工业增加值|value added|gross value added',
  }),
  defineField({
    id: 'revenue',
    zh: '营业收入',
    en: 'revenue',
    unit: '万元',
    kind: 'flow',
    aliases:
      '主营业务收入|营收|企业营业收入|营业总收入|operating revenue|business revenue|turnover|sales revenue',
  }),
  defineField({
    id: 'rd-expenditure',
    zh: '研发投入',
    en: 'R&D expenditure',
    unit: '万元',
    kind: 'flow',
    aliases:
      '研发经费|研发经费支出|研发费用|研发支出|研究与试验发展经费|研究与试验发展(R&D)经费|R&D经费|R&D经费支出|R&D投入|R&D|R&D spending|research and development expenditure',
  }),
  defineField({
    id: 'local-purchases',
    zh: '本地采购额',
    en: 'local purchases',
    unit: '万元',
    kind: 'flow',
    aliases: '本地配套额|本地配套采购额|区内采购额|本地采购金额|purchases from local suppliers',
  }),
  defineField({
    id: 'purchases',
    zh: '采购总额',
    en: 'purchases',
    unit: '万元',
    kind: 'flow',
    aliases:
      '采购额|总采购额|采购金额|全部采购额|原材料及零部件采购总额|total purchases|all purchases',
  }),
  defineField({
    id: 'starter-zone-production',
    zh: '起步区产值',
    en: 'starter-zone output',
    unit: '亿元',
    kind: 'flow',
    aliases: '起步区总产值|起步区工业总产值|起步区产出|starter zone output value',
  }),
]
