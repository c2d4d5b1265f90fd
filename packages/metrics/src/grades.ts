import { at } from './statistics/array.ts'

/** A grade and its share of the zones (0–1), counted in whole zones; without a share it gets the rest. */
export interface QuotaGrade {
  readonly grade: string
  readonly share?: number
  /** Down, up or to the nearest whole zone; down unless said. */
  readonly count?: 'floor' | 'ceil' | 'round'
}

/** A grade for scores from `from` on. */
export interface ScoreClass {
  readonly grade: string
  readonly from: number
}

/**
 * How zones are graded, best grade first. `quota`: shares of the zones, those before the rest filled
 * from the top, those after it from the bottom. `cumulative`: the last place of each grade as a share
 * of the zones (A to 0.25, B to 0.70, …). `score`: classes of the score. `ties` says whether zones
 * that tie across a cut all get the better grade (`up`, unless said) or all the worse.
 */
export type GradeRule =
  | {
      readonly kind: 'quota'
      readonly grades: readonly QuotaGrade[]
      readonly ties?: 'up' | 'down'
    }
  | {
      readonly kind: 'cumulative'
      readonly grades: readonly {
        readonly grade: string
        readonly to: number
        readonly count?: QuotaGrade['count']
      }[]
      readonly ties?: 'up' | 'down'
    }
  | { readonly kind: 'score'; readonly classes: readonly ScoreClass[] }

/** A zone that is graded before the quota (or, with null, not at all) and takes no place in it. */
export interface FixedGrade {
  readonly zone: number
  readonly grade: string | null
  readonly why: 'exempt' | 'veto'
}

/** Why a zone has no grade, or has it apart from the quota. */
export type GradeNote = 'too-few-zones' | 'unranked' | 'below-all-classes' | 'exempt' | 'veto'

/** The grade of each zone (null = none), why (null = by the rule), and how many zones each grade has. */
export interface Grades {
  readonly grades: readonly (string | null)[]
  readonly notes: readonly (GradeNote | null)[]
  readonly counts: Readonly<Record<string, number>>
}

/** What is wrong with a rule: two grades or none take the rest, shares do not fit, classes do not descend. */
export interface GradeFault {
  readonly error: 'rest-not-one' | 'shares-invalid' | 'classes-invalid'
}

/** With fewer zones than this a quota means nothing. */
export const LEAST_ZONES_FOR_QUOTA = 5

/** What is graded: scores (NaN = unranked), their competition ranks (0 = none), and fixed grades. */
export interface Gradable {
  readonly scores: Float64Array
  readonly ranks: Int32Array
  readonly fixed?: readonly FixedGrade[]
}

/**
 * Grades zones by quota or score. Exemptions and vetoes come first and do not count into the quota;
 * with fewer than five zones left nobody gets a quota grade (`too-few-zones`); unranked zones get none.
 */
export function gradeZones(
  { scores, ranks, fixed = [] }: Gradable,
  rule: GradeRule,
): Grades | GradeFault {
  const fault = gradeFault(rule)
  if (fault) return fault
  const apart = new Map(fixed.map((it) => [it.zone, it]))
  const competing = [...ranks.keys()].filter((zone) => at(ranks, zone) > 0 && !apart.has(zone))
  const graded =
    rule.kind === 'score' ? byScore(scores, rule.classes) : byQuota(ranks, competing, rule)
  const grades: (string | null)[] = []
  const notes: (GradeNote | null)[] = []
  const taking = new Set(competing)
  for (let zone = 0; zone < ranks.length; zone++) {
    const set = apart.get(zone)
    const own = taking.has(zone) ? graded(zone) : null
    grades.push(set ? set.grade : own)
    notes.push(set?.why ?? noteOf(taking.has(zone), own, rule))
  }
  return { grades, notes, counts: countOf(grades) }
}

function noteOf(competes: boolean, grade: string | null, rule: GradeRule): GradeNote | null {
  if (!competes) return 'unranked'
  if (grade !== null) return null
  return rule.kind === 'score' ? 'below-all-classes' : 'too-few-zones'
}

function byScore(scores: Float64Array, classes: readonly ScoreClass[]) {
  return (zone: number) => classes.find(({ from }) => at(scores, zone) >= from)?.grade ?? null
}

