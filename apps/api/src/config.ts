import { resolve } from 'node:path'
import { z } from 'zod'

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4310),
  HOST: z.string().min(1).default('127.0.0.1'),
  PERMU_DATA: z.string().min(1).default('./data'),
  PERMU_MAX_UPLOAD_MB: z.coerce.number().positive().max(16384).default(2048),
  PERMU_SAMPLE: z.string().default(''),
  PERMU_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  PERMU_ALLOWED_HOSTS: z.string().default(''),
  PERMU_BACKUPS: z.enum(['daily', 'off']).default('daily'),
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
  /** Whether a backup is made each day. */
  backups: boolean
  /** Whether the server listens on this machine only. */
  loopback: boolean
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

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
    backups: s.PERMU_BACKUPS === 'daily',
    loopback: LOOPBACK.has(s.HOST),
  }
}
