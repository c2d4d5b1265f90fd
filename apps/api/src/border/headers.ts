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

/** Puts on every answer what keeps a browser safe; what answers may then say something stricter. */
export function secure(
  response: ServerResponse,
  { isApi, isHttps }: { isApi: boolean } & Pick<Client, 'isHttps'>,
): void {
  for (const [name, value] of ALWAYS) response.setHeader(name, value)
  response.setHeader('content-security-policy', isApi ? DATA_POLICY : FILE_POLICY)
  if (isHttps) response.setHeader('strict-transport-security', `max-age=${String(YEAR)}`)
}
