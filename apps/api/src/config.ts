import { resolve } from 'node:path'
import { z } from 'zod'
import { DEFAULT_QUOTAS, Quota, type Quotas } from './border/quota.ts'
import type { PersonRole } from './database/vocabulary.ts'

const optional = z.string().default('')
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4310),
  HOST: z.string().min(1).default('127.0.0.1'),
  PERMU_DATA: z.string().min(1).default('./data'),
  PERMU_DATABASE: z.union([z.literal(''), z.url({ protocol: /^postgres(ql)?$/u })]).default(''),
  PERMU_MAX_UPLOAD_MB: z.coerce.number().positive().max(16384).default(2048),
  PERMU_MAX_ROWS: whole(1, 1_000_000_000).default(20_000_000),
  PERMU_SAMPLE: z.string().default(''),
  PERMU_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  PERMU_ALLOWED_HOSTS: z.string().default(''),
  PERMU_URL: z.union([z.literal(''), z.url({ protocol: /^https?$/u })]).default(''),
  PERMU_SECRET: z.union([z.literal(''), z.string().min(32)]).default(''),
  PERMU_OIDC_ISSUER: z.union([z.literal(''), z.url({ protocol: /^https?$/u })]).default(''),
  PERMU_OIDC_CLIENT_ID: optional,
  PERMU_OIDC_CLIENT_SECRET: optional,
  PERMU_OIDC_NAME: z.string().min(1).default('OIDC'),
  PERMU_OIDC_ROLE_CLAIM: z.string().min(1).default('groups'),
  PERMU_OIDC_ROLES: z
    .string()
    .regex(/^([^=,]+=(viewer|uploader|editor|administrator)(,|$))*$/u, 'write it as group=role,…')
    .default(''),
  PERMU_BACKUPS: z.enum(['daily', 'off']).default('daily'),
  PERMU_TRUST_PROXY: whole(0, 10).default(0),
  PERMU_RATE_READ: Quota.default(DEFAULT_QUOTAS.read),
  PERMU_RATE_COMPUTE: Quota.default(DEFAULT_QUOTAS.compute),
  PERMU_RATE_WRITE: Quota.default(DEFAULT_QUOTAS.write),
  PERMU_RATE_UPLOAD: Quota.default(DEFAULT_QUOTAS.upload),
  PERMU_RATE_SIGN_IN: Quota.default(DEFAULT_QUOTAS['sign-in']),
  PERMU_MAX_CONNECTIONS: whole(1, 1_000_000).default(1000),
  PERMU_UPLOADS_AT_ONCE: whole(1, 1000).default(16),
  PERMU_DRAIN_WAIT: z.coerce.number().min(0).max(600).default(0),
  PERMU_DRAIN_DEADLINE: z.coerce.number().min(0).max(3600).default(10),
  PERMU_MIN_FREE_MB: whole(0, 1_000_000_000).default(512),
  PERMU_MAX_BACKUP_HOURS: whole(0, 100_000).default(26),
  PERMU_METRICS_PORT: z.union([z.literal(''), whole(0, 65535)]).default(''),
  PERMU_METRICS_HOST: z.string().min(1).default('127.0.0.1'),
})

/** A provider that people may sign in by. */
export interface Oidc {
  issuer: string
  clientId: string
  clientSecret: string
  name: string
  /** The claim that names somebody's groups, and the roles that these give at the first sign-in. */
  roleClaim: string
  roles: readonly { group: string; role: PersonRole }[]
}

