import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('a setting that is wrong is told by its name', () => {
  test.each([
    ['PERMU_RATE_READ', 'many'],
    ['PERMU_RATE_READ', '0/min'],
    ['PERMU_RATE_READ', '-1/s'],
    ['PERMU_RATE_COMPUTE', '10'],
    ['PERMU_RATE_SIGN_IN', '10/day'],
    ['PERMU_RATE_UPLOAD', '1e3/s'],
    ['PERMU_TRUST_PROXY', 'true'],
    ['PERMU_TRUST_PROXY', '-1'],
    ['PERMU_MAX_CONNECTIONS', '0'],
    ['PERMU_METRICS_PORT', '70000'],
  ])('%s=%s', (name, value) => {
    const config = readConfig({ [name]: value })
    expect('error' in config && config.error).toMatch(new RegExp(`^${name}: `, 'u'))
  })
})

test('quotas are so many in a time, or off', () => {
  const config = readConfig({
    PERMU_RATE_READ: '10/s',
    PERMU_RATE_WRITE: '5/h',
    PERMU_RATE_UPLOAD: 'off',
  })
  if ('error' in config) throw new Error(config.error)
  expect(config.quotas).toMatchObject({
    read: { requests: 10, seconds: 1 },
    write: { requests: 5, seconds: 3600 },
    upload: null,
    'sign-in': { requests: 30, seconds: 60 },
  })
})

test('no proxy is trusted and no figures are served unless somebody says so', () => {
  expect(readConfig({})).toMatchObject({ trustProxy: 0, metrics: null })
  const own = { PERMU_METRICS_PORT: '9464', PERMU_TRUST_PROXY: '1' }
  expect(readConfig(own)).toMatchObject({
    trustProxy: 1,
    metrics: { port: 9464, host: '127.0.0.1' },
  })
})
