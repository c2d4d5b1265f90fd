/** Why bytes are not read as a workbook. */
export type RefusalKind =
  | 'encrypted'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'zip'
  | 'damaged'
  | 'expands-too-much'
  | 'too-many-cells'
  | 'no-sheet'

/** Ends a reading from anywhere inside; the functions that are exported give it as a value. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  constructor(kind: RefusalKind) {
    super(kind)
    this.kind = kind
  }
}

/** What a reading ended with, or why it did not come to an end. */
export type Result<T> = { ok: true; value: T } | { ok: false; kind: RefusalKind }

/** Runs a reading; bytes that no rule foresaw are damaged ones. */
export async function guarded<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof HostError) throw error.reason
    return { ok: false, kind: error instanceof Refusal ? error.kind : 'damaged' }
  }
}

/** Wraps what the caller's own code threw, so that it is not taken for damaged bytes. */
export class HostError extends Error {
  readonly reason: unknown
  constructor(reason: unknown) {
    super('the caller failed')
    this.reason = reason
  }
}

/** Runs the caller's own code, whose failures are not those of the bytes. */
export async function fromHost<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new HostError(error)
  }
}
