import type { Change } from '@permu/api/client'
import { defineMessages } from '#lib/i18n/index.ts'

/** What a commit did, each number as text. */
interface Told {
  readonly added: string
  readonly changed: string
  readonly same: string
  readonly zones: string
}

export const messages = defineMessages({
  zh: {
    title: '数据的历史',
    lede: '每次写入、撤回、恢复都得到一个新的数据版本；任意两个版本可以逐格对比。',
    none: '数据还没有变化过。',
    region: '数据的历史，可左右滚动',
    version: '版本',
    when: '时间',
    by: '谁',
    kind: '做了什么',
    what: '变化',
    see: '查看',
    commit: '写入',
    withdraw: '撤回',
    backup: '恢复备份',
    restore: '恢复',
    zones: '园区变动',
    merge: '合并',
    split: '拆分',
    border: '调整边界',
    rename: '更名',
    counts: ({ added, changed, same, zones }: Told) =>
      `新增 ${added}，修改 ${changed}，相同 ${same}；新园区 ${zones}`,
    diff: '与上一版对比',
    diffLabel: (version: number) => `与上一版对比：版本 ${version}`,
    pick: '对比两个版本',
    from: '从版本',
    to: '到版本',
    compare: '对比',
    older: '更早的变化',
    newest: '最新的变化',
  },
  en: {
    title: 'History of the data',
    lede: 'Every commit, withdrawal and restoration makes a new data version; any two can be compared cell by cell.',
    none: 'The data have not changed yet.',
    region: 'History of the data, scrolls sideways',
    version: 'Version',
    when: 'When',
    by: 'By',
    kind: 'What was done',
    what: 'What changed',
    see: 'See',
    commit: 'commit',
    withdraw: 'withdrawal',
    backup: 'restored backup',
    restore: 'restoration',
    zones: 'change of zones',
    merge: 'merger',
    split: 'split',
    border: 'new border',
    rename: 'new name',
    counts: ({ added, changed, same, zones }: Told) =>
      `${added} added, ${changed} changed, ${same} the same; ${zones} new zones`,
    diff: 'Compare with the one before',
    diffLabel: (version: number) => `Compare with the one before: version ${version}`,
    pick: 'Compare two versions',
    from: 'From version',
    to: 'to version',
    compare: 'Compare',
    older: 'Older changes',
    newest: 'Newest changes',
  },
})

type Texts = (typeof messages)['zh']

/** What a change was, in words. */
export const kindText = (kind: Change['kind'], t: Texts): string => t[kind]

/** A note with the kind of a change of zones, which comes as a code before it, in words. */
export function noteText(note: string, t: Texts): string {
  return note.replace(/^(merge|split|border|rename)\b/u, (kind) => {
    return { merge: t.merge, split: t.split, border: t.border, rename: t.rename }[kind] ?? kind
  })
}
