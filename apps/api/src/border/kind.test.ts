import { expect, test } from 'vitest'
import { kindOf } from './kind.ts'

test.each([
  ['GET', '/api/v1/values', 'read'],
  ['HEAD', '/api/v1/rankings', 'compute'],
  ['GET', '/api/v1/rankings/robustness', 'compute'],
  ['GET', '/api/v1/rankings.xlsx', 'compute'],
  ['GET', '/api/v1/frontier', 'compute'],
  ['GET', '/api/v1/productivity.csv', 'compute'],
  ['POST', '/api/v1/uploads', 'upload'],
  ['POST', '/api/v1/uploads/x/commit', 'write'],
  ['GET', '/api/v1/uploads', 'read'],
  ['POST', '/api/auth/sign-in/email', 'sign-in'],
  ['POST', '/api/auth/change-password', 'sign-in'],
  ['POST', '/api/v1/setup', 'sign-in'],
  ['GET', '/readyz', null],
])('%s %s counts as %s', (method, path, kind) => {
  expect(kindOf(method, path)).toBe(kind)
})
