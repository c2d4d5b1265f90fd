import { parseUnit, type Unit } from '@permu/metrics'

export interface SplitLabel {
  /** The label without its unit; qualifiers such as (不含农户) and bases such as (上年=100) stay. */
  name: string
  unit: Unit | null
  /** Bracket text that looks like a unit and is not known. */
  unknown: string | null
}

const INVISIBLE = new RegExp('[\\0\\u200b\\ufeff]', 'gu')
const UNTIDY = new RegExp('[\\s\\0\\u200b]', 'u')

/** No blanks, tabs or marks of Excel around the label; inner line ends become nothing. */
export function cleanLabel(text: string): string {
  if (!UNTIDY.test(text)) return text
  return text
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\s*[\r\n]+\s*/gu, '')
    .replaceAll(/[\t\u00a0\u3000 ]+/gu, ' ')
    .trim()
}

const BRACKET = /[(（[【〔]([^()（）[\]【】〔〕]*)[)）\]】〕]/gu

/** Finds the unit in a header: the last bracket that is one, else what follows `_ / ： , `. */
export function splitLabel(text: string): SplitLabel {
  const label = cleanLabel(text)
  return fromBracket(label) ?? fromSeparator(label) ?? fromEnding(label) ?? bare(label)
}

function bare(label: string): SplitLabel {
  return { name: label, unit: null, unknown: unknownUnit(label) }
}

function fromBracket(label: string): SplitLabel | null {
  const brackets = [...label.matchAll(BRACKET)].reverse()
  for (const match of brackets) {
    const found = unitAmong(match[1] ?? '')
    if (found === null) continue
    const before = label.slice(0, match.index)
    const after = label.slice(match.index + match[0].length)
    const rest = found.rest === '' ? '' : `(${found.rest})`
    const name = tidyName(before + rest + after)
    if (name !== '') return { name, unit: found.unit, unknown: null }
  }
  return null
}

// A bracket may hold more than the unit: (亿元，当年价).
function unitAmong(content: string): { unit: Unit; rest: string } | null {
  const whole = statedUnit(content)
  if (whole !== null) return { unit: whole, rest: '' }
  const pieces = content.split(/[,，;；、]/u)
  const units = pieces.map(statedUnit)
  const at = units.findIndex((unit) => unit !== null)
  const unit = units[at]
  if (unit === null || unit === undefined || units.filter((u) => u !== null).length > 1) return null
  return { unit, rest: pieces.filter((_, i) => i !== at).join('，') }
}

/** The unit that a text states; a bare number such as 100 is not one. */
export function statedUnit(text: string): Unit | null {
  const clean = text
    .normalize('NFKC')
    .trim()
    .replace(/^(计量)?单位[:：]?/u, '')
    .trim()
  if (clean === '' || /^[\d.]+$/u.test(clean)) return null
  return parseUnit(clean) ?? parseUnit(clean.replace(/人民币$/u, ''))
}

const SEPARATORS = /[_/:：,，|]/gu
// 税收/亩 is tax per mu, not tax counted in mu.
const DENOMINATOR =
  /^(人|亩|户|家|个|公顷|平方公里|平方米|万人|年|km2|km²|ha|mu|m2|m²|person|capita)$/iu

function fromSeparator(label: string): SplitLabel | null {
  for (const match of label.matchAll(SEPARATORS)) {
    const suffix = label.slice(match.index + 1).trim()
    if (match[0] === '/' && DENOMINATOR.test(suffix)) continue
    const unit = statedUnit(suffix)
    const name = tidyName(label.slice(0, match.index))
    if (unit !== null && name !== '') return { name, unit, unknown: null }
  }
  return null
}

function fromEnding(label: string): SplitLabel | null {
  const percent = /^(.+?)\s*([%‰％])$/u.exec(label)
  if (percent !== null) return ending(percent[1], percent[2])
  const spaced = /^(.+)\s(\S*[\p{Script=Han}㎡²]\S*)$/u.exec(label)
  return spaced === null ? null : ending(spaced[1], spaced[2])
}

function ending(name = '', text = ''): SplitLabel | null {
  const unit = statedUnit(text)
  return unit === null ? null : { name: tidyName(name), unit, unknown: null }
}

function tidyName(text: string): string {
  return text.replace(/[\s_/:：,，|-]+$/u, '').trim()
}

const QUALIFIER =
  /=|^(不|含|按|其中|当年|上年|比|同比|环比|累计|现价|可比|人口|抽样|个数|规上|规模)/u
const UNIT_LIKE =
  /^[\p{Script=Han}a-z0-9/·²³^ ]{0,8}([元米吨亩顷瓦焦升台套辆度]|元\/.+)$|^[a-z]{1,3}[²³23]$|\/(km|m|ha|kw|t|h)[²³23]?$/iu

function unknownUnit(label: string): string | null {
  const last = [...label.matchAll(BRACKET)].at(-1)?.[1] ?? ''
  const content = last.normalize('NFKC').trim()
  return content !== '' && !QUALIFIER.test(content) && UNIT_LIKE.test(content) ? last.trim() : null
}

/** The id of a new field: stable, readable, made of the label alone. */
export function slug(label: string): string {
  const id = label
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
  return id === '' ? 'field' : id
}
