type Words = readonly [message: string, hint: string]

/** Problems of ledgers in Chinese. */
export const LEDGER_CHINESE = {
  'read-as-ledger': [
    '按项目台账读取（每行一个项目）：表头有“{text}”',
    '如每行是一个园区，请在预览中改为“园区数据”重新读取',
  ],
  'no-project-column': ['没有找到项目名称或宗地编号列', '请指定哪一列是项目名称或宗地编号'],
  'project-missing': [
    '这一行没有项目名称，也没有宗地编号',
    '请补上其中之一；合并单元格请先取消合并并填充',
  ],
  'project-twice': [
    '“{text}”在第 {first} 行已经出现：同一园区、同一宗地（或项目）',
    '只读第一行；如是不同宗地，请填写各自的宗地编号',
  ],
  'date-unparsed': ['“{text}”不是日期', '请写作 2023-03-05、2023-03 或 2023'],
  'ledger-column-twice': [
    '“{header}”与第 {first} 列是同一项，未读',
    '请删除其中一列，或指定它是另一项',
  ],
  'ledger-unit-mismatch': [
    '“{header}”的单位 {unit} 不能是{field}的单位（应可换算为 {expected}）',
    '这一列的数值不参与计算；请核对表头或单位',
  ],
  'project-part': ['“{text}”是上一行的一部分，未读，以免重复计算', '如是单独的项目，请改写名称'],
  'project-figure-repeated': [
    '同一项目的多宗地有相同的数值 {text}（第 {first} 行也有），合计时会重复计算',
    '如是整个项目的数值，只填在一宗地上，其他留空',
  ],
  'project-without-parcel': [
    '“{text}”在同一园区既有带宗地编号的记录，也有不带的，按不同项目计，合计可能重复',
    '请补上宗地编号，或撤回其中一份台账',
  ],
  'parcel-damaged': [
    '宗地编号“{text}”被 Excel 改成了科学计数，原编号已丢失，按项目名称读取',
    '请把该列设为文本后重新填写编号',
  ],
  'header-changed': [
    '这里又出现表头，且与第一个不同（“{header}”变为“{text}”），以下各行未读',
    '请统一表头和单位，或拆成两个文件上传',
  ],
} as const satisfies Record<string, Words>

/** Problems of ledgers in English. */
export const LEDGER_ENGLISH = {
  'read-as-ledger': [
    'Read as a ledger of projects, one a row: its headers have “{text}”',
    'If a row is a zone, choose “figures of zones” in the preview and have it read again',
  ],
  'no-project-column': [
    'No column names the project or the parcel',
    'Choose the column with project names or parcel ids',
  ],
  'project-missing': [
    'This row names neither a project nor a parcel',
    'Add one of them; undo merged cells and fill them first',
  ],
  'project-twice': [
    '“{text}” stands in row {first} already: the same zone and parcel (or project)',
    'The first row is read; give each parcel its own id if they differ',
  ],
  'date-unparsed': ['“{text}” is not a date', 'Write 2023-03-05, 2023-03 or 2023'],
  'ledger-column-twice': [
    '“{header}” says the same as column {first} and is not read',
    'Remove one of them, or choose another item for it',
  ],
  'ledger-unit-mismatch': [
    'The unit {unit} of “{header}” cannot be that of {field} ({expected})',
    'Its figures take no part in sums; check the header or the unit',
  ],
  'project-part': [
    '“{text}” is a part of the row above and is not read, so as not to count it twice',
    'Change its name if it is a project of its own',
  ],
  'project-figure-repeated': [
    'Parcels of one project carry the same figure {text} (row {first} has it too): sums count each',
    'If it is the figure of the whole project, leave it on one parcel only',
  ],
  'project-without-parcel': [
    '“{text}” stands in its zone with a parcel id and without one: they count as two, perhaps wrongly',
    'Add the parcel id, or withdraw one of the ledgers',
  ],
  'parcel-damaged': [
    'Excel has turned the parcel id “{text}” into a power of ten and lost it; the name counts instead',
    'Format the column as text and enter the ids again',
  ],
  'header-changed': [
    'The header stands here again and differs (“{header}” is now “{text}”); the rows below are not read',
    'Give both parts one header and unit, or upload them as two files',
  ],
} as const satisfies Record<keyof typeof LEDGER_CHINESE, Words>
