import { flag, index, json, primaryKey, string, table, uniqueIndex } from '#dialect'
import type { KeyScope, PersonRole } from './vocabulary.ts'

/**
 * Who may sign in. People, sessions, credentials and verifications belong to the server, not to a
 * workspace; the properties are named as the library for signing in names them.
 */
export const people = table(
  'people',
  {
    id: string('id').primaryKey(),
    name: string('name').notNull(),
    /** In lower case; of somebody who was removed the id, so that the address is free again. */
    email: string('email').notNull(),
    emailVerified: flag('email_verified').notNull(),
    role: string('role').$type<PersonRole>().notNull(),
    /** The zones that an uploader may write; null means all. */
    zones: json<string[]>('zones'),
    disabled: flag('disabled').notNull(),
    /** The password was made by an administrator and is good for choosing another one only. */
    mustChangePassword: flag('must_change_password').notNull(),
    createdAt: string('created_at').notNull(),
    updatedAt: string('updated_at').notNull(),
    /** Rows stay, because histories name people. */
    removedAt: string('removed_at'),
  },
  (t) => [uniqueIndex('people_by_email').on(t.email)],
)

export const sessions = table(
  'sessions',
  {
    id: string('id').primaryKey(),
    token: string('token').notNull(),
    userId: string('person').notNull(),
    expiresAt: string('expires_at').notNull(),
    createdAt: string('created_at').notNull(),
    updatedAt: string('updated_at').notNull(),
    ipAddress: string('ip_address'),
    userAgent: string('user_agent'),
  },
  (t) => [uniqueIndex('sessions_by_token').on(t.token), index('sessions_by_person').on(t.userId)],
)

/** Ways in: a password hash, or an identity at a provider, whose tokens are not kept. */
export const credentials = table(
  'credentials',
  {
    id: string('id').primaryKey(),
    userId: string('person').notNull(),
    providerId: string('provider').notNull(),
    accountId: string('account').notNull(),
    password: string('password'),
    createdAt: string('created_at').notNull(),
    updatedAt: string('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('credentials_by_account').on(t.providerId, t.accountId),
    index('credentials_by_person').on(t.userId),
  ],
)

/** What a sign-in by a provider has to remember until the browser comes back. */
export const verifications = table(
  'verifications',
  {
    id: string('id').primaryKey(),
    identifier: string('identifier').notNull(),
    value: string('value').notNull(),
    expiresAt: string('expires_at').notNull(),
    createdAt: string('created_at').notNull(),
    updatedAt: string('updated_at').notNull(),
  },
  (t) => [index('verifications_by_identifier').on(t.identifier)],
)

/** Keys of programs: the hash only, and the first letters by which a person knows one again. */
export const keys = table(
  'keys',
  {
    workspace: string('workspace').notNull(),
    id: string('id').notNull(),
    person: string('person').notNull(),
    name: string('name').notNull(),
    start: string('start').notNull(),
    hash: string('hash').notNull(),
    scopes: json<KeyScope[]>('scopes').notNull(),
    createdAt: string('created_at').notNull(),
    expiresAt: string('expires_at'),
    lastUsedAt: string('last_used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.id] }),
    uniqueIndex('keys_by_hash').on(t.hash),
    index('keys_by_person').on(t.workspace, t.person),
  ],
)

/** What an administrator has set; a name that is not there has its default. */
export const settings = table(
  'settings',
  {
    workspace: string('workspace').notNull(),
    name: string('name').notNull(),
    value: json<unknown>('value').notNull(),
    at: string('at').notNull(),
    by: string('by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.name] })],
)
