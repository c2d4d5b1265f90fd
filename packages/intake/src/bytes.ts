/** The byte at a place that the caller knows to be inside. */
export function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}

/** Narrows away both kinds of nothing. */
export function isSet<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}

/** Copies what a smaller array held into a larger one. */
export function copyInto<A extends Uint8Array | Int32Array | Float64Array>(
  target: A,
  source: A,
): A {
  target.set(source)
  return target
}
