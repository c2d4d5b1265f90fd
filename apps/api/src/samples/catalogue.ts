export interface Sample {
  id: string
  name: { zh: string; en: string }
  note: { zh: string; en: string }
  kind: 'real' | 'synthetic'
  source: { zh: string; en: string }
  files: readonly { name: string; path: string; period?: string }[]
}
export const SAMPLES: readonly Sample[] = []
