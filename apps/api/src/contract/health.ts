import { z } from '@hono/zod-openapi'

const bytes = z.int().min(0)

/** How the server is, for an administrator. */
export const Health = z
  .object({
    version: z.string(),
    /** Null where the product does not stand in a repository. */
    commit: z.string().nullable(),
    /** Seconds. */
    uptime: z.number(),
    ready: z.boolean(),
    /** The checks of `/readyz` that do not hold. */
    failed: z.array(z.string()),
    database: z.object({
      engine: z.enum(['sqlite', 'postgresql']),
      /** Migrations that the database has seen, and that this build knows. */
      schema: z.object({ done: z.int(), known: z.int() }),
      size: bytes,
      /** Null at a server, whose log is its own. */
      wal: bytes.nullable(),
      /** Unknown where the server keeps no checksums. */
      integrity: z.enum(['ok', 'damaged', 'unknown']),
      /** When that was looked at. */
      checkedAt: z.string(),
    }),
    disk: z.object({ free: bytes, limit: bytes }),
    lastBackup: z.string().nullable(),
    uploads: z.object({
      receiving: z.int(),
      waiting: z.int(),
      reading: z.int(),
      byStatus: z.record(z.string(), z.int()),
    }),
    computing: z.object({ running: z.int(), waiting: z.int() }),
    memory: z.object({ resident: bytes, heap: bytes, heapLimit: bytes }),
    /** So many requests in so many seconds; null: as many as come. */
    rates: z.record(z.string(), z.object({ requests: z.int(), seconds: z.int() }).nullable()),
  })
  .openapi('Health')

export type Health = z.infer<typeof Health>
