/** Why a database is not opened, or cannot be used. */
export type RefusalKind =
  'damaged' | 'foreign' | 'newer' | 'missing' | 'locked' | 'migration' | 'server'

/** A database that is refused: the message is for the person who has to do something about it. */
export class DatabaseRefused extends Error {
  readonly kind: RefusalKind
  constructor(kind: RefusalKind, message: string) {
    super(message)
    this.kind = kind
  }
}

const LIST = 'npm run backup -- list'
const RESTORE = 'npm run backup -- restore NAME'
const BACKUPS = `“${LIST}” names the backups and “${RESTORE}” puts one in its place; the file itself is kept aside.`

/** What was found about a file, and what to do. */
export const refusals = {
  damaged: (path: string, found: string) =>
    new DatabaseRefused('damaged', `The database ${path} is damaged (${found}). ${BACKUPS}`),
  changed: (path: string) =>
    new DatabaseRefused(
      'damaged',
      `The database ${path} is not what was there when the server last stopped: it is damaged, or another ` +
        `file was put in its place. ${BACKUPS} If it was replaced on purpose, remove ${path}.seal and ${path}.sums.`,
    ),
  turned: (path: string, page: number) =>
    new DatabaseRefused(
      'damaged',
      `The database ${path} is damaged (page ${String(page)} is not what was written). ${BACKUPS} ` +
        `If another program has written to the file, remove ${path}.sums.`,
    ),
  shortened: (path: string, found: string) =>
    new DatabaseRefused(
      'damaged',
      `The newest changes of the database ${path} are damaged (${found}): what was acknowledged would be missing. ` +
        `${BACKUPS} To go on without them, or if another program has worked with the file, remove ${path}.mark.`,
    ),
  foreign: (path: string, found: string) =>
    new DatabaseRefused(
      'foreign',
      `The file ${path} is no database of permu (${found}). Set PERMU_DATA to another folder, or: ${BACKUPS}`,
    ),
  newer: (path: string, found: number, known: number) =>
    new DatabaseRefused(
      'newer',
      `The database ${path} was written by a newer version of permu (its schema is ${String(found)}, this ` +
        `version knows ${String(known)}). Start that version, or restore a backup from before: ${BACKUPS}`,
    ),
  missing: (path: string) =>
    new DatabaseRefused(
      'missing',
      `The database ${path} is missing or empty, although original files or backups stand beside it. ${BACKUPS} ` +
        'To begin anew, set PERMU_DATA to an empty folder.',
    ),
  locked: (path: string) =>
    new DatabaseRefused(
      'locked',
      `Another process is using the database ${path}. Stop that server first, or set PERMU_DATA to another folder.`,
    ),
  migration: (path: string, found: string) =>
    new DatabaseRefused(
      'migration',
      `The database ${path} could not be brought up to this version (${found}). It was left as it was: start the ` +
        `version that wrote it, or restore a backup. ${BACKUPS}`,
    ),
  older: (path: string) =>
    new DatabaseRefused(
      'migration',
      `The database ${path} is of an older version of permu: start this version on it once, and stop it again.`,
    ),
  notEmpty: (table: string) =>
    new DatabaseRefused(
      'server',
      `The database that everything would be copied to has rows in “${table}”. Name an empty one: nothing was changed.`,
    ),
  copy: (table: string, sent: number, found: number) =>
    new DatabaseRefused(
      'server',
      `Of “${table}” ${String(sent)} rows were sent, and ${String(found)} were found there or some of them differ. ` +
        'Nothing was kept; the file is as it was.',
    ),
  server: (place: string, found: string) =>
    new DatabaseRefused(
      'server',
      `The database ${place} cannot be used: ${found}. PERMU_DATABASE has to name a database in UTF8 at a ` +
        'PostgreSQL server of version 15 or newer, with a user who may create tables there.',
    ),
  foreignAtServer: (place: string) =>
    new DatabaseRefused(
      'foreign',
      `The database ${place} is no database of permu: its tables are others. Set PERMU_DATABASE to an empty one.`,
    ),
  newerAtServer: (place: string, found: number, known: number) =>
    new DatabaseRefused(
      'newer',
      `The database ${place} was written by a newer version of permu (its schema is ${String(found)}, this ` +
        `version knows ${String(known)}). Start that version.`,
    ),
}
