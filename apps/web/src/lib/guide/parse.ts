import { marked, type Token, type Tokens } from 'marked'
import type { Block, Guide, Inline } from './guide.ts'

/**
 * A heading may be followed by a comment that gives it a lasting anchor and names the pages that it
 * explains: `<!-- #rank /rank /frontier -->`.
 */
const COMMENT = /^<!--\s*#([\w-]+)((?:\s+\/\S*)*)\s*-->\s*$/u
/** The guide is read in the product itself, so its own address is left out of links. */
const OWN_ADDRESS = /^http:\/\/127\.0\.0\.1:4310(?=\/|$)/u

const isExternal = (href: string) => /^(https?:|\/|#)/u.test(href)

function hrefOf(href: string): string {
  const path = href.replace(OWN_ADDRESS, '')
  return path === '' ? '/' : path
}

function inlineOf(token: Token): Inline[] {
  const inside = () => (('tokens' in token ? token.tokens : undefined) ?? []).flatMap(inlineOf)
  switch (token.type) {
    case 'strong':
    case 'em':
      return [{ kind: token.type, inside: inside() }]
    case 'codespan':
      return [{ kind: 'code', text: plain(token) }]
    case 'link': {
      const { href } = token as Tokens.Link
      // A file beside the guide is not part of the product.
      return isExternal(href) ? [{ kind: 'link', href: hrefOf(href), inside: inside() }] : inside()
    }
    case 'br':
      return [{ kind: 'text', text: ' ' }]
    default: {
      const nested = inside()
      return nested.length > 0 ? nested : [{ kind: 'text', text: plain(token) }]
    }
  }
}

// Marked escapes the text of tokens for HTML; Svelte will do that itself.
function plain(token: Token): string {
  const text = 'text' in token && typeof token.text === 'string' ? token.text : token.raw
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\n/gu, ' ')
}

const cell = ({ tokens }: Tokens.TableCell) => tokens.flatMap(inlineOf)

function pictureOf(token: Token): Block | null {
  const [only, ...more] = ('tokens' in token ? token.tokens : undefined) ?? []
  if (only?.type !== 'image' || more.length > 0) return null
  const { href, text } = only as Tokens.Image
  return { kind: 'picture', src: href, alt: text }
}

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case 'paragraph':
    case 'text': {
      const inside = (('tokens' in token ? token.tokens : undefined) ?? []).flatMap(inlineOf)
      return [pictureOf(token) ?? { kind: 'paragraph', inside }]
    }
    case 'list': {
      const { ordered, items } = token as Tokens.List
      return [{ kind: 'list', ordered, items: items.map((item) => item.tokens.flatMap(blockOf)) }]
    }
    case 'code':
      return [{ kind: 'code', text: (token as Tokens.Code).text }]
    case 'table': {
      const { header, rows } = token as Tokens.Table
      return [{ kind: 'table', head: header.map(cell), rows: rows.map((row) => row.map(cell)) }]
    }
    default:
      return []
  }
}

/** The way back to the other language and the front page, which the product has in its header. */
const isSignpost = (token: Token) => /\]\(guide\.\w+\.md\)/u.test(token.raw)

/** A guide out of its Markdown; pictures keep the address that they have beside the file. */
export function parseGuide(markdown: string): Guide {
  const tokens = marked.lexer(markdown).filter(({ type }) => type !== 'space')
  const blocks: Block[] = []
  const pages: { path: string; id: string }[] = []
  tokens.forEach((token, i) => {
    if (token.type !== 'heading') {
      if (!isSignpost(token)) blocks.push(...blockOf(token))
      return
    }
    const { depth, tokens: inside } = token as Tokens.Heading
    if (depth === 1) return
    const named = COMMENT.exec(tokens[i + 1]?.raw.trim() ?? '')
    const id = named?.[1] ?? `part-${String(i)}`
    const paths = (named?.[2] ?? '').split(/\s+/u).filter((path) => path !== '')
    pages.push(...paths.map((path) => ({ path, id })))
    blocks.push({ kind: 'heading', id, depth, inside: inside.flatMap(inlineOf) })
  })
  return { blocks, pages }
}

/** The pictures of a guide, as it names them. */
export function picturesOf({ blocks }: Guide): string[] {
  return blocks.flatMap((block) => (block.kind === 'picture' ? [block.src] : []))
}
