import type { UploadColumn } from '@permu/api/client'
import type { Locale } from '#lib/i18n/index.ts'

type Text = Readonly<Record<Locale, string>>
type Role = UploadColumn['role']

/** What a column can be, in the order in which people choose. */
export const ROLES: Readonly<Record<Role, Text>> = {
  zone: { zh: '园区名称', en: 'zone name' },
  'zone-code': { zh: '园区代码', en: 'zone code' },
  'zone-attribute': { zh: '园区属性', en: 'zone attribute' },
  period: { zh: '期别', en: 'period' },
  value: { zh: '数值', en: 'value' },
  field: { zh: '指标名称', en: 'name of the field' },
  unit: { zh: '计量单位', en: 'unit of the row' },
  ignored: { zh: '不使用', en: 'not used' },
}

const WHYS: Readonly<Record<string, Text>> = {
  person: { zh: '您指定的', en: 'you said so' },
  remembered: { zh: '映射记住的', en: 'the mapping remembers it' },
  'blank-column': { zh: '空列', en: 'the column is empty' },
  'period-header': { zh: '表头是年份或期别', en: 'the header is a period' },
  'serial-or-remark': { zh: '序号或备注列', en: 'a serial number or remark' },
  'period-word': { zh: '表头写明是期别', en: 'the header says period' },
  'code-word': { zh: '表头写明是代码', en: 'the header says code' },
  'attribute-word': { zh: '表头写明是园区属性', en: 'the header names an attribute' },
  'period-cells': { zh: '单元格写的是期别', en: 'the cells are periods' },
  numbers: { zh: '单元格是数字', en: 'the cells are numbers' },
  'no-values': { zh: '没有数值', en: 'there are no values' },
  'unit-in-header': { zh: '表头带单位', en: 'the header has a unit' },
  'known-field': { zh: '表头是已知字段', en: 'the header is a known field' },
  'no-label': { zh: '没有表头', en: 'there is no header' },
  'no-field': { zh: '认不出是什么字段', en: 'no field could be told' },
  'text-column': { zh: '单元格是文字', en: 'the cells are text' },
  'field-word': { zh: '表头写明是指标', en: 'the header says indicator' },
  'unit-word': { zh: '表头写明是单位', en: 'the header says unit' },
  'zone-word': { zh: '表头写明是园区或地区', en: 'the header says zone or place' },
  'first-text': { zh: '第一个文字列', en: 'the first column of text' },
  'ledger-item': { zh: '表头是台账的一项', en: 'the header is an item of ledgers' },
  'not-in-ledger': { zh: '不是台账的项', en: 'no item of ledgers' },
  'ledger-column-twice': { zh: '前面已有这一项', en: 'another column says it already' },
  'code-as-zone': {
    zh: '没有名称列,以代码作名称',
    en: 'no name column, so the code names the zone',
  },
}

const UNIT_SOURCES: Readonly<Record<string, Text>> = {
  header: { zh: '来自表头', en: 'from the header' },
  preamble: { zh: '来自表头前的说明', en: 'from the notes above the header' },
  'unit-row': { zh: '来自单位行', en: 'from the row of units' },
  cells: { zh: '写在单元格里', en: 'written in the cells' },
  person: { zh: '您指定的', en: 'you said so' },
}

export function whyText(why: string, locale: Locale): string {
  return WHYS[why]?.[locale] ?? why
}

export function unitSourceText(source: string | null | undefined, locale: Locale): string {
  return source ? (UNIT_SOURCES[source]?.[locale] ?? source) : ''
}

export const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GBK / GB18030',
  big5: 'Big5',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'utf-32le': 'UTF-32 LE',
  'utf-32be': 'UTF-32 BE',
  shift_jis: 'Shift JIS',
  'euc-jp': 'EUC-JP',
  'euc-kr': 'EUC-KR',
  'windows-1252': 'Windows-1252',
}

export const DELIMITERS = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'pipe'],
] as const

/** The role that a select names; anything else is not used. */
export function roleOf(text: string): Role {
  const roles: readonly Role[] = [
    'zone',
    'zone-code',
    'zone-attribute',
    'period',
    'value',
    'field',
    'unit',
  ]
  return roles.find((role) => role === text) ?? 'ignored'
}
