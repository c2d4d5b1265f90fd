import type { Better } from '@permu/metrics'
import { splitList, unquote } from '../data/choose.ts'
import { failed, done, type Outcome } from '../problem.ts'

export interface Asked {
  name: string
  weight: number
  /** Null: as the indicator itself says. */
  better: Better | null
}

const TERM = /^(?<name>.+?)(?::(?<weight>[^:]*))?(?::(?<better>more|less))?$/su

function parseTerm(term: string): Outcome<Asked> {
  const { name = '', weight = '1', better } = TERM.exec(term)?.groups ?? {}
  const number = Number(weight)
  if (weight.trim() === '' || !Number.isFinite(number) || number < 0) {
    return failed('invalid', `by: the weight “${weight}” of “${name}” is not a number from 0 up.`, [
      { pointer: '/by', message: 'Write name:weight or name:weight:less, separated by commas.' },
    ])
  }
  const asked = better === 'more' || better === 'less' ? better : null
  return done({ name: unquote(name), weight: number, better: asked })
}

/** Reads `by=name:weight[:more|less],…`; a name with a comma or colon stands in double quotes. */
export function parseCriteria(by: string | undefined): Outcome<Asked[]> {
  const terms = splitList(by)
  if (terms.length === 0) {
    return failed('invalid', 'by: name at least one indicator or field, as in by=tax-per-land:40.')
  }
  const criteria: Asked[] = []
  for (const term of terms) {
    const parsed = parseTerm(term)
    if (!parsed.ok) return parsed
    criteria.push(parsed.value)
  }
  return done(criteria)
}
