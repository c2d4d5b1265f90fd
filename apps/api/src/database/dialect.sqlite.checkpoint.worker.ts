import { workerData } from 'node:worker_threads'
import { checkpoint } from './dialect.sqlite.checkpoint.ts'
import type { Held } from './dialect.sqlite.held.ts'

/** Copies the write-ahead log into the database, away from the thread that answers. */

const { path, held } = workerData as { path: string; held: Held }
checkpoint(path, held)
