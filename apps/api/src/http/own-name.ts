import { createHash, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config.ts'

/** By which name a request asks for this server. */

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/u

export const isLoopbackName = (host: string) => LOOPBACK.test(host)

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
export function isSameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

/** Whether the dashboard of this process asks, for a visitor whom it names. */
export function isOwnWeb(headers: Headers, { webToken }: Config): boolean {
  const sent = headers.get('x-permu-token')
  return webToken !== null && sent !== null && isSameSecret(sent, webToken)
}

/** The host name that the visitor's browser has asked for. */
export function nameAsked({ headers, url }: Request, config: Config): string {
  const named = headers.get('x-permu-host')
  return (isOwnWeb(headers, config) ? named : null) ?? headers.get('host') ?? new URL(url).host
}

/** Whether this server goes by that name; a name from outside may be DNS rebinding. */
export function isOwnName(host: string, config: Config): boolean {
  if (isLoopbackName(host) || !config.loopback) return true
  if (config.address !== null && new URL(config.address).host === host) return true
  return config.allowedHosts.includes(host.replace(/:\d+$/u, ''))
}
