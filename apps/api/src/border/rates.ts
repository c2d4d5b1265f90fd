import type { Actor } from '../env.ts'
import { LOCAL_PERSON } from '../database/store.ts'
import { createBuckets, type Buckets, type Taken } from './buckets.ts'
import { networkOf, type Client } from './client.ts'
import { GUESSES, type Quotas, type RateKind } from './quota.ts'

/** Whether somebody may ask once more, and what to tell them of it. */
export interface Verdict {
  readonly ok: boolean
  /** `Retry-After`, `RateLimit` and `RateLimit-Policy`; none where nothing is counted. */
  readonly headers: Readonly<Record<string, string>>
  /** Seconds until it is worth trying again. */
  readonly wait: number
}

/** Counts requests by kind and by who sends them. */
export interface Rates {
  check(kind: RateKind, client: Client, actor?: Actor): Verdict
  /** Counts a guess at an account. */
  guess(account: string, client: Client): Verdict
}

const FREE: Verdict = { ok: true, headers: {}, wait: 0 }

interface Counted {
  readonly group: string
  readonly quota: NonNullable<Quotas[RateKind]>
  readonly name: string
}

/** A person or key that is known counts by itself; everybody else by the network they come from. */
const nameOf = (client: Client, actor: Actor | undefined) =>
  actor === undefined || actor.id === LOCAL_PERSON || actor.id === ''
    ? `address ${networkOf(client.address)}`
    : `actor ${actor.id}`

// The fields of draft-ietf-httpapi-ratelimit-headers.
function verdictOf(kind: RateKind, taken: Taken, quota: NonNullable<Quotas[RateKind]>): Verdict {
  const policy = `"${kind}";q=${String(quota.requests)};w=${String(quota.seconds)}`
  const left = `"${kind}";r=${String(taken.left)};t=${String(taken.full)}`
  const headers = { 'RateLimit-Policy': policy, RateLimit: left }
  if (taken.ok) return { ok: true, headers, wait: 0 }
  const wait = Math.max(1, taken.wait)
  return { ok: false, headers: { ...headers, 'Retry-After': String(wait) }, wait }
}

/**
 * Counts by quotas. A program on this machine may read, compute, write and upload as it likes: it can do
 * worse by other ways. Guessing passwords is counted for everybody.
 */
export function createRates(quotas: Quotas, clock: () => number = () => performance.now()): Rates {
  const kept = new Map<string, Buckets>()

  function bucketsOf(name: string, quota: NonNullable<Quotas[RateKind]>): Buckets {
    const known = kept.get(name) ?? createBuckets(quota, { clock })
    kept.set(name, known)
    return known
  }

  function count(kind: RateKind, { group, quota, name }: Counted): Verdict {
    return verdictOf(kind, bucketsOf(group, quota).take(name), quota)
  }

  return {
    check(kind, client, actor) {
      const quota = quotas[kind]
      if (quota === null || (client.isLocal && kind !== 'sign-in')) return FREE
      const name = nameOf(client, kind === 'sign-in' ? undefined : actor)
      return count(kind, { group: kind, quota, name })
    },
    guess(account, client) {
      if (quotas['sign-in'] === null) return FREE
      const name = `${networkOf(client.address)} ${account}`
      const one = count('sign-in', { group: 'one', quota: GUESSES.fromOne, name })
      if (!one.ok) return one
      const all = count('sign-in', { group: 'all', quota: GUESSES.fromAll, name: account })
      return all.ok ? one : all
    },
  }
}
