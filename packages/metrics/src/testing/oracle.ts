import highsModule, { type Highs } from 'highs'

// Its types are written for CommonJS, where the loader would be a property of the module.
const load = highsModule as unknown as () => Promise<Highs>

/** minimise costs·x, x ≥ 0, with each row between its bounds. */
export interface OracleProgram {
  readonly costs: readonly number[]
  readonly rows: readonly { at: readonly number[]; low?: number; high?: number }[]
}

/** The least value of a program by HiGHS, 'infeasible', or another status as HiGHS names it. */
export type Oracle = (program: OracleProgram) => number | string

/** HiGHS, with the tightest tolerances it allows. */
export async function openOracle(): Promise<Oracle> {
  const highs = await load()
  return (program) => {
    const found = solve(highs, program)
    return typeof found === 'number' || found === 'infeasible' ? found : feasible(highs, program)
  }
}

// How far the rows are from being met, where HiGHS could not say whether they can be.
function feasible(highs: Highs, { costs, rows }: OracleProgram): string {
  const elastic = rows.map(({ at, low, high }, i) => ({
    at: [...at, ...rows.flatMap((_, k) => (k === i ? [1, -1] : [0, 0]))],
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  }))
  const free = [...costs.map(() => 0), ...rows.flatMap(() => [1, 1])]
  const missed = solve(highs, { costs: free, rows: elastic })
  return typeof missed === 'number' && missed > 1e-7 ? 'infeasible' : `undecided, ${missed}`
}

function solve(highs: Highs, { costs, rows }: OracleProgram): number | string {
  const [numCols, numRows] = [costs.length, rows.length]
  const entries = rows.map(({ at }) =>
    at.map((value, j) => ({ j, value })).filter((e) => e.value !== 0),
  )
  const starts = [0]
  for (const row of entries) starts.push(starts.at(-1)! + row.length)
  return highs.withModel(
    {
      numCols,
      numRows,
      colCost: Float64Array.from(costs),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(highs.infinity),
      rowLower: Float64Array.from(rows, ({ low }) => low ?? -highs.infinity),
      rowUpper: Float64Array.from(rows, ({ high }) => high ?? highs.infinity),
      matrix: {
        format: 'csr',
        numRows,
        numCols,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(entries.flat(), ({ j }) => j),
        values: Float64Array.from(entries.flat(), ({ value }) => value),
      },
    },
    (model) => {
      const { optimal, infeasible } = highs.constants.modelStatus
      // With the tightest tolerances HiGHS sometimes gives up where it finds the answer without them.
      for (const tolerance of [1e-10, 1e-9, 1e-7]) {
        model.options.set({
          output_flag: false,
          presolve: tolerance === 1e-10 ? 'off' : 'on',
          small_matrix_value: 1e-12,
          primal_feasibility_tolerance: tolerance,
          dual_feasibility_tolerance: tolerance,
        })
        model.clearSolver()
        model.run()
        if (model.getModelStatus() === optimal) return model.getObjectiveValue()
        if (model.getModelStatus() === infeasible) return 'infeasible'
      }
      return `status ${String(model.getModelStatus())}`
    },
  )
}
