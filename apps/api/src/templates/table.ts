import { FIELDS, parseUnit, type Field, type Unit } from '@permu/metrics'
import { splitList, unquote } from '../data/choose.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { TEXTS } from './messages.ts'

export interface TemplateQuery {
  fields?: string | undefined
  lang: 'zh' | 'en'
  zones: '0' | '1'
}

type TemplateField = Pick<Field, 'id' | 'name' | 'unit' | 'kind' | 'builtIn'> &
  Partial<Pick<Field, 'aliases' | 'caveat'>>

export interface Template {
  lang: 'zh' | 'en'
  fields: TemplateField[]
  zones: { name: string; code: string | null }[]
}

const COMMON = ['supplied-land', 'fixed-asset-investment', 'tax', 'output']
const ALIASES_TOLD = 6

/** Which fields and zones a template has; a field that nobody knows is named. */
export function planTemplate(snapshot: Snapshot, query: TemplateQuery): Outcome<Template> {
  const asked = splitList(query.fields).map(unquote)
  const known = new Map<string, TemplateField>(snapshot.fields)
  for (const field of FIELDS) known.set(field.id, field)
  const wanted = asked.length > 0 ? asked : COMMON
  const unknown = wanted.filter((id) => !known.has(id))
  if (unknown.length > 0) {
    return failed('not-found', `No field is called ${unknown.map((id) => `“${id}”`).join(', ')}.`)
  }
  const fields = [...new Set(wanted)].flatMap((id) => known.get(id) ?? [])
  const zones = query.zones === '1' ? snapshot.zones.map(({ name, code }) => ({ name, code })) : []
  return done({ lang: query.lang, fields, zones })
}

/** A unit as the reader knows it again; its id where the symbol would not be. */
function unitText(unit: Unit, lang: 'zh' | 'en'): string {
  const symbol = unit.symbol[lang]
  return parseUnit(symbol)?.id === unit.id ? symbol : unit.id
}

function headerOf({ name, unit }: TemplateField, lang: 'zh' | 'en'): string {
  return unit ? `${name[lang]}(${unitText(unit, lang)})` : name[lang]
}

/** The table itself: its header, and the known zones with nothing filled in. */
export function tableRows({ lang, fields, zones }: Template): string[][] {
  const header = [...TEXTS[lang].columns, ...fields.map((field) => headerOf(field, lang))]
  const blanks = header.slice(2).map(() => '')
  return [header, ...zones.map(({ name, code }) => [code ?? '', name, ...blanks])]
}

/** What each field means, in which unit, and how else its header may be written. */
export function explanation({ lang, fields }: Template): string[][] {
  const texts = TEXTS[lang]
  const described = fields.map((field) => [
    field.name[lang],
    field.unit ? unitText(field.unit, lang) : texts.noUnit,
    // What a file brought does not say whether it is a stock or a flow.
    field.builtIn ? texts.kinds[field.kind] : '',
    field.caveat?.[lang] ?? '',
    aliasesIn(field, lang).join(lang === 'zh' ? '、' : ', '),
  ])
  return [...texts.rules.map((rule) => [rule]), [], [...texts.headings], ...described]
}

const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

function aliasesIn({ aliases = [] }: TemplateField, lang: 'zh' | 'en'): string[] {
  return aliases.filter((alias) => isChinese(alias) === (lang === 'zh')).slice(0, ALIASES_TOLD)
}
