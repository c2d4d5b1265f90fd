import type { Quota } from './quota.ts'

/** What is left for somebody after a request; seconds are rounded up. */
export interface Taken {
  readonly ok: boolean
  readonly left: number
  /** Seconds until the next request is taken; 0 where it is taken now. */
  readonly wait: number
  /** Seconds until the whole quota is there again. */
  readonly full: number
}

/** Token buckets by name: each holds a quota at most and is refilled steadily. */
export interface Buckets {
  take(name: string): Taken
  size(): number
}

interface Bucket {
  tokens: number
  at: number
}

// A bucket is some hundred bytes. Whoever is forgotten starts with a full one, as a newcomer does.
const MOST_KEPT = 20_000

interface BucketOptions {
  /** Milliseconds that never go back. */
  clock: () => number
  most?: number
}

/** Keeps the buckets that were used last, so that memory stays bounded whoever asks. */
export function createBuckets(
  { requests, seconds }: NonNullable<Quota>,
  { clock, most = MOST_KEPT }: BucketOptions,
): Buckets {
  const kept = new Map<string, Bucket>()
  const perSecond = requests / seconds

  function bucketOf(name: string, now: number): Bucket {
    const known = kept.get(name)
    if (known === undefined) return { tokens: requests, at: now }
    kept.delete(name)
    const tokens = Math.min(requests, known.tokens + ((now - known.at) / 1000) * perSecond)
    return { tokens, at: now }
  }

  function keep(name: string, bucket: Bucket) {
    const oldest = kept.size >= most ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(name, bucket)
  }

  function take(name: string): Taken {
    const bucket = bucketOf(name, clock())
    const ok = bucket.tokens >= 1
    if (ok) bucket.tokens -= 1
    keep(name, bucket)
    return {
      ok,
      left: Math.floor(bucket.tokens),
      wait: ok ? 0 : Math.ceil((1 - bucket.tokens) / perSecond),
      full: Math.ceil((requests - bucket.tokens) / perSecond),
    }
  }

  return { take, size: () => kept.size }
}
