declare module 'virtual:guide' {
  import type { Guides } from '#lib/guide/guide.ts'

  export const guides: Guides
  /** Where the product serves the pictures that the guides name, and their size in pixels. */
  export const pictures: Readonly<
    Record<string, { readonly src: string; readonly width: number; readonly height: number }>
  >
}
