import type { Problem } from './problem.ts'

type Words = readonly [message: string, hint: string]

const SAVE_ZH = '请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV 后上传'
const SAVE_EN = 'Open it in Excel or WPS, save it as .xlsx or CSV, and upload that'

const zh = (message: string, hint = SAVE_ZH): Words => [message, hint]
const en = (message: string, hint = SAVE_EN): Words => [message, hint]

/** Words of their own for a problem of a known kind, by `params.kind`. */
const KINDS: Record<string, { zh: Words; en: Words }> = {
  encrypted: {
    zh: zh('工作簿有密码保护，无法读取', '请取消密码后另存为 .xlsx 或 CSV，再上传'),
    en: en(
      'The workbook is protected by a password',
      'Remove the password, save it as .xlsx or CSV, and upload that',
    ),
  },
  xls: {
    zh: zh('这是旧版 Excel 文件（.xls）'),
    en: en('This is a file of an old Excel (.xls)'),
  },
  xlsb: { zh: zh('这是二进制工作簿（.xlsb）'), en: en('This is a binary workbook (.xlsb)') },
  ods: { zh: zh('这是 OpenDocument 表格（.ods）'), en: en('This is an OpenDocument sheet (.ods)') },
  zip: {
    zh: zh('这是压缩包或其他文档，不是工作簿', '请解压后上传其中的 .xlsx 或 CSV 文件'),
    en: en(
      'This is an archive or another document, not a workbook',
      'Unpack it and upload the .xlsx or CSV file',
    ),
  },
  damaged: {
    zh: zh('工作簿已损坏，无法读取', '请在 Excel 或 WPS 中打开修复，另存为 .xlsx 或 CSV 后上传'),
    en: en(
      'The workbook is damaged',
      'Open and mend it in Excel or WPS, save it as .xlsx or CSV, and upload that',
    ),
  },
  'expands-too-much': {
    zh: zh('工作簿解压后过大，未读取', '请删除多余内容，或另存为 CSV 后上传'),
    en: en(
      'The workbook expands to too much and was not read',
      'Delete what is not needed, or save it as CSV and upload that',
    ),
  },
  'too-many-cells': {
    zh: zh('工作表的单元格过多，未读取', '请拆分工作表，或另存为 CSV 后上传'),
    en: en(
      'The sheet has too many cells and was not read',
      'Split the sheet, or save it as CSV and upload that',
    ),
  },
  'scaled-format': {
    zh: zh(
      '“{header}”的数字格式只显示数值的一部分（如千或万），读取的是单元格中的原值“{text}”',
      '请确认单位是原值的单位；如表头写的是显示的单位，请改写单位',
    ),
    en: en(
      'The number format of “{header}” shows thousands or the like; the stored number “{text}” was read',
      'Make sure that the unit is that of the stored number, or correct the unit',
    ),
  },
  'unknown-sheet': {
    zh: zh('工作簿中没有工作表“{text}”', '请选择：{names}'),
    en: en('The workbook has no sheet “{text}”', 'Choose one of {names}'),
  },
  'no-sheet': {
    zh: zh('工作簿中没有可读的工作表', '请取消隐藏，或把数据放在普通工作表中'),
    en: en(
      'The workbook has no sheet to read',
      'Unhide the sheet, or put the data into an ordinary one',
    ),
  },
}

/** The words for the kind of a file, where the problem names one that has its own. */
export function wordsOfKind({ params }: Problem, lang: 'zh' | 'en'): Words | null {
  return KINDS[String(params?.['kind'] ?? '')]?.[lang] ?? null
}
