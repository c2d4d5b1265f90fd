import { z } from '@hono/zod-openapi'

/** Who changed what, in a chain that shows when an entry was changed or taken away. */

export const AuditEntry = z
  .object({
    seq: z.int(),
    at: z.string(),
    actor: z.string().openapi({ description: 'id of a person, “local”, “server” or “command”' }),
    action: z.string().openapi({ example: 'POST /uploads/{id}/commit' }),
    subject: z.string().openapi({ example: 'uploads/0199a1b2c3d4-5e6f708192a3' }),
    requestId: z.string().nullable(),
    before: z.string().nullable().openapi({
      description:
        'data version (“v12”), or SHA-256 of the rows as they were; null: there were none',
    }),
    after: z.string().nullable().openapi({ description: 'likewise, as they are since' }),
    hash: z.string(),
  })
  .openapi('AuditEntry')

export const AuditPage = z
  .object({
    items: z.array(AuditEntry),
    next: z.string().nullable(),
    actions: z.array(z.string()).openapi({ description: 'every action that occurs' }),
  })
  .openapi('AuditPage')

export const AuditVerification = z
  .object({
    ok: z.boolean(),
    entries: z.int(),
    firstBroken: z.int().nullable().openapi({
      description: 'number of the first entry that is not what it was, or is not there',
    }),
    head: z.string().openapi({ description: 'hash of the newest entry: write it down elsewhere' }),
  })
  .openapi('AuditVerification')

export type AuditEntry = z.infer<typeof AuditEntry>
export type AuditPage = z.infer<typeof AuditPage>
export type AuditVerification = z.infer<typeof AuditVerification>
