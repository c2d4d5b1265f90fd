/** Entry i of a vector: the callers stay inside, so the zero is never read. */
export function at(vector: Float64Array, i: number): number {
  return vector[i] ?? 0
}

/** The power of 2 next to a number above 0: dividing by it loses no digit. */
export function roundScale(size: number): number {
  return 2 ** Math.round(Math.log2(size))
}

/** Entry i of a list of indices: the callers stay inside, so the −1 is never read. */
export function indexAt(list: Int32Array, i: number): number {
  return list[i] ?? -1
}
