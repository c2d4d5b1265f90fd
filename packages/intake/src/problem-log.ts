import { problem, type Place, type Problem, type ProblemCode } from './problem.ts'

const LIMIT = 10_000

/** Passes problems on; of one code only the first ten thousand, and then their number. */
export interface ProblemLog {
  report(code: ProblemCode, place?: Place): void
  /** As `report`, but each key only once. */
  once(key: string, code: ProblemCode, place?: Place): void
  end(): void
  /** The record that is being read, and where in the file it begins; NaN where that is not known. */
  readonly current: { row: number; byte: number }
}

export function createProblemLog(emit: (problem: Problem) => void): ProblemLog {
  const counts = new Map<ProblemCode, number>()
  const told = new Set<string>()
  const current = { row: 0, byte: Number.NaN }
  function report(code: ProblemCode, place: Place = {}): void {
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    if (count > LIMIT) return
    const here = place.row === current.row && !Number.isNaN(current.byte)
    emit(problem(code, here ? { byte: current.byte, ...place } : place))
  }
  return {
    current,
    report,
    once(key, code, place) {
      if (told.has(key)) return
      told.add(key)
      report(code, place)
    },
    end() {
      for (const [code, count] of counts) {
        if (count > LIMIT) emit(problem('too-many-problems', { text: code, params: { count } }))
      }
    },
  }
}
