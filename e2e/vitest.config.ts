import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['*.e2e.ts'],
    expect: { requireAssertions: true },
    // Each file has a product and a browser of its own; more of them only take each other’s time.
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
