import type { Text } from '../field.ts'

/** Where a zone stands: the side of x, then that of y; `matched` lies within the tolerance. */
export const LINKAGE_CLASSES = ['high-low', 'low-high', 'high-high', 'low-low', 'matched'] as const

/** One of {@link LINKAGE_CLASSES}. */
export type LinkageClass = (typeof LINKAGE_CLASSES)[number]

/** The two halves of the dual linkage. */
export const LINKAGE_PAIRS = ['land', 'tax'] as const

/** One of {@link LINKAGE_PAIRS}. */
export type LinkagePairId = (typeof LINKAGE_PAIRS)[number]

/** The project's own names of the classes: the speech names the linkage and no quadrants. */
export const LINKAGE_NAMES: Readonly<Record<LinkagePairId, Readonly<Record<LinkageClass, Text>>>> =
  {
    land: {
      'high-low': { zh: '地多投少', en: 'much land, low investment' },
      'low-high': { zh: '地少投多', en: 'little land, high investment' },
      'high-high': { zh: '地多投多', en: 'much land, high investment' },
      'low-low': { zh: '地少投少', en: 'little land, low investment' },
      matched: { zh: '大致相称', en: 'about in line' },
    },
    tax: {
      'high-low': { zh: '价高税低', en: 'high price, low tax' },
      'low-high': { zh: '价低税高', en: 'low price, high tax' },
      'high-high': { zh: '价高税高', en: 'high price, high tax' },
      'low-low': { zh: '价低税低', en: 'low price, low tax' },
      matched: { zh: '大致相称', en: 'about in line' },
    },
  }
