import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { clientOf, networkOf } from './client.ts'

const request = (peer: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress: peer }, headers }) as unknown as IncomingMessage

const addressOf = (proxies: number, peer: string, forwarded?: string) =>
  clientOf(request(peer, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }), proxies)
    .address

describe('whose address counts', () => {
  test.each([
    [0, '203.0.113.9', undefined, '203.0.113.9'],
    [0, '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    [1, '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    [1, '10.0.0.1', '8.8.8.8, 198.51.100.1', '198.51.100.1'],
    [2, '10.0.0.1', '8.8.8.8, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    [2, '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    [1, '10.0.0.1', '198.51.100.1:5000', '198.51.100.1'],
    [1, '10.0.0.1', '[2001:db8::1]:443', '2001:db8::1'],
    [1, '10.0.0.1', 'unknown', '10.0.0.1'],
    [1, '10.0.0.1', '', '10.0.0.1'],
    [1, '10.0.0.1', '<script>', '10.0.0.1'],
    [0, '::ffff:192.0.2.7', undefined, '192.0.2.7'],
  ])('behind %i proxies, asked by %s with %j: %s', (proxies, peer, forwarded, expected) => {
    expect(addressOf(proxies, peer, forwarded)).toBe(expected)
  })
})

describe('who is a program on this machine', () => {
  test.each([
    [0, '127.0.0.1', {}, true],
    [0, '::1', {}, true],
    [0, '::ffff:127.0.0.1', {}, true],
    [0, '192.0.2.1', {}, false],
    [0, '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
    [0, '127.0.0.1', { via: '1.1 proxy' }, false],
    [1, '127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }, false],
    [1, '127.0.0.1', {}, true],
    [1, '10.0.0.1', { 'x-forwarded-for': '127.0.0.1, 192.0.2.1' }, false],
  ])('behind %i proxies, %s with %j: %s', (proxies, peer, headers, expected) => {
    expect(clientOf(request(peer, headers), proxies).isLocal).toBe(expected)
  })
})

test('only a trusted proxy says that it was asked by https', () => {
  const headers = { 'x-forwarded-proto': 'https' }
  expect(clientOf(request('10.0.0.1', headers), 0).isHttps).toBe(false)
  expect(clientOf(request('10.0.0.1', headers), 1).isHttps).toBe(true)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
