import { listBackups } from '../backup/folder.ts'
import type { Config } from '../config.ts'
import type { Anchor } from './verify.ts'

/** The ends of the log that backups have seen. */
export async function auditAnchors(config: Pick<Config, 'data'>): Promise<Anchor[]> {
  const { backups } = await listBackups(config)
  return backups.flatMap(({ audit: { entries, head } }) =>
    head === null ? [] : [{ seq: entries, hash: head }],
  )
}
