/** Entry i of a vector: the callers stay inside, so the zero is never read. */
export function at(vector: Float64Array, i: number): number {
  return vector[i] ?? 0
}

/** Entry i of a list of indices: the callers stay inside, so the −1 is never read. */
export function indexAt(list: Int32Array, i: number): number {
  return list[i] ?? -1
}
