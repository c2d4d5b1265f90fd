import type { Me } from '@permu/api/client'

type Person = NonNullable<Me['person']>

/** A person as the API gives them, for tests. */
export const personOf = (rest: Partial<Person> = {}): Person => ({
  ...{ id: 'p1', name: '李', email: 'li@example.org', role: 'viewer', zones: null },
  ...{ mustChangePassword: false, hasPassword: true, createdAt: '2026-01-01T00:00:00.000Z' },
  ...rest,
})

/** Who asks, with all that comes along. */
export const accountOf = (rest: Partial<Me> = {}): Me => ({
  ...{ person: null, local: false, reading: 'open', can: ['read'], oidc: [] },
  ...rest,
})
