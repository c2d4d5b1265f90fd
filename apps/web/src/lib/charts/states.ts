import { LIGHT, type Tokens } from '#lib/chart/theme.ts'

/** What every chart must stand, for its golden pictures: two values a zone, and three in a row. */
export interface State {
  readonly names: readonly string[]
  readonly from: readonly (number | null)[]
  readonly to: readonly (number | null)[]
}

const LONG = ['都江堰康养产业功能区与青城山旅游度假带及周边乡镇协同发展示范片区管理委员会筹备组']

export const STATES: Readonly<Record<string, State>> = {
  normal: {
    names: ['天府新区', '高新南区', '青白江', '龙泉驿'],
    from: [61.2, 33.9, 18, 25.5],
    to: [75.6, 30.1, 22.9, 25.4],
  },
  one: { names: ['天府新区'], from: [61.2], to: [75.6] },
  two: { names: ['天府新区', '高新南区'], from: [61.2, 33.9], to: [75.6, 30.1] },
  long: {
    names: [...LONG, 'Chengdu International Railway Port Development Zone of Qingbaijiang'],
    from: [61.2, 33.9],
    to: [75.6, 30.1],
  },
  negative: { names: ['亏损园', '零产园', '盈利园'], from: [-3.5, 0, 4], to: [-7.7, 0, 5.2] },
  equal: { names: ['甲', '乙', '丙'], from: [12, 12, 12], to: [12, 12, 12] },
  missing: { names: ['甲', '乙', '丙'], from: [61.2, null, 18], to: [75.6, 30.1, null] },
}

/** The dark twin of the tokens, as app.css has them. */
export const DARK: Tokens = {
  ...LIGHT,
  ink: '#e9e6df',
  muted: '#a6aab0',
  line: '#34373c',
  paper: '#15171a',
  categories: ['#56b4e9', '#e69f00', '#2fc29a', '#dd9abf', '#f0e442', '#e0743a', '#a0a0a0'],
}

/** The states with their look: all in light, the normal one in dark besides. */
export const LOOKS: readonly (readonly [name: string, state: State, tokens: Tokens])[] = [
  ...Object.entries(STATES).map(([name, state]) => [name, state, LIGHT] as const),
  ...Object.entries(STATES)
    .filter(([name]) => name === 'normal')
    .map(([, state]) => ['dark', state, DARK] as const),
]

/** Zone by zone: name and both values. */
export const itemsOf = ({ names, from, to }: State) =>
  names.map((name, i) => ({ name, from: from[i] ?? null, to: to[i] ?? null }))