export interface Config {
  port: number
  host: string
  data: string
  /** The address of a database at a server, with its password; null: a file in the data folder. */
  database: string | null
  maxUploadBytes: number
  /** Of one file. */
  maxRows: number
  /** A sample to load at start where it is not there yet. */
  sample: string | null
  log: string
  /** Names besides loopback ones under which a browser may reach the server. */
  allowedHosts: readonly string[]
  /** Whether a backup is made each day. */
  backups: boolean
  /** Whether the server listens on this machine only. */
  loopback: boolean
  /** Under which a browser reaches the server; null: by whatever name it goes. */
  address: string | null
  /** Signs cookies; null: one is made and kept in the data folder. */
  secret: string | null
  oidc: Oidc | null
  /** How many proxies stand in front, each of which adds an address to `X-Forwarded-For`. */
  trustProxy: number
  quotas: Quotas
  maxConnections: number
  /** How many files are received at the same time. */
  uploadsAtOnce: number
  /** Milliseconds during which a server that stops still listens, and says that it is not ready. */
  drainWait: number
  /** Milliseconds that requests in flight then have. */
  drainDeadline: number
  /** Below this the server says that it is not ready. */
  minFreeBytes: number
  /** A newest backup that is older says that the server is not ready; 0: its age does not matter. */
  maxBackupHours: number
  /** Where the figures for Prometheus are served; null: only with a key, on the port of the API. */
  metrics: { port: number; host: string } | null
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

type Settings = z.infer<typeof Settings>

const orNull = (text: string) => (text === '' ? null : text)

function oidcOf(s: Settings): Oidc | null {
  if (s.PERMU_OIDC_ISSUER === '') return null
  return {
    issuer: s.PERMU_OIDC_ISSUER.replace(/\/$/u, ''),
    clientId: s.PERMU_OIDC_CLIENT_ID,
    clientSecret: s.PERMU_OIDC_CLIENT_SECRET,
    name: s.PERMU_OIDC_NAME,
    roleClaim: s.PERMU_OIDC_ROLE_CLAIM,
    roles: s.PERMU_OIDC_ROLES.split(',')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [group = '', role = ''] = pair.split('=')
        return { group: group.trim(), role: role as PersonRole }
      }),
  }
}

/** What has to be set together. */
function incomplete(s: Settings): string | null {
  if (s.PERMU_OIDC_ISSUER === '') return null
  for (const name of ['PERMU_URL', 'PERMU_OIDC_CLIENT_ID', 'PERMU_OIDC_CLIENT_SECRET'] as const) {
    if (s[name] === '') return `${name}: PERMU_OIDC_ISSUER needs it`
  }
  return null
}
const quotasOf = (s: Settings): Quotas => ({
  read: s.PERMU_RATE_READ,
  compute: s.PERMU_RATE_COMPUTE,
  write: s.PERMU_RATE_WRITE,
  upload: s.PERMU_RATE_UPLOAD,
  'sign-in': s.PERMU_RATE_SIGN_IN,
})

const metricsOf = ({ PERMU_METRICS_PORT: port, PERMU_METRICS_HOST: host }: Settings) =>
  port === '' ? null : { port, host }

/** Settings from the environment; a wrong one is told by name. */
export function readConfig(env: Record<string, string | undefined>): Config | { error: string } {
  const parsed = Settings.safeParse(env)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { error: `${issue?.path.join('.') ?? 'setting'}: ${issue?.message ?? 'not valid'}` }
  }
  const s = parsed.data
  const missing = incomplete(s)
  if (missing !== null) return { error: missing }
  return {
    port: s.PORT,
    host: s.HOST,
    data: resolve(s.PERMU_DATA),
    database: orNull(s.PERMU_DATABASE),
    maxUploadBytes: s.PERMU_MAX_UPLOAD_MB * 1024 * 1024,
    maxRows: s.PERMU_MAX_ROWS,
    sample: orNull(s.PERMU_SAMPLE),
    log: s.PERMU_LOG,
    allowedHosts: s.PERMU_ALLOWED_HOSTS.split(',').filter((h) => h !== ''),
    backups: s.PERMU_BACKUPS === 'daily',
    loopback: LOOPBACK.has(s.HOST),
    address: s.PERMU_URL === '' ? null : new URL(s.PERMU_URL).origin,
    secret: orNull(s.PERMU_SECRET),
    oidc: oidcOf(s),
    trustProxy: s.PERMU_TRUST_PROXY,
    quotas: quotasOf(s),
    maxConnections: s.PERMU_MAX_CONNECTIONS,
    uploadsAtOnce: s.PERMU_UPLOADS_AT_ONCE,
    drainWait: s.PERMU_DRAIN_WAIT * 1000,
    drainDeadline: s.PERMU_DRAIN_DEADLINE * 1000,
    minFreeBytes: s.PERMU_MIN_FREE_MB * 1024 * 1024,
    maxBackupHours: s.PERMU_MAX_BACKUP_HOURS,
    metrics: metricsOf(s),
  }
}
