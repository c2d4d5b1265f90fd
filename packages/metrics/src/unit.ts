import {
  NUMBER,
  dimensionCurrencies,
  sameDimension,
  timesDimension,
  type Dimension,
} from './dimension.ts'
import { ONE, multiplier, ratio, timesRatio, type Ratio } from './ratio.ts'
import { atomById } from './units/catalogue.ts'
import { scaleSymbol } from './units/scale.ts'

/** The canonical symbol of a unit, such as `万元/亩`; {@link Unit.id} parses back to the same unit. */
export type UnitId = string

/** One factor of a unit: an atom of the catalogue, a power of ten before it, above or below the line. */
export interface UnitTerm {
  readonly atom: string
  readonly scale: number
  readonly power: 1 | -1
}

/**
 * A unit as data. `factor` is exact and leads to the base of its dimension (m, kg, tce, person,
 * count, and one of the currency). `yearly` marks a flow (`/年`, `·年`): it shows in the symbol and
 * not in the dimension, because tax is filed in 万元 and still is a yearly flow.
 */
export interface Unit {
  readonly id: UnitId
  readonly symbol: { readonly zh: string; readonly en: string }
  readonly dimension: Dimension
  readonly factor: { readonly numerator: number; readonly denominator: number }
  readonly terms: readonly UnitTerm[]
  readonly yearly: boolean
}

export function makeUnit(terms: readonly UnitTerm[], yearly: boolean): Unit | null {
  let factor = ONE
  let dimension = NUMBER
  for (const { atom: id, scale, power } of terms) {
    const atom = atomById(id)
    const scaled = timesRatio(atom.factor, ratio(10n ** BigInt(scale), 1n))
    factor = timesRatio(factor, scaled, power)
    dimension = timesDimension(dimension, atom.dimension, power)
  }
  const numerator = Number(factor.n)
  const denominator = Number(factor.d)
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return null
  const zh = symbolOf(terms, yearly, 'zh')
  const symbol = { zh, en: symbolOf(terms, yearly, 'en') }
  return { id: zh, symbol, dimension, factor: { numerator, denominator }, terms, yearly }
}

/** Whether a value in one unit can be expressed in the other: same dimension, currency included. */
export function comparable(a: Unit, b: Unit): boolean {
  return sameDimension(a.dimension, b.dimension)
}

/** A value in another unit, by an exact factor; throws when the units are not {@link comparable}. */
export function convert(value: number, from: Unit, to: Unit): number {
  return multiplier(conversionRatio(from, to))(value)
}

/** The conversion as people write it: `亿元 × 10 000 → 万元`; throws when not {@link comparable}. */
export function conversionText(from: Unit, to: Unit, lang: 'zh' | 'en' = 'zh'): string {
  const { n, d } = conversionRatio(from, to)
  return `${from.symbol[lang]} ${factorText(n, d)}→ ${to.symbol[lang]}`
}

/** The ISO 4217 code of the unit's currency; null when it has none, or more than one. */
export function currencyOf(unit: Unit): string | null {
  const [code, second] = dimensionCurrencies(unit.dimension)
  return code !== undefined && second === undefined ? code : null
}

export function unitRatio(unit: Unit): Ratio {
  return ratio(BigInt(unit.factor.numerator), BigInt(unit.factor.denominator))
}

function conversionRatio(from: Unit, to: Unit): Ratio {
  if (!comparable(from, to)) throw new Error(`${from.id} does not convert to ${to.id}`)
  return timesRatio(unitRatio(from), unitRatio(to), -1)
}

function factorText(n: bigint, d: bigint): string {
  if (n === d) return ''
  if (n === 1n) return `÷ ${grouped(d)} `
  return d === 1n ? `× ${grouped(n)} ` : `× ${grouped(n)}/${grouped(d)} `
}

function grouped(whole: bigint): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ' ')
}

function symbolOf(terms: readonly UnitTerm[], yearly: boolean, lang: 'zh' | 'en'): string {
  const above = terms.filter(({ power }) => power === 1).map((term) => termSymbol(term, lang))
  const below = terms.filter(({ power }) => power === -1).map((term) => termSymbol(term, lang))
  const year = lang === 'zh' ? '年' : 'yr'
  const top = above.join('·') || '1'
  if (below.length === 0) return yearly ? `${top}/${year}` : top
  const bottom = below.length === 1 ? below.join('') : `(${below.join('·')})`
  return `${top}/${bottom}${yearly ? `·${year}` : ''}`
}

function termSymbol({ atom: id, scale }: UnitTerm, lang: 'zh' | 'en'): string {
  const atom = atomById(id)
  return scaleSymbol(scale)[lang] + (lang === 'zh' ? atom.id : atom.en)
}
