import { readFileSync } from 'node:fs'
import { getHeapStatistics } from 'node:v8'
import type { Health } from '../contract.ts'
import type { Deps } from '../env.ts'
import { commitOf } from './commit.ts'
import { freeBytes, MIGRATIONS_KNOWN } from './facts.ts'
import { uploadsByStatus } from './queries.ts'
import { readiness } from './readiness.ts'

interface Manifest {
  version: string
}

const MANIFEST = new URL('../../../../package.json', import.meta.url)
const ROOT = new URL('../../../../', import.meta.url)

const { version } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest

const INTEGRITY = { true: 'ok', false: 'damaged', null: 'unknown' } as const

async function databaseOf(deps: Deps): Promise<Health['database']> {
  const { store } = deps
  const { database: size, log: wal } = await store.facts.bytes()
  const { isSound, at } = await deps.integrity()
  return {
    engine: store.kind,
    schema: { done: await store.facts.migrations(), known: MIGRATIONS_KNOWN },
    size,
    wal,
    integrity: INTEGRITY[String(isSound) as keyof typeof INTEGRITY],
    checkedAt: at.toISOString(),
  }
}

function memoryOf(): Health['memory'] {
  const { rss, heapUsed } = process.memoryUsage()
  return { resident: rss, heap: heapUsed, heapLimit: getHeapStatistics().heap_size_limit }
}

/** All that an administrator wants to know of the process at one glance. */
export async function healthOf(deps: Deps): Promise<Health> {
  const { config, store, backups, intake, computing, receiving, now, life } = deps
  const { failed } = await readiness(deps)
  return {
    version,
    commit: commitOf(ROOT),
    uptime: Math.round((now().getTime() - life.since.getTime()) / 1000),
    ready: failed.length === 0,
    failed: [...failed],
    database: await databaseOf(deps),
    disk: { free: await freeBytes(deps), limit: config.minFreeBytes },
    lastBackup: await backups.newest(),
    uploads: {
      receiving: receiving.count(),
      ...intake.load(),
      byStatus: await uploadsByStatus(store.read),
    },
    computing: computing.load(),
    memory: memoryOf(),
    rates: { ...config.quotas },
  }
}
