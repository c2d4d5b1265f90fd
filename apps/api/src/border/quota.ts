import { z } from 'zod'

/** So many requests in so many seconds, all at once if need be; null: as many as come. */
export type Quota = { readonly requests: number; readonly seconds: number } | null

/** What a request costs the server, or what it is worth to somebody who guesses. */
export type RateKind = 'read' | 'compute' | 'write' | 'upload' | 'sign-in'

export type Quotas = Readonly<Record<RateKind, Quota>>

const SECONDS = { s: 1, min: 60, h: 3600 } as const
const WRITTEN = /^([1-9]\d{0,8})\/(s|min|h)$/u

/** A quota as a setting writes it: `600/min`, or `off`. */
export const Quota = z.union([
  z.literal('off').transform((): Quota => null),
  z
    .string()
    .regex(WRITTEN, 'write it as 600/min, 10/s, 100/h, or off')
    .transform((text): Quota => {
      const [requests = '', unit = ''] = text.split('/')
      return { requests: Number(requests), seconds: SECONDS[unit as keyof typeof SECONDS] }
    }),
])

/** An office shares one address, so each leaves room for some fifty people at work. */
export const DEFAULT_QUOTAS: Readonly<Record<RateKind, Quota>> = {
  read: { requests: 6000, seconds: 60 },
  compute: { requests: 600, seconds: 60 },
  write: { requests: 600, seconds: 60 },
  upload: { requests: 120, seconds: 60 },
  'sign-in': { requests: 30, seconds: 60 },
}

/**
 * How often one account is tried: from one address, as by somebody who has forgotten; and from all
 * together, which a person hardly reaches and who guesses from many addresses soon does.
 */
export const GUESSES = {
  fromOne: { requests: 10, seconds: 600 },
  fromAll: { requests: 100, seconds: 3600 },
} as const
