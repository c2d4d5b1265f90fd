import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** How a request went. */
export interface Measured {
  method: string
  /** The pattern of the route, never an address that a client has made up. */
  route: string
  status: number
  seconds: number
}

/** Figures that are looked up when somebody asks. */
export interface Looked {
  queue: { waiting: number; reading: number }
  computing: { running: number; waiting: number }
  snapshot: { dataVersion: number; tables: number }
  bytes: { database: number; log: number | null }
  uploads: Readonly<Record<string, number>>
}

/** What the process tells Prometheus. */
export interface Metrics {
  request(measured: Measured): void
  refused(kind: string): void
  /** The text of all figures, in the format of Prometheus. */
  text(look: () => Promise<Looked>): Promise<string>
  readonly contentType: string
  close(): void
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

function gaugesOf(registry: Registry) {
  const registers = [registry]
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `permu_${name}`, help, registers, labelNames })
  return {
    queue: gauge('upload_queue', 'Uploads that wait or are read', ['state']),
    computing: gauge('computing_tasks', 'Tasks of computing threads', ['state']),
    version: gauge('data_version', 'Version of the data'),
    tables: gauge('snapshot_tables', 'Tables of periods that are kept in memory'),
    bytes: gauge('database_bytes', 'Size of the database and of its log', ['file']),
    uploads: gauge('uploads', 'Uploads by status', ['status']),
  }
}

function setGauges(gauges: ReturnType<typeof gaugesOf>, found: Looked) {
  gauges.queue.set({ state: 'waiting' }, found.queue.waiting)
  gauges.queue.set({ state: 'reading' }, found.queue.reading)
  gauges.computing.set({ state: 'waiting' }, found.computing.waiting)
  gauges.computing.set({ state: 'running' }, found.computing.running)
  gauges.version.set(found.snapshot.dataVersion)
  gauges.tables.set(found.snapshot.tables)
  gauges.bytes.set({ file: 'database' }, found.bytes.database)
  if (found.bytes.log !== null) gauges.bytes.set({ file: 'log' }, found.bytes.log)
  gauges.uploads.reset()
  for (const [status, count] of Object.entries(found.uploads)) gauges.uploads.set({ status }, count)
}

/** Figures of this process alone: two servers in one process do not share them. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'permu_' })
  const gauges = gaugesOf(registry)
  const requests = new Histogram({
    name: 'permu_http_request_seconds',
    help: 'How long requests took, by pattern of their route',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  })
  const refusals = new Counter({
    name: 'permu_refused_requests_total',
    help: 'Requests that came too often, by kind',
    labelNames: ['kind'],
    registers: [registry],
  })
  return {
    request: ({ method, route, status, seconds }) => {
      const known = METHODS.has(method) ? method : 'other'
      requests.observe({ method: known, route, status }, seconds)
    },
    refused: (kind) => refusals.inc({ kind }),
    text: async (look) => {
      setGauges(gauges, await look())
      return registry.metrics()
    },
    contentType: registry.contentType,
    close: () => registry.clear(),
  }
}
