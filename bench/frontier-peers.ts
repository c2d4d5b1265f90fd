import highsModule, { type Highs } from 'highs'
import { lessEq, greaterEq, solve as solveByYalps } from 'yalps'

/** A zone a row: inputs, then outputs. */
export type Data = readonly (readonly number[])[]

export interface Peer {
  readonly name: 'highs' | 'yalps'
  readonly label: string
  /** CCR input efficiency of some of the zones. */
  solve(data: Data, places: readonly number[], inputs: number): number[]
}

/** HiGHS in WebAssembly: one model for all zones, of which the right-hand side and θ are changed. */
export async function highsPeer(): Promise<Peer> {
  // Its types are written for CommonJS, where the loader would be a property of the module.
  const highs = await (highsModule as unknown as () => Promise<Highs>)()
  return {
    name: 'highs',
    label: 'HiGHS, one warm model',
    solve: (data, places, inputs) =>
      highs.withModel(modelOf(highs, data, inputs), (model) => {
        model.options.set({ output_flag: false, presolve: 'off' })
        return places.map((o) => {
          const zone = data[o] ?? []
          zone.forEach((value, i) => {
            if (i < inputs) model.changeCoefficient(i, 0, -value)
            else model.changeRowBounds(i, value, highs.infinity)
          })
          model.run()
          return model.getObjectiveValue()
        })
      }),
  }
}

// minimise θ, Σλx − θx₀ ≤ 0, Σλy ≥ y₀; column 0 is θ.
function modelOf(highs: Highs, data: Data, inputs: number) {
  const rows = data[0]?.length ?? 0
  const theta = (data[0] ?? []).slice(0, inputs).map((value) => -value)
  const columns = [theta, ...data]
  const entries = columns.map((column) => column.map((value, i) => ({ i, value })))
  const starts = [0]
  for (const column of entries) starts.push((starts.at(-1) ?? 0) + column.length)
  const numCols = columns.length
  return {
    numCols,
    numRows: rows,
    colCost: Float64Array.from(columns, (_, j) => (j === 0 ? 1 : 0)),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(highs.infinity),
    rowLower: Float64Array.from({ length: rows }, (_, i) => (i < inputs ? -highs.infinity : 0)),
    rowUpper: Float64Array.from({ length: rows }, (_, i) => (i < inputs ? 0 : highs.infinity)),
    matrix: {
      format: 'csc' as const,
      numRows: rows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(entries.flat(), ({ i }) => i),
      values: Float64Array.from(entries.flat(), ({ value }) => value),
    },
  }
}

/** YALPS: a model a zone, the dense table of which it builds itself. */
export function yalpsPeer(): Peer {
  return {
    name: 'yalps',
    label: 'YALPS, a model a zone',
    solve: (data, places, inputs) =>
      places.map((o) => {
        const zone = data[o] ?? []
        const constraints = new Map(
          zone.map((value, i) => [String(i), i < inputs ? lessEq(0) : greaterEq(value)] as const),
        )
        const theta = zone.slice(0, inputs).map((value, i) => [String(i), -value] as const)
        const variables = new Map([
          ['theta', new Map<string, number>([['score', 1], ...theta])],
          ...data.map(
            (row, j) =>
              [`z${j}`, new Map(row.map((value, i) => [String(i), value] as const))] as const,
          ),
        ])
        const model = { direction: 'minimize' as const, objective: 'score', constraints, variables }
        return solveByYalps(model).result
      }),
  }
}
