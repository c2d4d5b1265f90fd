import { fieldById } from './fields/catalogue.ts'
import type { Formula } from './formula.ts'

type Lang = 'zh' | 'en'

/** A formula in words, with the fields' names: `税收 ÷ 供应工业用地面积`. */
export function formulaText(formula: Formula, lang: 'zh' | 'en'): string {
  switch (formula.kind) {
    case 'field':
      return fieldById(formula.field)?.name[lang] ?? formula.field
    case 'constant':
      return String(formula.value)
    case 'entropy':
      return `−Σ pₖ ln pₖ ÷ ln ${formula.parts.length}${where('pₖ', formula.parts, lang)}`
    case 'coordination':
      return `√(C·T), C = n·ⁿ√(ΠU) ÷ ΣU, T = ΣU ÷ n${where('U', formula.parts, lang)}`
    case 'rescale':
      return rescaleText(formula, lang)
    default:
      return arithmeticText(formula, lang)
  }
}

type Kind<K extends Formula['kind']> = Extract<Formula, { kind: K }>
type Arithmetic = Kind<'divide' | 'multiply' | 'sum' | 'subtract'>

function arithmeticText(formula: Arithmetic, lang: Lang): string {
  switch (formula.kind) {
    case 'divide':
      return `${operand(formula.numerator, lang)} ÷ ${operand(formula.denominator, lang)}`
    case 'multiply':
      return formula.factors.map((factor) => operand(factor, lang)).join(' × ')
    case 'sum':
      return formula.terms.map((term) => formulaText(term, lang)).join(' + ')
    case 'subtract':
      return `${formulaText(formula.from, lang)} − ${operand(formula.minus, lang)}`
  }
}

function rescaleText({ of, into }: Kind<'rescale'>, lang: Lang): string {
  const range = `[${into.join(', ')}]`
  const text = formulaText(of, lang)
  return lang === 'zh'
    ? `（${text}）按各区极差归一到 ${range}`
    : `(${text}) min–max over zones to ${range}`
}

function operand(formula: Formula, lang: Lang): string {
  const text = formulaText(formula, lang)
  return formula.kind === 'field' || formula.kind === 'constant' ? text : `(${text})`
}

function where(symbol: string, parts: readonly Formula[], lang: Lang): string {
  const list = parts.map((part) => formulaText(part, lang))
  return lang === 'zh' ? `；${symbol}：${list.join('、')}` : `; ${symbol}: ${list.join(', ')}`
}
