/** A count with its English noun, as in `1 zone` or `1,200 zones`; `n` may be formatted already. */
export const counted = (n: number | string, noun: string): string =>
  `${n} ${String(n) === '1' ? noun : `${noun}s`}`
