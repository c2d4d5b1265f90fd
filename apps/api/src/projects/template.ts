import { LEDGER_ITEMS, type LedgerItem } from '@permu/intake'

type Lang = 'zh' | 'en'

const TEXTS = {
  zh: {
    file: '项目台账模板',
    data: '项目台账',
    notes: '说明',
    rules: [
      '每行填写一个项目；一个项目有多宗地时，每宗地一行，并填写宗地编号。',
      '没有数据的单元格留空，不要填 0；0 表示数值为零。',
      '列名括号内是单位；如用其他单位（亿元、公顷等），请改写括号内的单位，系统会换算。',
      '税收列名要写明年份；可以增加其他年份的列，例如“2022年税收(万元)”。',
      '土地价款与土地单价填写其一即可；日期写作 2023-03-05、2023-03 或 2023。',
    ],
    headings: ['列', '单位', '内容'],
    kinds: { zone: '文字', 'zone-code': '文字', text: '文字', date: '日期', number: '数值' },
    none: '无',
  },
  en: {
    file: 'permu-ledger-template',
    data: 'Ledger',
    notes: 'Notes',
    rules: [
      'One row holds one project; a project with several parcels has a row and an id for each.',
      'Leave a cell empty where there is no figure; 0 means that the figure is zero.',
      'The unit stands in brackets in the header; write another one there if you use it.',
      'The header of a tax column names its year; add columns for other years, such as “2022 Tax”.',
      'Fill in the total land price or that of a mu; write dates as 2023-03-05, 2023-03 or 2023.',
    ],
    headings: ['Column', 'Unit', 'Content'],
    kinds: { zone: 'text', 'zone-code': 'text', text: 'text', date: 'date', number: 'number' },
    none: 'none',
  },
} as const

function headerOf({ name, unit, dated }: LedgerItem, lang: Lang, year: number): string {
  const dot = lang === 'zh' ? `${String(year)}年${name.zh}` : `${String(year)} ${name.en}`
  const label = dated === true ? dot : name[lang]
  return unit === null ? label : `${label}(${unit})`
}

/** An empty ledger: its header, with tax of the year before, and what its columns hold. */
export function ledgerTemplate(lang: Lang, now: Date) {
  const texts = TEXTS[lang]
  const header = LEDGER_ITEMS.map((item) => headerOf(item, lang, now.getUTCFullYear() - 1))
  const described = LEDGER_ITEMS.map((item, i) => {
    return [header[i] ?? '', item.unit ?? texts.none, texts.kinds[item.kind]]
  })
  const notes = [...texts.rules.map((rule) => [rule]), [], [...texts.headings], ...described]
  return { file: texts.file, data: texts.data, notesName: texts.notes, header, notes }
}
