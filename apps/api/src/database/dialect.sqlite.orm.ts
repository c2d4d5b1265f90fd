import { createRequire } from 'node:module'
import type * as Orm from 'drizzle-orm'
import type * as Driver from 'drizzle-orm/better-sqlite3'
import type * as Migrator from 'drizzle-orm/better-sqlite3/migrator'
import type * as Core from 'drizzle-orm/sqlite-core'

/**
 * Drizzle by its CommonJS files. The star exports of its ES modules go round in circles; linking
 * them takes 180 MB and half a second at start, requiring these 15 MB.
 */
const require = createRequire(import.meta.url)

const orm = require('drizzle-orm') as typeof Orm
const core = require('drizzle-orm/sqlite-core') as typeof Core
const driver = require('drizzle-orm/better-sqlite3') as typeof Driver
const migrator = require('drizzle-orm/better-sqlite3/migrator') as typeof Migrator

export const {
  and,
  asc,
  between,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  max,
  ne,
} = orm
export const { notInArray, or, sql } = orm
export const { getTableColumns, getTableName } = orm
export const { customType, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } = core
export const { drizzle } = driver
export const { migrate } = migrator
