import { createRequire } from 'node:module'
import type * as Orm from 'drizzle-orm'
import type * as Migrator from 'drizzle-orm/migrator'
import type * as Core from 'drizzle-orm/pg-core'
import type * as Driver from 'drizzle-orm/pg-proxy'

/** Drizzle by its CommonJS files, which take a tenth of the memory and time of its ES modules. */
const require = createRequire(import.meta.url)

const orm = require('drizzle-orm') as typeof Orm
const core = require('drizzle-orm/pg-core') as typeof Core
const driver = require('drizzle-orm/pg-proxy') as typeof Driver
const migrator = require('drizzle-orm/migrator') as typeof Migrator

export const { and, between, count, eq, gt, gte, inArray, isNotNull, isNull, lt, max, ne } = orm
export const { notInArray, or, sql } = orm
export const { asc: ascending, desc: descending } = orm
export const { getTableColumns, getTableName } = orm
export const { bigint, boolean, customType, doublePrecision, index, pgTable, primaryKey } = core
export const { uniqueIndex } = core
export const { drizzle } = driver
export const { readMigrationFiles } = migrator
