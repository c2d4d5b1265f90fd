const WRITTEN: readonly (readonly [power: number, names: string])[] = [
  [1, '十 ten 10'],
  [2, '百 hundred 100'],
  [3, "千 k thousand thousands thou tys tys. '000 1000 1,000"],
  [4, '万 萬 10k tenthousand 10thousand 10000 10,000 w'],
  [5, '十万 hundredthousand 100thousand 100k 100000 100,000'],
  [6, '百万 million millions mn mln mio m 1000000 1,000,000'],
  [7, '千万 tenmillion 10million 10000000 10,000,000'],
  [8, '亿 億 万万 hundredmillion 100million 100mn 100000000 100,000,000'],
  [9, '十亿 billion billions bn bln b mld 1000000000 1,000,000,000'],
  [10, '百亿 tenbillion 10billion 10000000000 10,000,000,000'],
  [11, '千亿 hundredbillion 100billion'],
  [12, '万亿 trillion trillions tn trn'],
]

// A single letter means a multiplier only beside money: m is also the metre, and 10km² is not 10k m².
const MONEY_ONLY = new Set(['k', 'm', 'b', 'w', 'tn', '10k', '100k'])

export interface ScaleName {
  readonly name: string
  readonly power: number
  readonly moneyOnly: boolean
}

export const SCALE_NAMES: readonly ScaleName[] = WRITTEN.flatMap(([power, names]) =>
  [...names.split(' '), `10^${power}`].map((name) => ({
    name,
    power,
    moneyOnly: MONEY_ONLY.has(name),
  })),
)

const ENGLISH: Readonly<Record<number, string>> = {
  1: '10',
  2: '100',
  3: 'thousand',
  4: '10,000',
  5: '100,000',
  6: 'million',
  7: '10 million',
  8: '100 million',
  9: 'billion',
  10: '10 billion',
  11: '100 billion',
  12: 'trillion',
}

export function scaleSymbol(power: number): { zh: string; en: string } {
  if (power === 0) return { zh: '', en: '' }
  const zh = WRITTEN.find(([candidate]) => candidate === power)?.[1].split(' ')[0] ?? ''
  return { zh, en: `${ENGLISH[power] ?? ''} ` }
}
