import { makeUnit, type Unit, type UnitTerm } from './unit.ts'
import { atomByName, isMoney } from './units/catalogue.ts'
import { SCALE_NAMES } from './units/scale.ts'

const YEAR = /^(年|每年|yr|yrs|year|years|annum|a)$/
const LONGEST = 80

/**
 * The unit that a text writes, such as `万元/亩`, `PLN bn`, `亿元／平方公里`, `10,000 yuan per mu`.
 * The grammar is closed and exact: null for anything it does not know, an index base such as
 * `上年=100` included. Nothing is ever inferred from the size of numbers.
 */
export function parseUnit(text: string): Unit | null {
  if (text.length > LONGEST) return null
  const [top, ...below] = splitQuotient(normaliseUnitText(text))
  const above = top === undefined ? null : parseTerm(top, 1)
  if (!above) return null
  const denominators = below.map(parseDenominator)
  if (denominators.includes(null)) return null
  const known = denominators.filter((denominator) => denominator !== null)
  const years = known.filter(({ yearly }) => yearly).length
  if (years > 1) return null
  const terms = [above, ...known.flatMap(({ terms: more }) => more)]
  return makeUnit(withoutOnes(terms), years === 1)
}

/** As {@link parseUnit}, for a unit written in the program itself: throws when it is unknown. */
export function unitOf(text: string): Unit {
  const unit = parseUnit(text)
  if (!unit) throw new Error(`Unknown unit ${text}`)
  return unit
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function normaliseUnitText(text: string): string {
  const raised = text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (digits) => {
    return `^${[...digits].map((digit) => SUPERSCRIPTS.indexOf(digit)).join('')}`
  })
  const plain = raised
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(单位|unit)\s*:/, '')
    .replace(/\bper\s?cent/g, 'percent')
    .replace(/\bper\s?mil/g, 'permil')
    .replace(/\bp\.\s?a\.?$|\bper\s+annum\b|\bannually$/g, '/年')
    .replace(/\bper\b|每/g, '/')
    // Before spaces go: 10k m² is not 10 km².
    .replace(/(^|[^a-z])k\s+/g, '$1thousand')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/[∙•・⋅*×]/g, '·')
  return stripBrackets(plain)
}

function stripBrackets(text: string): string {
  const inner = /^[([【](.*)[)\]】]$/.exec(text)?.[1]
  return inner === undefined || /[()[\]【】]/.test(inner) ? text : inner
}

function splitQuotient(text: string): string[] {
  return text.split('/')
}

interface Denominator {
  readonly terms: readonly UnitTerm[]
  readonly yearly: boolean
}

// After a slash, "亩·年" divides by both, as Chinese standards write it; other products need brackets.
function parseDenominator(text: string): Denominator | null {
  const open = /^\((.*)\)(?:·(.*))?$/.exec(text)
  const product = open ? [...(open[1] ?? '').split('·'), open[2]] : text.split('·')
  const parts = product.filter((part) => part !== undefined)
  const yearly = parts.some((part) => YEAR.test(part))
  const others = parts.filter((part) => !YEAR.test(part))
  if (parts.length - others.length > 1) return null
  const terms = others.map((part) => parseTerm(part, -1))
  const known = terms.filter((term) => term !== null)
  if (known.length < terms.length) return null
  const loose = known.slice(1).some(({ atom }) => atom !== '月' && atom !== '天')
  return loose && !open ? null : { terms: known, yearly }
}

function parseTerm(text: string, power: 1 | -1): UnitTerm | null {
  const bare = /^人民币(.+)$/.exec(text)?.[1]
  if (bare !== undefined) {
    const money = parseTerm(stripBrackets(bare), power)
    if (money?.atom === '元') return money
  }
  const whole = atomByName(text)
  if (whole) return { atom: whole.id, scale: 0, power }
  return parseScaled(text, power)
}

function parseScaled(text: string, power: 1 | -1): UnitTerm | null {
  for (const { name, power: scale, moneyOnly } of SCALE_NAMES) {
    const before = text.startsWith(name) ? atomByName(text.slice(name.length)) : undefined
    if (before && (!moneyOnly || isMoney(before))) return { atom: before.id, scale, power }
    const after = text.endsWith(name) ? atomByName(text.slice(0, -name.length)) : undefined
    if (after && isMoney(after)) return { atom: after.id, scale, power }
  }
  return null
}

// "1" stands for a pure number: it only needs to be written when nothing else is above the line.
function withoutOnes(terms: readonly UnitTerm[]): UnitTerm[] {
  return terms.filter(({ atom, power }) => atom !== '1' || power === 1)
}
