import { defineConfig } from 'vitest/config'

const shared = {
  expect: { requireAssertions: true },
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

/** The files of an embedded database have tests of their own. */
const OF_FILES = 'src/**/dialect.sqlite.*.test.ts'

/** Everything, or what a path names, over another engine: the conditions choose what `#dialect` is. */
function over(name: string, conditions: readonly string[], include: readonly string[]) {
  return {
    resolve: { conditions: [...conditions] },
    ssr: { resolve: { conditions: [...conditions], externalConditions: [...conditions] } },
    test: {
      ...shared,
      name,
      include: [...include],
      exclude: [OF_FILES],
      execArgv: conditions.map((condition) => `--conditions=${condition}`),
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'sqlite', include: ['src/**/*.test.ts'] } },
      over('pglite', ['pg', 'pglite'], ['src/database/contract/*.test.ts']),
    ],
  },
})
