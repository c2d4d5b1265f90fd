import lighthouse, { desktopConfig } from 'lighthouse'
import type { Measured } from './goals.ts'

const CATEGORIES = ['performance', 'accessibility', 'best-practices']

interface Run {
  readonly url: string
  readonly lang: 'zh' | 'en'
  readonly port: number
  readonly desktop?: boolean
}

interface Answer {
  readonly scores: readonly number[]
  readonly lcp: number
  readonly tbt: number
  readonly cls: number
  /** What is below 1 in the categories that must be whole. */
  readonly faults: readonly string[]
}

async function visit({ url, lang, port, desktop = false }: Run): Promise<Answer> {
  const result = await lighthouse(
    url,
    {
      port,
      logLevel: 'error',
      onlyCategories: CATEGORIES,
      extraHeaders: { cookie: `lang=${lang}; theme=light` },
    },
    desktop ? desktopConfig : undefined,
  )
  if (!result) throw new Error(`${url}: no answer of Lighthouse`)
  const { audits, categories } = result.lhr
  const number = (id: string) => audits[id]?.numericValue ?? NaN
  const whole = CATEGORIES.slice(1).flatMap((id) => categories[id]?.auditRefs ?? [])
  return {
    scores: CATEGORIES.map((id) => Math.round((categories[id]?.score ?? 0) * 100)),
    lcp: number('largest-contentful-paint'),
    tbt: number('total-blocking-time'),
    cls: number('cumulative-layout-shift'),
    faults: whole.flatMap(({ id, weight }) => {
      const audit = audits[id]
      return weight > 0 && audit && audit.score !== null && audit.score < 1 ? [id] : []
    }),
  }
}

function rows(name: string, answer: Answer): Measured[] {
  const [performance = 0, accessibility = 0, practices = 0] = answer.scores
  const told = answer.faults.length === 0 ? '' : ` (${answer.faults.join(', ')})`
  return [
    { what: `${name}: performance`, figure: performance, unit: '', goal: 95, atLeast: true },
    { what: `${name}: accessibility`, figure: accessibility, unit: '', goal: 100, atLeast: true },
    {
      what: `${name}: best practices${told}`,
      figure: practices,
      unit: '',
      goal: 100,
      atLeast: true,
    },
    { what: `${name}: LCP`, figure: answer.lcp, unit: 'ms', goal: 1800 },
    { what: `${name}: TBT`, figure: answer.tbt, unit: 'ms', goal: 150 },
    { what: `${name}: CLS`, figure: answer.cls, unit: '', goal: 0.02 },
  ]
}

/** Lighthouse over the pages, as a phone in Chinese and English, and its largest paint at a desk. */
export async function measurePages(base: string, port: number, pages: readonly string[]) {
  const measured: Measured[] = []
  for (const path of pages) {
    for (const lang of ['zh', 'en'] as const) {
      const answer = await visit({ url: base + path, lang, port })
      measured.push(...rows(`${path} ${lang}, mobile`, answer))
    }
    const { lcp } = await visit({ url: base + path, lang: 'zh', port, desktop: true })
    measured.push({ what: `${path} zh, desktop: LCP`, figure: lcp, unit: 'ms', goal: 800 })
  }
  return measured
}
