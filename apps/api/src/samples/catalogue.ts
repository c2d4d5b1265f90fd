import type { Names } from '../contract.ts'

export interface SampleFile {
  readonly name: string
  /** Below `apps/api/samples`. */
  readonly path: string
  /** For a file that has no period of its own. */
  readonly period?: string
}

/** Data that ships with the product: real with its source cited, or synthetic and called so. */
export interface Sample {
  readonly id: string
  readonly name: Names
  readonly note: Names
  readonly kind: 'real' | 'synthetic'
  readonly source: Names
  readonly files: readonly SampleFile[]
}

const POLAND: Sample = {
  id: 'poland-sez',
  name: { zh: '波兰十个经济特区（真实数据）', en: 'Ten Polish special economic zones (real)' },
  note: {
    zh: '总面积、资本支出、就业岗位、营业许可与财务结果。来源没有注明年份：这里放在 2017 年期下，只为让数据有一个期别。论文把面积和资本支出当作成本；对规划者来说，资本支出是投资强度的分子。没有税收和供应工业用地面积，因此算不出亩均税收和投资强度，请按原始字段排名。',
    en: 'Area, capital expenditure, jobs, business permits and financial result. The source gives no year: the data stand under 2017 only so that they have a period. The paper counts area and capital expenditure as costs; to a planner, capital expenditure is the numerator of investment intensity. There is no tax and no supplied land, so rank by the raw fields.',
  },
  kind: 'real',
  source: {
    zh: 'GitHub：dabrze/topsis-improvement-actions（MIT 许可），论文 “Reaching the Top: A Comprehensive Framework for Post-Factum Analysis in TOPSIS” 的数据',
    en: 'GitHub: dabrze/topsis-improvement-actions (MIT), the data of the paper “Reaching the Top: A Comprehensive Framework for Post-Factum Analysis in TOPSIS”',
  },
  files: [{ name: 'poland-sez.csv', path: 'poland-sez.csv', period: '2017' }],
}

const CITY: Sample = {
  id: 'city-66',
  name: { zh: '示范市 66 个产业功能区（合成数据）', en: 'A city of 66 function zones (synthetic)' },
  note: {
    zh: '五个产业生态圈、2019–2024 年、40 个字段，全部由带种子的生成器产生，不代表任何真实地方。带有真实文件常见的毛病：GBK 与 UTF-8 编码、万元改亿元、空缺与破折号、千分位、合计行、一个功能区在 2022 年并入另一个、最新一年部分待公布。',
    en: 'Five ecosystems, 2019–2024, 40 fields, all from a seeded generator; no real place is meant. It has the flaws of real files: GBK and UTF-8, 万元 that becomes 亿元, gaps and dashes, thousands separators, total rows, a zone merged into another in 2022, and a newest year that is partly not yet published.',
  },
  kind: 'synthetic',
  source: {
    zh: '本项目的生成器 apps/api/samples/generate.ts',
    en: 'The project’s own generator, apps/api/samples/generate.ts',
  },
  files: [
    { name: 'city-66-2019-2021.csv', path: 'city-66-2019-2021.csv' },
    { name: 'city-66-2022-2024.csv', path: 'city-66-2022-2024.csv' },
  ],
}

const LEDGER: Sample = {
  id: 'city-66-projects',
  name: { zh: '示范市项目台账（合成数据）', en: 'A ledger of the city’s projects (synthetic)' },
  note: {
    zh: '示范市 11 个功能区的项目，每行一个，截至 2023 年底，全部由带种子的生成器产生，不代表任何真实项目。与“示范市 66 个产业功能区”一起载入时，各区合计与该区 2023 年的供地、投资、税收相符，只有两处人为差错留给核对去发现。',
    en: 'Projects of 11 zones of the synthetic city, one a row, up to the end of 2023, all from a seeded generator; no real project is meant. Loaded with the city, their sums agree with the zones’ land, investment and tax of 2023, but for two slips that the reconciliation finds.',
  },
  kind: 'synthetic',
  source: {
    zh: '本项目的生成器 apps/api/samples/generate.ts',
    en: 'The project’s own generator, apps/api/samples/generate.ts',
  },
  files: [{ name: 'city-66-projects.csv', path: 'city-66-projects.csv' }],
}

export const SAMPLES: readonly Sample[] = [CITY, LEDGER, POLAND]
