import type { Policy, ZoneSuggestion } from '@permu/api/client'
import { counted } from '#lib/i18n/counted.ts'
import { defineMessages, type Locale } from '#lib/i18n/index.ts'

type Text = Readonly<Record<Locale, string>>

/** The three ways to deal with errors, in plain words. */
export const POLICIES: readonly {
  readonly id: Policy
  readonly name: Text
  readonly says: Text
}[] = [
  {
    id: 'skip-cells',
    name: { zh: '只跳过有错误的单元格', en: 'Leave out the cells with errors' },
    says: {
      zh: '同一行里没有错误的数值照常写入。',
      en: 'The other values of the same row are written.',
    },
  },
  {
    id: 'skip-rows',
    name: { zh: '跳过有错误的整行', en: 'Leave out the rows with errors' },
    says: {
      zh: '一行里有一处错误，这一行就都不写。',
      en: 'One error in a row, and nothing of that row is written.',
    },
  },
  {
    id: 'stop',
    name: { zh: '有错误就全部不写', en: 'Write nothing of a file with errors' },
    says: {
      zh: '改完所有错误才能写入。',
      en: 'It can be committed when every error is mended.',
    },
  },
]

const WHYS: Readonly<Record<ZoneSuggestion['why'], Text>> = {
  width: { zh: '只差全角半角', en: 'differs in character width only' },
  suffix: { zh: '只差后缀', en: 'differs in the ending only' },
  'one-character': { zh: '只差一个字', en: 'one character apart' },
  contained: { zh: '一个名称包含另一个', en: 'one name contains the other' },
  'former-name': { zh: '是它的旧名', en: 'is its former name' },
}

/** Why a known zone is offered for a name. */
export const suggestionText = (why: ZoneSuggestion['why'], locale: Locale): string =>
  WHYS[why][locale]

export const messages = defineMessages({
  zh: {
    policy: '有错误的数据怎么办',
    effectCells: (n: string) => `这份文件有 ${n} 处错误，出错的单元格不写入。`,
    effectRows: (n: string, rows: string) => `${rows} 行中有 ${n} 行不写入。`,
    effectStop: (n: string) => `现有 ${n} 处错误，还不能写入。`,
    effectNone: '没有错误，三种办法结果相同。',
    remembered: (version: number) => `按上次的映射读取，第 ${version} 版。`,
    applied: (version: number) => `按您指定的映射读取，第 ${version} 版。`,
    mappingWhy: '表头与以前的一份文件相同，所以用途、字段和单位沿用当时的选择。',
    refuse: '不用它，重新判断',
    refused: '没有使用记住的映射，各列是重新判断的。',
    exportMapping: '导出映射（JSON）',
    allMappings: '全部映射',
    zones: '园区',
    zonesSaid: (matched: string, added: string) => `${matched} 个园区已经认识；${added} 个将新增。`,
    near: '这些名称与已有园区很像，请确认',
    nearRow: (name: string, row: number) => `“${name}”（第 ${row} 行）`,
    same: (name: string, why: string) => `就是“${name}”（${why}）`,
    really: '确实是新园区',
    chosen: '您已确认',
    isSame: (name: string, zone: string) => `“${name}” 就是“${zone}”`,
    isNew: (name: string) => `“${name}” 是新园区`,
    undo: '改回',
    undoLabel: (what: string) => `改回：${what}`,
    added: (n: number) => `将新增的园区（${n}）`,
    addedRow: (row: number) => `第 ${row} 行`,
    changes: '写入后会怎样',
    changesRegion: '逐个数值的变化，可左右滚动',
    all: '全部',
    kinds: '显示哪些变化',
    kind: '变化',
    addedKind: '新增',
    changedKind: '修改',
    removedKind: '去掉',
    sameKind: '相同',
    zone: '园区',
    period: '期别',
    field: '字段',
    from: '原来',
    to: '写入后',
    where: '文件位置',
    at: (row: number, column: number) => `第 ${row} 行 第 ${column} 列`,
    none: '没有这样的变化。',
    pages: '数值的变化',
  },
  en: {
    policy: 'What to do with data that have errors',
    effectCells: (n: string) => `This file has ${n} errors; those cells are left out.`,
    effectRows: (n: string, rows: string) => `${n} of ${rows} rows are left out.`,
    effectStop: (n: string) =>
      `There ${n === '1' ? 'is' : 'are'} ${counted(n, 'error')}, so it cannot be committed yet.`,
    effectNone: 'There are no errors: all three come to the same.',
    remembered: (version: number) => `Read by the mapping of last time, version ${version}.`,
    applied: (version: number) => `Read by the mapping you named, version ${version}.`,
    mappingWhy:
      'The headers are those of an earlier file, so its roles, fields and units are used again.',
    refuse: 'Do not use it, judge afresh',
    refused: 'The remembered mapping is not used; the columns are judged afresh.',
    exportMapping: 'Export the mapping (JSON)',
    allMappings: 'All mappings',
    zones: 'Zones',
    zonesSaid: (matched: string, added: string) =>
      `${matched} zones are known; ${added} would be new.`,
    near: 'These names look like zones that exist: please say',
    nearRow: (name: string, row: number) => `“${name}” (row ${row})`,
    same: (name: string, why: string) => `It is “${name}” (${why})`,
    really: 'It is a new zone',
    chosen: 'What you said',
    isSame: (name: string, zone: string) => `“${name}” is “${zone}”`,
    isNew: (name: string) => `“${name}” is a new zone`,
    undo: 'Undo',
    undoLabel: (what: string) => `Undo: ${what}`,
    added: (n: number) => `Zones that would be new (${n})`,
    addedRow: (row: number) => `row ${row}`,
    changes: 'What would change',
    changesRegion: 'Changes number by number, scrolls sideways',
    all: 'All',
    kinds: 'Which changes',
    kind: 'Change',
    addedKind: 'added',
    changedKind: 'changed',
    removedKind: 'removed',
    sameKind: 'the same',
    zone: 'Zone',
    period: 'Period',
    field: 'Field',
    from: 'Before',
    to: 'After',
    where: 'In the file',
    at: (row: number, column: number) => `row ${row}, column ${column}`,
    none: 'There are no such changes.',
    pages: 'changes',
  },
})
