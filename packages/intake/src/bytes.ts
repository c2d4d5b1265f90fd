/** The byte at a place that the caller knows to be inside. */
export function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}

/** Narrows away both kinds of nothing. */
export function isSet<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}

/** Copies what a smaller array held into a larger one. */
export function copyInto<A extends Uint8Array | Int8Array | Int32Array | Float64Array>(
  target: A,
  source: A,
): A {
  target.set(source)
  return target
}

/** The same bytes as a plain `Uint8Array`: code that meets one kind of array only runs faster. */
export function plainBytes(bytes: Uint8Array, from = 0, to = bytes.length): Uint8Array {
  const end = Math.min(to, bytes.length)
  return new Uint8Array(bytes.buffer, bytes.byteOffset + from, end - from)
}

export const LF = 0x0a
export const CR = 0x0d

export function hasLineEnd(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (bytes[i] === LF || bytes[i] === CR) return true
  }
  return false
}
