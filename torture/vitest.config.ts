import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    expect: { requireAssertions: true },
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
