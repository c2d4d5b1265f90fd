import type { State } from '@permu/api/client'
import { defineMessages, type Locale } from '#lib/i18n/index.ts'

const messages = defineMessages({
  zh: {
    source: (files: number, version: string) =>
      `来源：${files} 个上传的文件，数据版本 ${version}（permu 亩均）`,
    none: '来源：没有数据',
    synthetic: '；含合成示例数据',
    real: '；含示例数据',
  },
  en: {
    source: (files: number, version: string) =>
      `Source: ${files} uploaded ${files === 1 ? 'file' : 'files'}, data version ${version} (permu 亩均)`,
    none: 'Source: no data',
    synthetic: '; with synthetic sample data',
    real: '; with sample data',
  },
})

/** Where the numbers of a page are from, as it stands below a picture; sample data are always told. */
export function sourceText(state: State | undefined, locale: Locale): string {
  const t = messages[locale]
  if (!state || state.uploads === 0) return t.none
  const kinds = new Set(state.samples.filter(({ loaded }) => loaded).map(({ kind }) => kind))
  const samples = (['synthetic', 'real'] as const).filter((kind) => kinds.has(kind))
  return t.source(state.uploads, state.dataVersion) + samples.map((kind) => t[kind]).join('')
}
