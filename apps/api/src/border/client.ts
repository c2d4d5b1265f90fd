import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** Who a request comes from, as far as the network can tell. */
export interface Client {
  readonly address: string
  readonly isHttps: boolean
  /** Whether a program on this machine asks, and not a proxy for somebody else. */
  readonly isLocal: boolean
}

/** A program on this machine. */
export const LOCAL_CLIENT: Client = { address: '127.0.0.1', isHttps: false, isLocal: true }

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1)$/u
const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/iu
const MARKS = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

/** An address as sockets and proxies write it, without port, brackets and disguise; null where it is none. */
function plainAddress(text: string): string | null {
  const bare = text.trim()
  const opened = /^\[([^\]]*)\](?::\d+)?$/u.exec(bare)?.[1] ?? bare
  const address = isIP(opened) === 0 ? opened.replace(/:\d{1,5}$/u, '') : opened
  if (isIP(address) === 0) return null
  return MAPPED.exec(address)?.[1] ?? address.toLowerCase()
}

const listOf = (header: string | string[] | undefined): string[] =>
  header === undefined ? [] : String(header).split(',')

/**
 * Each proxy adds the address that it was asked from at the end, so with n proxies the n-th from the
 * end is the client's; what stands before it the client may have written itself.
 */
function forwarded<T>(list: readonly T[], proxies: number): T | undefined {
  return proxies === 0 ? undefined : list[Math.max(0, list.length - proxies)]
}

/** The client of a request behind so many proxies; without any, whoever holds the socket. */
export function clientOf(request: IncomingMessage, proxies: number): Client {
  const peer = plainAddress(request.socket.remoteAddress ?? '') ?? 'unknown'
  const told = forwarded(listOf(request.headers['x-forwarded-for']), proxies)
  const address = (told === undefined ? null : plainAddress(told)) ?? peer
  const scheme = forwarded(listOf(request.headers['x-forwarded-proto']), proxies)
  const isProxied = MARKS.some((name) => request.headers[name] !== undefined)
  return {
    address,
    isHttps: scheme?.trim().toLowerCase() === 'https',
    isLocal: LOOPBACK.test(address) && (proxies > 0 || !isProxied),
  }
}

/** What stands for an address where requests are counted: of IPv6 the network that one customer has. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const gap = address.includes('::') ? Math.max(0, 8 - before.length - after.length) : 0
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after]
  return `${groups.slice(0, 4).join(':')}::/64`
}
