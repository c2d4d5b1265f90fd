/** Bytes that can be read from any place: a file on disk, a `Blob`, or memory. */
export interface ByteSource {
  readonly size: number
  /** The bytes from `start` on, at most `length` of them; fewer only at the end. */
  read(start: number, length: number): Promise<Uint8Array<ArrayBuffer>>
}

/** A source over bytes in memory. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (start, length) => Uint8Array.from(bytes.subarray(start, start + length)),
  }
}
