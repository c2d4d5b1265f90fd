import { problem, type Place, type Problem, type ProblemCode } from './problem.ts'

const LIMIT = 10_000

/** Passes problems on; of one code only the first ten thousand, and then their number. */
export interface ProblemLog {
  report(code: ProblemCode, place?: Place): void
  /** As `report`, but each key only once. */
  once(key: string, code: ProblemCode, place?: Place): void
  end(): void
}

export function createProblemLog(emit: (problem: Problem) => void): ProblemLog {
  const counts = new Map<ProblemCode, number>()
  const told = new Set<string>()
  function report(code: ProblemCode, place: Place = {}): void {
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    if (count <= LIMIT) emit(problem(code, place))
  }
  return {
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
