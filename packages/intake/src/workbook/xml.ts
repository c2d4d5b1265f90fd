import { Refusal } from './refusal.ts'

/** What a scanner finds; names come without their prefix. */
export interface XmlEvents {
  /** `tag` is all that stands between the name and the end of the tag: see `attribute`. */
  open(name: string, tag: string): void
  /** Text as it stands; long texts come in pieces. */
  text?(raw: string): void
  close?(name: string): void
}

/** No tag of a workbook is longer. */
const MAX_TAG = 1_000_000

/** A scanner for the XML of workbooks: no tree, no entities but the five, chunks of any size. */
export class XmlScanner {
  readonly #events: XmlEvents
  #rest = ''

  constructor(events: XmlEvents) {
    this.#events = events
  }

  push(text: string): void {
    const input = this.#rest === '' ? text : this.#rest + text
    let at = 0
    while (at < input.length) {
      const open = input.indexOf('<', at)
      if (open !== at) this.#text(input, at, open)
      if (open < 0) {
        at = endOfText(input, at)
        break
      }
      const end = markupEnd(input, open)
      at = open
      if (end < 0) break
      this.#markup(input, open, end)
      at = end
    }
    this.#rest = input.slice(at)
    if (this.#rest.length > MAX_TAG) throw new Refusal('damaged')
  }

  #text(input: string, from: number, open: number): void {
    const to = open < 0 ? endOfText(input, from) : open
    if (to > from) this.#events.text?.(input.slice(from, to))
  }

  end(): void {
    if (this.#rest.trim() !== '') throw new Refusal('damaged')
  }

  #markup(input: string, open: number, end: number): void {
    const second = input.charCodeAt(open + 1)
    if (second === 0x3f) return
    if (second === 0x21) {
      if (input.startsWith('<![CDATA[', open)) {
        this.#events.text?.(input.slice(open + 9, end - 3).replaceAll('&', '&amp;'))
      }
      return
    }
    if (second === 0x2f) {
      this.#events.close?.(localName(input.slice(open + 2, end - 1)))
      return
    }
    const alone = input.charCodeAt(end - 2) === 0x2f
    const last = alone ? end - 2 : end - 1
    const nameEnd = endOfName(input, open + 1, last)
    const name = localName(input.slice(open + 1, nameEnd))
    this.#events.open(name, input.slice(nameEnd, last))
    if (alone) this.#events.close?.(name)
  }
}

/** Where the text that may be told already ends: a cut entity waits for its other half. */
function endOfText(input: string, from: number): number {
  const entity = input.lastIndexOf('&')
  const cut = entity >= from && input.length - entity < 12 && input.indexOf(';', entity) < 0
  return cut ? entity : input.length
}

/** One past the end of the markup that begins at `open`; -1 where it is not complete yet. */
function markupEnd(input: string, open: number): number {
  if (input.startsWith('<!--', open)) return after(input, '-->', open + 4)
  if (input.startsWith('<![CDATA[', open)) return after(input, ']]>', open + 9)
  if (input.charCodeAt(open + 1) === 0x21 && input.length - open < 9) return -1
  return tagEnd(input, open + 1)
}

/** One past the `>` that stands in no attribute. */
function tagEnd(input: string, from: number): number {
  let quote = 0
  for (let i = from; i < input.length; i++) {
    const c = input.charCodeAt(i)
    if (quote !== 0) quote = c === quote ? 0 : quote
    else if (c === 0x3e) return i + 1
    else if (c === 0x22 || c === 0x27) quote = c
  }
  return -1
}

function after(input: string, mark: string, from: number): number {
  const at = input.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

const isBlank = (c: number) => c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09

function endOfName(input: string, from: number, to: number): number {
  let i = from
  while (i < to && !isBlank(input.charCodeAt(i))) i++
  return i
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  const local = colon < 0 ? name : name.slice(colon + 1)
  return isBlank(local.charCodeAt(local.length - 1)) ? local.trimEnd() : local
}

/** An attribute's value as it is meant; null where the tag has none of that name. */
export function attribute(tag: string, name: string): string | null {
  let i = 0
  while (i < tag.length) {
    while (i < tag.length && isBlank(tag.charCodeAt(i))) i++
    const equals = tag.indexOf('=', i)
    if (equals < 0) return null
    const found = tag.slice(i, equals)
    let open = equals + 1
    while (isBlank(tag.charCodeAt(open))) open++
    const close = closingQuote(tag, open)
    if (close < 0) return null
    if (found === name || found.trimEnd() === name) return decodeText(tag.slice(open + 1, close))
    i = close + 1
  }
  return null
}

function closingQuote(tag: string, open: number): number {
  const quote = tag.charAt(open)
  return quote === '"' || quote === "'" ? tag.indexOf(quote, open + 1) : -1
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name] ?? whole
  const hex = name[1] === 'x' || name[1] === 'X'
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10)
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/** The five entities and numbered characters; no other is known, so none can grow. */
export function decodeText(raw: string): string {
  return raw.includes('&') ? raw.replaceAll(/&(#?\w{1,10});/gu, entity) : raw
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([\da-f]{4})_/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
