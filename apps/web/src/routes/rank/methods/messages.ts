import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    title: '方法比较',
    lede: '同一批数据，换一种方法名次会怎样？每一列是一种方法，只改变列名所说的一步，其余与“排名”页相同；方案则整套替换。',
    now: '现在的口径',
    choose: '选择要比较的方法',
    apply: '比较',
    steps: '只改一步',
    presets: '整套方案',
    table: (n: number) => `${n} 个园区在各种方法下的名次`,
    region: '名次表，可左右滚动',
    zone: '园区',
    span: '名次跨度',
    ranked: (n: number) => `${n} 个参评`,
    fault: '不适用',
    slope: '名次怎样变动',
    slopeNote: (n: number, shown: number) =>
      `画出 ${shown} 个园区：彩色的是${n > 0 ? '置顶的' : '现在前 6 名的'}园区，其余为灰线。`,
    agreement: '方法之间的一致程度',
    agreementNote:
      '1 为完全一致。斯皮尔曼 ρ 看名次差多少，肯德尔 τ 看两两先后有多少一致；平均变动是名次平均移动几名。',
    pair: '方法对',
    shift: '平均变动',
    withNow: (name: string, rho: string) => `与现在的口径最不一致的是“${name}”（ρ = ${rho}）`,
    steady: (name: string, span: number) => `名次变动最大的是${name}，相差 ${span} 名`,
    allSame: '这些方法给出的名次完全相同',
    rank: '名次',
    none: '还没有选比较的方法。',
    stop: '。',
    comma: '；',
  },
  en: {
    title: 'Methods compared',
    lede: 'The same data by other methods. Each column changes only the step that it names and is otherwise the method of the ranking; a preset replaces all of it.',
    now: 'Present method',
    choose: 'Methods to compare',
    apply: 'Compare',
    steps: 'One step changed',
    presets: 'Whole presets',
    table: (n: number) => `Ranks of ${n} zones by each method`,
    region: 'Table of ranks, scrolls sideways',
    zone: 'Zone',
    span: 'Span',
    ranked: (n: number) => `${n} ranked`,
    fault: 'does not apply',
    slope: 'How ranks move',
    slopeNote: (n: number, shown: number) =>
      `${shown} zones are drawn: in colour ${n > 0 ? 'the pinned zones' : 'the present first six'}; all others are grey.`,
    agreement: 'How far methods agree',
    agreementNote:
      '1 = fully. Spearman’s ρ goes by the distance of ranks, Kendall’s τ by the pairs in the same order; the mean shift is in ranks.',
    pair: 'Pair',
    shift: 'Mean shift',
    withNow: (name: string, rho: string) =>
      `“${name}” agrees least with the present method (ρ = ${rho})`,
    steady: (name: string, span: number) => `${name} moves most, by ${span} ranks`,
    allSame: 'all these methods give the same ranks',
    rank: 'Rank',
    none: 'No method to compare is chosen.',
    stop: '.',
    comma: '; ',
  },
})

export type MethodsTexts = (typeof messages)['zh']
