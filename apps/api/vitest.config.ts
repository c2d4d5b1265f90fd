import { defineConfig } from 'vitest/config'

/** As the server is run: see scripts/lib/run.mjs. */
const STEADY = '--no-memory-protection-keys'

const shared = {
  expect: { requireAssertions: true },
  testTimeout: 60_000,
  hookTimeout: 60_000,
  execArgv: [STEADY],
}

/** A server where tests may make databases; without one, PostgreSQL is tried within the process only. */
const server = process.env['PERMU_TEST_POSTGRES'] ?? ''

/** The files of an embedded database, and copies of them, have tests of their own. */
const OF_FILES = ['src/**/dialect.sqlite.*.test.ts', 'src/backup/*.test.ts']
/** And so has what is PostgreSQL’s own, some of it a server’s only. */
const OF_POSTGRES = 'src/**/dialect.pg.*.test.ts'
const OF_SERVERS = 'src/**/dialect.pg.server.test.ts'

/** Everything, or what a path names, over another engine: the conditions choose what `#dialect` is. */
function over(name: string, conditions: readonly string[], include: readonly string[]) {
  return {
    resolve: { conditions: [...conditions] },
    ssr: { resolve: { conditions: [...conditions], externalConditions: [...conditions] } },
    test: {
      ...shared,
      name,
      provide: { postgres: server },
      include: [...include],
      exclude: [...OF_FILES, ...(conditions.includes('pglite') ? [OF_SERVERS] : [])],
      execArgv: [STEADY, ...conditions.map((condition) => `--conditions=${condition}`)],
    },
  }
}

const atServer = over('postgresql', ['pg'], ['src/**/*.test.ts'])

export default defineConfig({
  test: {
    projects: [
      {
        test: { ...shared, name: 'sqlite', include: ['src/**/*.test.ts'], exclude: [OF_POSTGRES] },
      },
      over('pglite', ['pg', 'pglite'], ['src/database/contract/*.test.ts', OF_POSTGRES]),
      ...(server === '' ? [] : [atServer]),
    ],
  },
})
