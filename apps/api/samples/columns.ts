/** The columns of the two files, with the headers and units that each of them uses. */

export interface Column {
  readonly field: string
  /** Header and unit in the file of 2019–2021, and in that of 2022–2024 where it changed. */
  readonly header: readonly [early: string, late: string]
  readonly decimals: readonly [early: number, late: number]
  /** What the figure is divided by on its way into the file. */
  readonly scale: readonly [early: number, late: number]
  /** Whether the 合计 row adds it up. */
  readonly additive: boolean
}

const same = <T>(value: T): readonly [T, T] => [value, value]

/** A money column: 万元 in the early file, 亿元 in the late one. */
function money(field: string, early: string, late = early): Column {
  const header = [`${early}(万元)`, `${late}(亿元)`] as const
  return { field, header, decimals: [0, 4], scale: [1, 10_000], additive: true }
}

function plain(field: string, header: string, decimals = 0): Column {
  return { field, header: same(header), decimals: same(decimals), scale: same(1), additive: true }
}

const rate = (column: Column): Column => ({ ...column, additive: false })

function renamed(column: Column, late: string): Column {
  return { ...column, header: [column.header[0], late] }
}

export const COLUMNS: readonly Column[] = [
  plain('zone-area', '规划面积(平方公里)', 2),
  plain('starter-zone-area', '起步区面积(平方公里)', 2),
  plain('starter-zone-built-area', '起步区建成面积(平方公里)', 2),
  renamed(plain('supplied-land', '供应工业用地面积(亩)'), '供给工业用地面积(亩)'),
  plain('ready-land', '已达到供地条件的土地面积(亩)'),
  plain('built-land', '已建成城镇建设用地面积(亩)'),
  plain('idle-land', '闲置土地面积(亩)'),
  plain('office-land', '行政办公及生活服务设施用地面积(亩)'),
  money('fixed-asset-investment', '累计固定资产投资', '累计完成固定资产投资'),
  money('annual-investment', '当年完成投资', '当年完成固定资产投资'),
  rate(plain('required-investment-intensity', '约定投资强度(万元/亩)')),
  rate(plain('land-price', '土地出让单价(万元/亩)', 1)),
  money('tax', '税收', '税收收入'),
  money('output', '总产值', '工业总产值'),
  money('value-added', '工业增加值'),
  money('revenue', '营业收入'),
  money('rd-expenditure', '研发投入', '研发经费支出'),
  money('local-purchases', '本地采购额'),
  money('purchases', '采购总额'),
  plain('starter-zone-production', '起步区产值(亿元)', 2),
  plain('floor-area', '总建筑面积(万平方米)', 2),
  plain('building-footprint', '建筑物、构筑物及堆场占地面积(万平方米)', 2),
  plain('standard-factory-area', '标准厂房建筑面积(万平方米)', 2),
  plain('specialised-building-area', '专业楼宇建筑面积(万平方米)', 2),
  plain('employees', '平均从业人员数(人)'),
  plain('energy', '综合能源消费量(吨标准煤)'),
  plain('pollutants', '主要污染物排放量(吨)', 2),
  plain('top500-firms', '500强企业数(家)'),
  plain('jobs', '就业岗位数(人)'),
  plain('employed-residents', '居住就业人口(人)'),
  plain('residents', '常住人口(人)'),
  plain('residents-covered', '15分钟生活圈覆盖人口(人)'),
  plain('land-use-residential', '居住用地面积(亩)'),
  plain('land-use-public-service', '公共管理与公共服务设施用地面积(亩)'),
  plain('land-use-commercial', '商业服务业设施用地面积(亩)'),
  plain('land-use-manufacturing', '现状工业用地面积(亩)'),
  plain('land-use-logistics', '物流仓储用地面积(亩)'),
  plain('land-use-transport', '道路与交通设施用地面积(亩)'),
  plain('land-use-utility', '公用设施用地面积(亩)'),
  plain('land-use-green', '绿地与广场用地面积(亩)'),
  plain('industrial-storage-land', '工矿仓储用地面积(亩)'),
  plain('industrial-floor-area', '工矿仓储用地总建筑面积(万平方米)', 2),
  plain('building-base-area', '建筑基底总面积(万平方米)', 2),
]
