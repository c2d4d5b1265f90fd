/** A file as a person would write it, record by record. */
export interface Fixture {
  name: string
  /** Without their line ends; a record may hold quoted line ends. */
  records: string[]
  newline: '\n' | '\r\n' | '\r'
  /** File name, which may give the period. */
  file?: string
}

export const fixtures: readonly Fixture[] = [
  {
    name: 'title, unit, totals and source',
    newline: '\r\n',
    records: [
      '2023年开发区主要经济指标',
      '单位：万元',
      '',
      '开发区名称,年份,工业总产值,税收收入,固定资产投资',
      '青溪经济技术开发区,2023,"1,250,300.50",80211,306000',
      '白鹭湖高新区,2023,980450,61020.25,—',
      '望江临港工业园,2023,450000,,120500',
      '合计,2023,"2,680,750.50",141231.25,426500',
      '注：1.白鹭湖高新区投资额为快报数。',
      '数据来源：市统计局',
    ],
  },
  {
    name: 'plain and long',
    newline: '\n',
    records: [
      '园区,年份,季度,税收(万元),从业人员(人)',
      '甲山产业园,2022,1,120.5,3010',
      '甲山产业园,2022,2,131,3055',
      '乙水科技城,2022,1,88.25,1204',
      '乙水科技城,2022,2,暂无,1210',
    ],
  },
  {
    name: 'line ends and quotes inside cells',
    newline: '\n',
    records: [
      '"园区\n名称",年份,"税收\n(万元)",备注',
      '"东湖""光谷""园",2023,"1,200","第一行\n第二行"',
      '西岭新区,2023,300,"含逗号,和""引号"""',
      '南浦开发区,2023,45.5,',
      '北原产业园,2023,67,""',
    ],
  },
  {
    name: 'tabs',
    newline: '\r\n',
    records: [
      '园区名称\t年份\t规上工业增加值(亿元)\t用电量(万千瓦时)',
      '青溪经济技术开发区\t2021\t35.2\t10200',
      '白鹭湖高新区\t2021\t28.75\t9800.5',
      '望江临港工业园\t2021\t\t4500',
    ],
  },
  {
    name: 'trailing commas and blank rows',
    newline: '\n',
    records: [
      '地区,2022年,2021年,2020年,',
      '青溪区,120.5,110,98.25,',
      '白鹭区,88,,80,',
      '望江县,45,44,43,',
      ',,,,',
      ',,,,',
      '数据来源：市统计局,,,,',
    ],
    file: '地区生产总值(亿元).csv',
  },
  {
    name: 'periods across, as statistics offices export them',
    newline: '\r\n',
    records: [
      '数据库：分市年度数据',
      '指标：地区生产总值(亿元)',
      '时间：最近3年',
      '地区,2023年,2022年,2021年',
      '青溪市,1250.3,1180.2,1100',
      '白鹭市,980.45,,900.5',
      '注：2023年为初步核算数。',
      '　　　2.分项与合计略有出入。',
      '数据来源：国家统计局',
    ],
  },
  {
    name: 'fields down, periods across',
    newline: '\n',
    records: [
      '数据库：主要园区年度数据',
      '地区：青溪经济技术开发区',
      '时间：最近3年',
      '指标,2022年,2021年,2020年',
      '工业总产值(亿元),125.03,118.02,110',
      '税收收入(万元),80211,76500,70120',
      '从业人员(人),32010,31500,',
      '数据来源：国家统计局',
    ],
  },
  {
    name: 'tidy',
    newline: '\n',
    records: [
      '园区,年份,指标,单位,数值',
      '甲山产业园,2022,税收收入,万元,1200',
      '甲山产业园,2022,从业人员,人,3010',
      '乙水科技城,2022,税收收入,万元,880.5',
      '乙水科技城,2022,从业人员,人,',
    ],
  },
  {
    name: 'two header rows and full-width digits',
    newline: '\r',
    records: [
      '园区,2022年,,2023年,',
      ',税收(万元),产值(亿元),税收(万元),产值(亿元)',
      '甲山产业园,１２００,12.5,1300,13.5',
      '乙水科技城,880.5,9,(12.5),9.25',
    ],
  },
  {
    name: 'broken: an open quote, short and long rows',
    newline: '\n',
    records: [
      '园区,年份,税收(万元),产值(万元)',
      '甲山产业园,2022,1200,5000',
      '"乙水科技城,2022,880.5,4000',
      '丙岭园,2022,12',
      '丁湾园,2022,13,14,多余',
      '戊坡园,2022,十二,15',
    ],
  },
]

export function textOf({ records, newline }: Fixture): string {
  return records.map((record) => record + newline).join('')
}
