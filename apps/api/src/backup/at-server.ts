import { failed } from '../problem.ts'
import type { Backups } from './backups.ts'

/** What is said instead of copying a database that is no file of ours. */
export const AT_SERVER =
  '数据库在 PostgreSQL 服务器上：请用服务器自己的工具备份和恢复（pg_dump 或时间点恢复），见 docs/operations.md。 ' +
  'The database is at a PostgreSQL server: back it up and restore it by the server’s own tools ' +
  '(pg_dump, or point-in-time recovery), as docs/operations.md tells.'

const told = async () => failed('conflict', AT_SERVER)

/** Backups where the database is at a server: none of ours, and that is said. */
export const backupsAtServer: Backups = {
  list: async () => ({ items: [], unreadable: [], next: null, by: 'server' }),
  find: told,
  make: told,
  restore: told,
  newest: async () => null,
  keepMaking: () => undefined,
  close: async () => undefined,
}
