import { z } from '@hono/zod-openapi'

/** Backups: copies of the whole database, checked when they were made. */

export const BackupReason = z.enum(['daily', 'manual', 'migration', 'restore'])

export const Backup = z
  .object({
    name: z.string().openapi({ example: '20260131-030000-daily' }),
    at: z.string(),
    reason: BackupReason.openapi({
      description: 'made by the clock, by a person, before a migration, before a restore',
    }),
    bytes: z.int().openapi({ description: 'of the database; original files are not counted' }),
    schema: z.int(),
    dataVersion: z.int(),
    counts: z.object({ uploads: z.int(), zones: z.int(), people: z.int() }),
    audit: z.object({ entries: z.int(), head: z.string().nullable() }),
    originals: z.object({ files: z.int(), bytes: z.int() }),
  })
  .openapi('Backup')

export const BackupList = z
  .object({
    items: z.array(
      Backup.extend({
        restorable: z.boolean().openapi({ description: 'false: a newer version wrote it' }),
      }),
    ),
    unreadable: z
      .array(z.string())
      .openapi({ description: 'names of folders that are no backups' }),
    next: z.string().nullable().openapi({ description: 'when the next one is due; null: never' }),
    by: z.enum(['permu', 'server']).openapi({
      description: 'server: the database is at a PostgreSQL server, whose own tools copy it',
    }),
  })
  .openapi('BackupList')

export const Restored = z
  .object({
    restored: z.string(),
    dataVersion: z.int().openapi({ description: 'a new one; none is ever used twice' }),
    kept: z.string().openapi({ description: 'the backup that holds what was there before' }),
    missingOriginals: z
      .array(z.string())
      .openapi({ description: 'SHA-256 of original files that are no longer there' }),
  })
  .openapi('Restored')

export type Backup = z.infer<typeof Backup>
export type BackupList = z.infer<typeof BackupList>
export type Restored = z.infer<typeof Restored>
