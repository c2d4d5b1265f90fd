import { resolve } from 'node:path'
import { z } from 'zod'
import { DEFAULT_QUOTAS, Quota, type Quotas } from './border/quota.ts'

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4310),
  HOST: z.string().min(1).default('127.0.0.1'),
  PERMU_DATA: z.string().min(1).default('./data'),
  PERMU_MAX_UPLOAD_MB: z.coerce.number().positive().max(16384).default(2048),
  PERMU_SAMPLE: z.string().default(''),
  PERMU_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  PERMU_ALLOWED_HOSTS: z.string().default(''),
  PERMU_TRUST_PROXY: whole(0, 10).default(0),
  PERMU_RATE_READ: Quota.default(DEFAULT_QUOTAS.read),
  PERMU_RATE_COMPUTE: Quota.default(DEFAULT_QUOTAS.compute),
  PERMU_RATE_WRITE: Quota.default(DEFAULT_QUOTAS.write),
  PERMU_RATE_UPLOAD: Quota.default(DEFAULT_QUOTAS.upload),
  PERMU_RATE_SIGN_IN: Quota.default(DEFAULT_QUOTAS['sign-in']),
  PERMU_MAX_CONNECTIONS: whole(1, 1_000_000).default(1000),
  PERMU_UPLOADS_AT_ONCE: whole(1, 1000).default(16),
  PERMU_MIN_FREE_MB: whole(0, 1_000_000_000).default(512),
  PERMU_MAX_BACKUP_HOURS: whole(0, 100_000).default(26),
  PERMU_METRICS_PORT: z.union([z.literal(''), whole(0, 65535)]).default(''),
  PERMU_METRICS_HOST: z.string().min(1).default('127.0.0.1'),
})

export interface Config {
  port: number
  host: string
  data: string
  maxUploadBytes: number
  /** A sample to load at start where it is not there yet. */
  sample: string | null
  log: string
  /** Names besides loopback ones under which a browser may reach the server. */
  allowedHosts: readonly string[]
  /** Whether the server listens on this machine only. */
  loopback: boolean
  /** How many proxies stand in front, each of which adds an address to `X-Forwarded-For`. */
  trustProxy: number
  quotas: Quotas
  maxConnections: number
  /** How many files are received at the same time. */
  uploadsAtOnce: number
  /** Below this the server says that it is not ready. */
  minFreeBytes: number
  /** A newest backup that is older says that the server is not ready; 0: its age does not matter. */
  maxBackupHours: number
  /** Where the figures for Prometheus are served; null: only with a key, on the port of the API. */
  metrics: { port: number; host: string } | null
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

type Settings = z.infer<typeof Settings>

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
  return {
    port: s.PORT,
    host: s.HOST,
    data: resolve(s.PERMU_DATA),
    maxUploadBytes: s.PERMU_MAX_UPLOAD_MB * 1024 * 1024,
    sample: s.PERMU_SAMPLE === '' ? null : s.PERMU_SAMPLE,
    log: s.PERMU_LOG,
    allowedHosts: s.PERMU_ALLOWED_HOSTS.split(',').filter((h) => h !== ''),
    loopback: LOOPBACK.has(s.HOST),
    trustProxy: s.PERMU_TRUST_PROXY,
    quotas: quotasOf(s),
    maxConnections: s.PERMU_MAX_CONNECTIONS,
    uploadsAtOnce: s.PERMU_UPLOADS_AT_ONCE,
    minFreeBytes: s.PERMU_MIN_FREE_MB * 1024 * 1024,
    maxBackupHours: s.PERMU_MAX_BACKUP_HOURS,
    metrics: metricsOf(s),
  }
}
