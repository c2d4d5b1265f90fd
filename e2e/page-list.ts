import { readFileSync } from 'node:fs'

/** Every page of the product: one line here, and the tests over all pages take it in. */
export const PAGES = [
  '/',
  '/rank',
  '/rank?v=1&p=per-mu-performance&treat=jrc&miss=median&g=type&sel=ZONE',
  '/rank/methods',
  '/rank/robustness',
  '/frontier?v=1&sel=ZONE',
  '/productivity?v=1&sel=ZONE',
  '/compare',
  '/linkage',
  '/starter',
  '/map',
  '/projects',
  '/supply',
  '/report',
  '/zones/ZONE/report',
  '/views',
  '/data',
  '/data/UPLOAD',
  '/data/history',
  '/data/diff?from=0',
  '/data/mappings',
  '/data/coverage',
  '/data/coverage/tax',
  '/zones',
  '/zones/ZONE',
  '/zones/events',
  '/indicators',
  '/indicators/tax-per-land',
  '/trace?zone=ZONE&indicator=tax-per-land',
  '/help',
  '/admin',
  '/admin/backups',
  '/admin/audit?verify=1',
  '/admin/health',
  '/no-such-page',
]

/** Pages that only somebody with an account sees. */
export const PAGES_OF_PEOPLE = [
  '/account',
  '/admin/people',
  '/admin/people/new',
  '/admin/people/PERSON',
  '/admin/keys',
  '/admin/settings',
  '/admin/backups',
  '/admin/audit?verify=1',
  '/admin/health',
]

/** What stands for ZONE and UPLOAD in the list. */
export interface Filled {
  readonly zone: string
  readonly preview: string
}

/** A file with errors that waits for a person. */
async function sendPreview(base: string): Promise<string> {
  const body = readFileSync(new URL('fixtures/messy-gbk.csv', import.meta.url))
  const path = '/api/v1/uploads?mode=preview&name=messy.csv'
  const headers = { prefer: 'wait=60' }
  const answer = await fetch(base + path, { method: 'POST', headers, body })
  return ((await answer.json()) as { id: string }).id
}

/** The samples, and a preview with errors. */
export async function fillProduct(base: string): Promise<Filled> {
  for (const sample of ['city-66', 'city-66-projects', 'poland-sez']) {
    await fetch(`${base}/api/v1/samples/${sample}`, { method: 'POST' })
  }
  const zones = (await (await fetch(`${base}/api/v1/zones`)).json()) as { id: string }[]
  return { zone: zones[0]?.id ?? '', preview: await sendPreview(base) }
}

export const pathOf = (path: string, { zone, preview }: Filled): string =>
  path.replace('ZONE', zone).replace('UPLOAD', preview)
