/** The borders between workspaces. Each rule's comment says what to do instead. */

const pure = { path: '^packages/', pathNot: '\\.test\\.ts$|/testing/|vitest\\.config\\.ts$' }

export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one subject, or hide a third: split it out.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'metrics-stands-alone',
      comment: 'packages/metrics depends on nothing: pass what it needs as an argument.',
      severity: 'error',
      from: { path: '^packages/metrics/src', pathNot: pure.pathNot },
      to: { pathNot: '^packages/metrics/src' },
    },
    {
      name: 'intake-needs-metrics-only',
      comment: 'packages/intake may use @permu/metrics and nothing else: pass the rest in.',
      severity: 'error',
      from: { path: '^packages/intake/src', pathNot: pure.pathNot },
      to: { pathNot: '^packages/(intake|metrics)/src' },
    },
    {
      name: 'kernel-needs-intake-only',
      comment: 'packages/kernel may use @permu/intake and nothing else: it only cuts rows.',
      severity: 'error',
      from: { path: '^packages/kernel/src', pathNot: pure.pathNot },
      to: { pathNot: '^packages/(kernel|intake)/src' },
    },
    {
      name: 'web-reaches-api-by-its-client',
      comment: 'The web imports @permu/api/client and nothing else of the API.',
      severity: 'error',
      from: { path: '^apps/web' },
      to: { path: '^apps/api', pathNot: '^apps/api/src/client\\.ts$' },
    },
    {
      name: 'client-knows-types-only',
      comment: 'client.ts is shipped to the browser: import the server with `import type`.',
      severity: 'error',
      from: { path: '^apps/api/src/client\\.ts$' },
      to: { path: '^apps/api', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-hold-no-sql',
      comment: 'Put the query into queries.ts beside the route.',
      severity: 'error',
      from: { path: '^apps/api/src/.*routes\\.ts$' },
      to: { path: 'drizzle-orm|^apps/api/src/database/(schema|dialect)' },
    },
    {
      name: 'queries-hold-no-http',
      comment: 'A query takes a Db and plain values; the route knows HTTP.',
      severity: 'error',
      from: { path: '^apps/api/src/.*(queries|store)\\.ts$' },
      to: { path: 'node_modules/(@hono/|hono/)|^apps/api/src/http/' },
    },
    {
      name: 'one-folder-knows-the-engine',
      comment: 'Only database/dialect.*.ts names the engine: use the builders of #dialect.',
      severity: 'error',
      from: { path: '^apps', pathNot: '^apps/api/src/database/dialect\\.' },
      to: {
        path: 'node_modules/(better-sqlite3|pg|@electric-sql/pglite)/|/drizzle-orm/(sqlite-core|pg-core|pg-proxy|better-sqlite3|node-postgres)/',
      },
    },
    {
      name: 'nothing-imports-an-app',
      comment: 'Packages are used by apps, never the other way round.',
      severity: 'error',
      from: { path: '^packages' },
      to: { path: '^apps' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.svelte-kit|\\.turbo)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'types', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
    },
  },
}
