import { isUncommon, type Quoting } from './rewrite.ts'

const COMMON: Quoting = { quote: '"' }

/** The ways in which a sample may be quoted, the common one first. */
export function quotingsOf(text: string, delimiter: string): [Quoting, ...Quoting[]] {
  const found: [Quoting, ...Quoting[]] = [COMMON]
  if (isApostrophes(text, delimiter)) found.push({ quote: "'" })
  if (text.includes('\\"')) found.push({ quote: '"', escape: '\\' })
  if (text.includes(`${delimiter} "`)) found.push({ quote: '"', padded: true })
  return found
}

// Excel marks text by an apostrophe in front, so those that quote must come in pairs.
function isApostrophes(text: string, delimiter: string): boolean {
  if (!text.includes("'")) return false
  const open = text.match(new RegExp(`(?<=^|[${delimiter}\\r\\n])'`, 'gu'))?.length ?? 0
  const paired = new RegExp(
    `(?<=^|[${delimiter}\\r\\n])'[^\\r\\n]{0,500}?'(?=[${delimiter}\\r\\n]|$)`,
    'gu',
  )
  const pairs = text.match(paired)?.length ?? 0
  const others = text.match(new RegExp(`(?<=^|[${delimiter}\\r\\n])"`, 'gu'))?.length ?? 0
  return pairs >= 2 && pairs >= open * 0.9 && others === 0
}

/** What a quoting makes of the sample: points from 0 to 1, and quotes that do not fit. */
export interface QuotingTrial {
  quoting: Quoting
  points: number
  faults: number
}

/** Whether an uncommon quoting explains the sample better than the best one so far. */
export function explainsBetter(trial: QuotingTrial, best: QuotingTrial): boolean {
  if (trial.points !== best.points) return trial.points > best.points
  if (trial.quoting.quote === "'") return true
  return isUncommon(trial.quoting) && trial.faults < best.faults
}
