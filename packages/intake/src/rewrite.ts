/** How cells are quoted, where it is not as in RFC 4180. */
export interface Quoting {
  quote: string
  escape?: '\\'
  padded?: true
}

const START = 0
const PLAIN = 1
const QUOTED = 2
const ESCAPED = 3
const AFTER = 4
/** Inside a plain cell that begins with a double quote and is therefore quoted on the way out. */
const WRAPPED = 5

/** Whether the tokenizer, which knows RFC 4180 only, needs these cells rewritten. */
export function isUncommon({ quote, escape, padded }: Quoting): boolean {
  return quote === "'" || escape !== undefined || padded === true
}

/** Rewrites text in an uncommon quoting as RFC 4180, line for line, in chunks of any size. */
export class Rewriter {
  private readonly quoting: Quoting
  private readonly delimiter: string
  private readonly doubled: string
  private state = START

  constructor(delimiter: string, quoting: Quoting) {
    this.quoting = quoting
    this.delimiter = delimiter
    this.doubled = double(quoting.quote)
  }

  push(text: string): string {
    let out = ''
    for (const character of text) out += this.step(character)
    return out
  }

  end(): string {
    const open = this.state === AFTER || this.state === WRAPPED
    this.state = START
    return open ? '"' : ''
  }

  private step(c: string): string {
    if (this.state === START) return this.start(c)
    if (this.state === QUOTED) return this.inside(c)
    if (this.state === ESCAPED) return this.escaped(c)
    if (this.state === AFTER) return this.after(c)
    const closing = this.state === WRAPPED
    if (!this.isBoundary(c)) return closing ? double(c) : c
    this.state = START
    return closing ? `"${c}` : c
  }

  private start(c: string): string {
    if (this.isBoundary(c) || (c === ' ' && this.quoting.padded === true)) {
      return c === ' ' ? '' : c
    }
    if (c === this.quoting.quote) {
      this.state = QUOTED
      return '"'
    }
    this.state = c === '"' ? WRAPPED : PLAIN
    return c === '"' ? '"""' : c
  }

  private inside(c: string): string {
    if (c === this.quoting.escape) this.state = ESCAPED
    else if (c === this.quoting.quote) this.state = AFTER
    else return double(c)
    return ''
  }

  private escaped(c: string): string {
    this.state = QUOTED
    if (c === this.quoting.quote) return this.doubled
    return c === this.quoting.escape ? c : `\\${double(c)}`
  }

  private after(c: string): string {
    const { quote } = this.quoting
    this.state = QUOTED
    if (c === quote) return this.doubled
    if (this.isBoundary(c)) {
      this.state = START
      return `"${c}`
    }
    // An apostrophe inside a word closes nothing.
    if (quote === "'") return quote + double(c)
    this.state = PLAIN
    return `"${c}`
  }

  private isBoundary(c: string): boolean {
    return c === this.delimiter || c === '\n' || c === '\r'
  }
}

function double(c: string): string {
  return c === '"' ? '""' : c
}
