/** Files in their place whose uploads are not in the store yet, and how many wait for each. */
const claims = new Map<string, number>()

export function claim(sha256: string): void {
  claims.set(sha256, (claims.get(sha256) ?? 0) + 1)
}

/** Gives a claim up; whether somebody else has one as well. */
export function release(sha256: string): boolean {
  const left = (claims.get(sha256) ?? 1) - 1
  if (left > 0) claims.set(sha256, left)
  else claims.delete(sha256)
  return left > 0
}
