import { Client } from 'pg'

/** What must hold of a database that processes share while nothing is under way; nothing is asked of them. */

type Row = Record<string, unknown>

const SILENT = 255

const CHECKS = {
  claims: "select upload || ' is claimed by nobody' as fault from permu_claims",
  versions: `
    select 'data version ' || data_version || ', history ' || n || ' of ' || top as fault
    from workspaces, (select count(*) as n, coalesce(max(version), 0) as top from changes) c
    where data_version <> n or n <> top`,
  doubled: `
    select 'committed twice: ' || sha256 as fault from uploads where status = 'committed'
    group by sha256 having count(*) > 1`,
  layers: `
    select 'layer ' || layer || ' is that of several uploads' as fault from uploads
    where layer is not null group by layer having count(*) > 1`,
  strays: ['blocks', 'problems', 'upload_zones']
    .map(
      (table) => `select distinct '${table} of no upload: ' || upload as fault from ${table}
        where upload not in (select id from uploads where status <> 'pending')`,
    )
    .join(' union '),
}

/** A committed layer has exactly the cells that its summary counted. */
async function checkCells(client: Client): Promise<string[]> {
  const { rows } = await client.query<Row>(`
    select u.id, (u.summary::json ->> 'cells')::int as said, b.reasons
    from uploads u left join blocks b on b.upload = u.id where u.status = 'committed'`)
  const found = new Map<unknown, { said: unknown; cells: number }>()
  for (const { id, said, reasons } of rows) {
    const before = found.get(id)?.cells ?? 0
    const cells = [...((reasons as Uint8Array | null) ?? [])].filter((one) => one !== SILENT).length
    found.set(id, { said, cells: before + cells })
  }
  return [...found]
    .filter(([, { said, cells }]) => said !== cells)
    .map(([id, { said, cells }]) => `${String(id)}: ${String(cells)} cells of ${String(said)}`)
}

export async function unsoundAt(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const faults = await checkCells(client)
    for (const check of Object.values(CHECKS)) {
      const { rows } = await client.query<Row>(check)
      faults.push(...rows.map(({ fault }) => String(fault)))
    }
    return faults
  } finally {
    await client.end()
  }
}
