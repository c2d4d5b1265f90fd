import type { Config } from '../config.ts'

/** By which name a request asks for this server. */

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/u

export const isLoopbackName = (host: string) => LOOPBACK.test(host)

/** Whether this server goes by that name; a name from outside may be DNS rebinding. */
export function isOwnName(host: string, config: Config): boolean {
  if (isLoopbackName(host) || !config.loopback) return true
  if (config.address !== null && new URL(config.address).host === host) return true
  return config.allowedHosts.includes(host.replace(/:\d+$/u, ''))
}