type Rule<K extends GradeRule['kind']> = Extract<GradeRule, { kind: K }>
type Placing = Rule<'quota' | 'cumulative'>

function byQuota(ranks: Int32Array, competing: readonly number[], rule: Placing) {
  if (competing.length < LEAST_ZONES_FOR_QUOTA) return () => null
  const sorted = Int32Array.from(competing, (zone) => at(ranks, zone)).sort()
  const cuts =
    rule.kind === 'quota' ? quotaCuts(rule, sorted.length) : cumulativeCuts(rule, sorted.length)
  return (zone: number) => {
    const rank = at(ranks, zone)
    const place = rule.ties === 'down' ? sorted.lastIndexOf(rank) : sorted.indexOf(rank)
    return cuts.find(({ last }) => place < last)?.grade ?? null
  }
}

interface Cut {
  readonly grade: string
  /** How many zones have this grade or a better one. */
  readonly last: number
}

// Shares such as 0.1 × 30 end in a last digit that must not move a floor or a ceiling.
const ROUNDING = 1e-9

function counted(exact: number, count: QuotaGrade['count'] = 'floor'): number {
  if (count === 'round') return Math.round(exact + ROUNDING)
  return count === 'ceil' ? Math.ceil(exact - ROUNDING) : Math.floor(exact + ROUNDING)
}

function quotaCuts({ grades }: Rule<'quota'>, n: number): Cut[] {
  const sizes = grades.map(({ share, count }) => {
    return share === undefined ? null : counted(share * n, count)
  })
  const rest = Math.max(0, n - sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0))
  let last = 0
  return grades.map(({ grade }, k) => {
    last += sizes[k] ?? rest
    return { grade, last }
  })
}

function cumulativeCuts({ grades }: Rule<'cumulative'>, n: number): Cut[] {
  return grades.map(({ grade, to, count }) => ({ grade, last: counted(to * n, count ?? 'round') }))
}

function gradeFault(rule: GradeRule): GradeFault | null {
  switch (rule.kind) {
    case 'score':
      return classFault(rule.classes)
    case 'cumulative':
      return cumulativeFault(rule)
    case 'quota':
      return quotaFault(rule)
  }
}

function classFault(classes: readonly ScoreClass[]): GradeFault | null {
  const falling = classes.every(({ from }, k) => {
    const before = classes[k - 1]
    return !Number.isNaN(from) && (!before || before.from > from)
  })
  return falling && classes.length > 0 ? null : { error: 'classes-invalid' }
}

function cumulativeFault({ grades }: Rule<'cumulative'>): GradeFault | null {
  const rising = grades.every(({ to }, k) => to > (grades[k - 1]?.to ?? 0))
  const whole = Math.abs((grades.at(-1)?.to ?? 0) - 1) < ROUNDING
  return rising && whole ? null : { error: 'shares-invalid' }
}

function quotaFault({ grades }: Rule<'quota'>): GradeFault | null {
  const rest = grades.filter(({ share }) => share === undefined)
  if (rest.length !== 1) return { error: 'rest-not-one' }
  const shares = grades.map(({ share }) => share ?? 0)
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.every((s) => s >= 0) && total <= 1 + ROUNDING ? null : { error: 'shares-invalid' }
}

function countOf(grades: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const grade of grades) if (grade !== null) counts[grade] = (counts[grade] ?? 0) + 1
  return counts
}

/** Two published quotas: a top quarter (A 25 %, B to 70 %, C to 95 %, D last 5 %), and ⌊20⌋ ⌊30⌋ rest ⌈5⌉. */
export const GRADE_RULES = {
  quarters: {
    kind: 'cumulative',
    grades: [
      { grade: 'A', to: 0.25 },
      { grade: 'B', to: 0.7 },
      { grade: 'C', to: 0.95 },
      { grade: 'D', to: 1 },
    ],
  },
  fifths: {
    kind: 'quota',
    grades: [
      { grade: 'A', share: 0.2, count: 'floor' },
      { grade: 'B', share: 0.3, count: 'floor' },
      { grade: 'C' },
      { grade: 'D', share: 0.05, count: 'ceil' },
    ],
  },
} as const satisfies Readonly<Record<string, GradeRule>>
