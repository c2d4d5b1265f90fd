import type { LedgerItemId } from '@permu/intake'
import type { MissingReason } from '@permu/metrics'
import { decimal, primaryKey, string, table, whole } from '#dialect'

/** Rows of uploaded ledgers, one a project or parcel; `local` is the number of its zone in the file. */
export const projects = table(
  'projects',
  {
    workspace: string('workspace').notNull(),
    upload: string('upload').notNull(),
    row: whole('row').notNull(),
    local: whole('local').notNull(),
    /** The parcel, else the name: what makes it the same project in another file of its zone. */
    key: string('key').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.upload, t.row] })],
)

/** What the cells of those rows say, in the file's own units. */
export const projectValues = table(
  'project_values',
  {
    workspace: string('workspace').notNull(),
    upload: string('upload').notNull(),
    row: whole('row').notNull(),
    column: whole('column').notNull(),
    item: string('item').$type<LedgerItemId>().notNull(),
    period: string('period'),
    value: decimal('value'),
    unit: string('unit'),
    text: string('text'),
    reason: string('reason').$type<MissingReason>(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.upload, t.row, t.column] })],
)
