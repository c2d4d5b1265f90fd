import { index, primaryKey, string, table, whole } from '#dialect'

/** Who changed what: rows are only added, each with the hash of the one before. */
export const audit = table(
  'audit',
  {
    workspace: string('workspace').notNull(),
    seq: whole('seq').notNull(),
    at: string('at').notNull(),
    actor: string('actor').notNull(),
    action: string('action').notNull(),
    subject: string('subject').notNull(),
    requestId: string('request_id'),
    before: string('before'),
    after: string('after'),
    previous: string('previous').notNull(),
    hash: string('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.seq] }),
    index('audit_by_actor').on(t.workspace, t.actor, t.seq),
    index('audit_by_action').on(t.workspace, t.action, t.seq),
  ],
)
