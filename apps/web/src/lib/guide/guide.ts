import type { Locale } from '#lib/i18n/index.ts'

/** A run of text in the guide. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly inside: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly inside: readonly Inline[] }

/** A block of the guide. */
export type Block =
  | {
      readonly kind: 'heading'
      readonly id: string
      readonly depth: number
      readonly inside: readonly Inline[]
    }
  | { readonly kind: 'paragraph'; readonly inside: readonly Inline[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly items: readonly (readonly Block[])[]
    }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'picture'
      readonly src: string
      readonly alt: string
      /** In pixels, once the file is known. */
      readonly width?: number | undefined
      readonly height?: number | undefined
    }
  | {
      readonly kind: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }

/** The user guide in one language. */
export interface Guide {
  readonly blocks: readonly Block[]
  /** The anchors that explain the pages below a path, such as `/rank`. */
  readonly pages: readonly { readonly path: string; readonly id: string }[]
}

export type Guides = Readonly<Record<Locale, Guide>>

/** The anchor that explains a page: the one of the longest path that leads to it. */
export function anchorFor({ pages }: Guide, path: string): string | null {
  const fitting = pages.filter((one) => one.path === path || isBelow(path, one.path))
  const [best] = fitting.toSorted((a, b) => b.path.length - a.path.length)
  return best?.id ?? null
}

const isBelow = (path: string, above: string) => above !== '/' && path.startsWith(`${above}/`)
