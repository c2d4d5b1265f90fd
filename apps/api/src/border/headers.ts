import type { ServerResponse } from 'node:http'
import type { Client } from './client.ts'

/** For answers that are data: nothing in them may load, run, or be framed. */
const DATA_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * For files of the dashboard, among them the scripts of threads, which have the policy of their own
 * file. Pages replace it by one with a nonce.
 */
const FILE_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; style-src 'self'; " +
  "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const FEATURES = ['accelerometer', 'camera', 'geolocation', 'gyroscope', 'magnetometer']
  .concat('microphone', 'midi', 'payment', 'usb', 'display-capture', 'browsing-topics')
  .map((feature) => `${feature}=()`)
  .join(', ')

// With `no-referrer` browsers send the forms of our own pages with `Origin: null`, which is refused.
const ALWAYS: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['origin-agent-cluster', '?1'],
  ['permissions-policy', FEATURES],
  // What may be kept says so itself; the rest may be somebody's own.
  ['cache-control', 'private, no-cache'],
]

const YEAR = 31_536_000

type Kind = { isApi: boolean } & Pick<Client, 'isHttps'>

function headersFor({ isApi, isHttps }: Kind): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(ALWAYS),
    'content-security-policy': isApi ? DATA_POLICY : FILE_POLICY,
    ...(isHttps && { 'strict-transport-security': `max-age=${String(YEAR)}` }),
  }
}

const API = headersFor({ isApi: true, isHttps: false })
const API_BY_HTTPS = headersFor({ isApi: true, isHttps: true })
const FILES = headersFor({ isApi: false, isHttps: false })
const FILES_BY_HTTPS = headersFor({ isApi: false, isHttps: true })

/** What keeps a browser safe stands on every answer; what answers may then say something stricter. */
export function safeHeaders({ isApi, isHttps }: Kind): Readonly<Record<string, string>> {
  if (isApi) return isHttps ? API_BY_HTTPS : API
  return isHttps ? FILES_BY_HTTPS : FILES
}

export function secure(response: ServerResponse, kind: Kind): void {
  for (const [name, value] of Object.entries(safeHeaders(kind))) response.setHeader(name, value)
}
