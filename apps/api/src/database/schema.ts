import type { LedgerItemId, Plan, ProblemCode, Severity, Summary } from '@permu/intake'
import type { MissingReason, SupplyRule } from '@permu/metrics'
import {
  bytes,
  decimal,
  flag,
  index,
  json,
  primaryKey,
  string,
  table,
  uniqueIndex,
  whole,
} from '#dialect'
import type {
  AppliedMapping,
  ChangeKind,
  Counts,
  KeyScope,
  MappingContent,
  NamedZone,
  PersonRole,
  SampleKind,
  UploadMode,
  UploadStatus,
  ZoneEventKind,
  ZoneReport,
} from './vocabulary.ts'

/** The whole schema, over the builders of `#dialect`; every large table is keyed by workspace. */

export const workspaces = table('workspaces', {
  id: string('id').primaryKey(),
  /** Grows by one with each entry of `changes`. */
  dataVersion: whole('data_version').notNull(),
})

export const uploads = table(
  'uploads',
  {
    workspace: string('workspace').notNull(),
    id: string('id').notNull(),
    name: string('name').notNull(),
    sha256: string('sha256').notNull(),
    bytes: whole('bytes').notNull(),
    by: string('by').notNull(),
    createdAt: string('created_at').notNull(),
    committedAt: string('committed_at'),
    withdrawnAt: string('withdrawn_at'),
    /** Order of commits: of two live layers the one with the larger number wins. */
    layer: whole('layer'),
    status: string('status').$type<UploadStatus>().notNull(),
    mode: string('mode').$type<UploadMode>().notNull(),
    sample: string('sample').$type<SampleKind>(),
    sampleId: string('sample_id'),
    reading: json<Record<string, unknown>>('reading').notNull(),
    plan: json<Plan>('plan'),
    summary: json<Summary>('summary'),
    periods: json<string[]>('periods').notNull(),
    counts: json<Counts>('counts').notNull(),
    /** The data version that `counts` compares with. */
    countedAgainst: whole('counted_against'),
    mapping: json<AppliedMapping>('mapping'),
    zoneReport: json<ZoneReport>('zone_report'),
    /** How often reading it was under way when the process ended. */
    attempts: whole('attempts').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.id] }),
    index('uploads_by_hash').on(t.workspace, t.sha256),
    index('uploads_by_layer').on(t.workspace, t.layer),
  ],
)

/** The zones of one upload: the number that its blocks use, and the zone it was taken for. */
export const uploadZones = table(
  'upload_zones',
  {
    workspace: string('workspace').notNull(),
    upload: string('upload').notNull(),
    local: whole('local').notNull(),
    zone: string('zone'),
    name: string('name').notNull(),
    code: string('code'),
    row: whole('row').notNull(),
    attributes: json<Record<string, string>>('attributes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.upload, t.local] })],
)

export const zones = table(
  'zones',
  {
    workspace: string('workspace').notNull(),
    id: string('id').notNull(),
    name: string('name').notNull(),
    code: string('code'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.id] }),
    uniqueIndex('zones_by_name').on(t.workspace, t.name),
  ],
)

/** Quantities that no catalogue knows, made from the header that brought them. */
export const fields = table(
  'fields',
  {
    workspace: string('workspace').notNull(),
    id: string('id').notNull(),
    name: string('name').notNull(),
    unit: string('unit'),
    upload: string('upload').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.id] })],
)

/**
 * Up to 4096 observation rows of one upload and one period, packed by column: `zones` and `rows` are
 * Int32, `values` Float64 and `reasons` Uint8, both slot-major over `slots` (Int32, into the plan).
 */
export const blocks = table(
  'blocks',
  {
    workspace: string('workspace').notNull(),
    upload: string('upload').notNull(),
    block: whole('block').notNull(),
    period: string('period').notNull(),
    count: whole('count').notNull(),
    slots: bytes('slots').notNull(),
    zones: bytes('zones').notNull(),
    rows: bytes('rows').notNull(),
    values: bytes('values').notNull(),
    reasons: bytes('reasons').notNull(),
    /** CRC-32 over the columns of bytes; null in blocks from before it was kept. */
    checksum: whole('checksum'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.upload, t.block] }),
    index('blocks_by_period').on(t.workspace, t.period, t.upload),
  ],
)

export const problems = table(
  'problems',
  {
    workspace: string('workspace').notNull(),
    upload: string('upload').notNull(),
    seq: whole('seq').notNull(),
    code: string('code').$type<ProblemCode>().notNull(),
    severity: string('severity').$type<Severity>().notNull(),
    row: whole('row'),
    column: whole('column'),
    header: string('header'),
    text: string('text'),
    byte: whole('byte'),
    params: json<Record<string, string | number>>('params'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.upload, t.seq] }),
    index('problems_by_row').on(t.workspace, t.upload, t.row),
  ],
)

/** What made each data version; written in the transaction that makes it. */
export const changes = table(
  'changes',
  {
    workspace: string('workspace').notNull(),
    version: whole('version').notNull(),
    at: string('at').notNull(),
    by: string('by').notNull(),
    kind: string('kind').$type<ChangeKind>().notNull(),
    upload: string('upload'),
    counts: json<Pick<Counts, 'added' | 'changed' | 'same' | 'zonesAdded'>>('counts'),
    note: string('note'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.version] }),
    index('changes_by_upload').on(t.workspace, t.upload),
  ],
)

/** Mapping documents: rows are only added; the largest version of an id is the one that counts. */
export const mappings = table(
  'mappings',
  {
    workspace: string('workspace').notNull(),
    id: string('id').notNull(),
    version: whole('version').notNull(),
    at: string('at').notNull(),
    by: string('by').notNull(),
    /** A version that says that the mapping is no longer applied. */
    forgotten: whole('forgotten').notNull(),
    content: json<MappingContent>('content').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.id, t.version] })],
)

/** Other names that files use for a zone; `key` is the name without width, case and spaces. */
export const zoneAliases = table(
  'zone_aliases',
  {
    workspace: string('workspace').notNull(),
    key: string('key').notNull(),
    zone: string('zone').notNull(),
    name: string('name').notNull(),
    at: string('at').notNull(),
    by: string('by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.key] })],
)

/** Mergers, splits, new borders and new names; one that was taken back keeps its row. */
export const zoneEvents = table(
  'zone_events',
  {
    workspace: string('workspace').notNull(),
    id: string('id').notNull(),
    date: string('date').notNull(),
    kind: string('kind').$type<ZoneEventKind>().notNull(),
    from: json<NamedZone[]>('from').notNull(),
    to: json<NamedZone[]>('to').notNull(),
    note: string('note'),
    at: string('at').notNull(),
    by: string('by').notNull(),
    withdrawnAt: string('withdrawn_at'),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.id] })],
)

/** Views of pages by their content; one with a name is in the list, one without is a short link only. */
export const views = table(
  'views',
  {
    workspace: string('workspace').notNull(),
    id: string('id').notNull(),
    path: string('path').notNull(),
    /** Without the question mark. */
    query: string('query').notNull(),
    name: string('name'),
    note: string('note'),
    by: string('by').notNull(),
    createdAt: string('created_at').notNull(),
    /** When the name or the note was last written. */
    changedAt: string('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.id] })],
)

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

/** Rules of land supply: rows are only added; the largest version counts. */
export const supplyRules = table(
  'supply_rules',
  {
    workspace: string('workspace').notNull(),
    version: whole('version').notNull(),
    at: string('at').notNull(),
    by: string('by').notNull(),
    note: string('note').notNull(),
    rule: json<SupplyRule>('rule').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.version] })],
)

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
