import { defineConfig } from 'vitest/config'
import { hasPostgres } from '../scripts/lib/postgres.mjs'

const needsServer = ['processes/**', 'servers/**']
if (!hasPostgres())
  console.log(`no PostgreSQL server here: ${needsServer.join(', ')} are not tried`)

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', ...(hasPostgres() ? [] : needsServer)],
    expect: { requireAssertions: true },
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 60_000,
  },
})
