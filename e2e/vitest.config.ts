import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['*.e2e.ts'],
    expect: { requireAssertions: true },
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
