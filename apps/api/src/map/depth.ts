const [QUOTE, ESCAPE] = [0x22, 0x5c]
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/** Whether JSON nests deeper than so many levels; asked before it is parsed. */
export function tooDeep(text: string, most: number): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (quoted && code === ESCAPE) i++
    else if (code === QUOTE) quoted = !quoted
    else if (!quoted && OPENING.has(code)) depth++
    else if (!quoted && CLOSING.has(code)) depth--
    if (depth > most) return true
  }
  return false
}
