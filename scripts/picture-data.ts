import { readFileSync } from 'node:fs'

/** What the pictures of the documents show: the samples, and a little that a person would have added. */

export const BASE = (process.env['BASE'] ?? '').replace(/\/$/u, '')
const SAMPLES = ['city-66', 'city-66-projects']

/** Brings everything into an empty product. */
export async function fillForPictures(): Promise<void> {
  for (const sample of SAMPLES) await ask(`/samples/${sample}`, 'POST')
  await recordEvent()
  await bringOutline()
  await saveViews()
  await rememberMapping()
}

async function ask(path: string, method: 'GET' | 'POST' = 'GET'): Promise<unknown> {
  const response = await fetch(`${BASE}/api/v1${path}`, { method })
  if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)}`)
  return response.json()
}

function field(thing: unknown, key: string): unknown {
  return typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined
}

/** What somebody decided about a file with these headers. */
async function rememberMapping(): Promise<void> {
  const mapping = {
    format: 'permu-mapping/1',
    name: '税务局月报.csv',
    headers: ['园区', '期别', '税额', '工业用地', '备注'],
    columns: [
      { header: '税额', role: 'value', field: 'tax', unit: '亿元' },
      { header: '工业用地', role: 'value', field: 'supplied-land', unit: '亩' },
      { header: '备注', role: 'ignored' },
    ],
    policy: 'skip-rows',
    replacements: [{ header: '税额', find: '待核', replace: '—' }],
  }
  await send('/mappings', 'POST', JSON.stringify(mapping))
}

/** Two views in the list of views. */
async function saveViews(): Promise<void> {
  const views = [
    { path: '/rank', query: 'v=1&p=per-mu-performance&miss=median', name: '亩均效益月度例会' },
    {
      path: '/linkage',
      query: 'v=1&ref=target&ti=350',
      name: '投资强度 350 万元/亩',
      note: '供地会议用',
    },
  ]
  for (const view of views) await send('/views', 'POST', JSON.stringify(view))
}

/** Squares in place of the outlines of the zones: made up, as the zones are. */
async function bringOutline(): Promise<void> {
  const zones = await ask('/zones')
  const features = (Array.isArray(zones) ? zones : []).map((zone: unknown, k) => {
    const [x, y] = [103 + (k % 11) * 0.1, 30.5 - Math.floor(k / 11) * 0.1]
    const corners = [
      [x, y],
      [x + 0.09, y],
      [x + 0.09, y + 0.09],
      [x, y + 0.09],
      [x, y],
    ]
    const geometry = { type: 'Polygon', coordinates: [corners] }
    return { type: 'Feature', properties: { code: field(zone, 'code') }, geometry }
  })
  const body = JSON.stringify({ type: 'FeatureCollection', features })
  await send('/map?name=outline.geojson', 'PUT', body)
}

async function send(path: string, method: 'POST' | 'PUT', body: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${BASE}/api/v1${path}`, { method, headers, body })
  if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)}`)
}

/** The address of the oldest upload: the GBK half of the sample, in an empty product. */
export async function uploadPath(): Promise<string> {
  const items = field(await ask('/uploads?limit=200'), 'items')
  const id = Array.isArray(items) ? field(items.at(-1), 'id') : undefined
  if (typeof id !== 'string') throw new Error('there is no upload')
  return `/data/${encodeURIComponent(id)}`
}

/** The address of a preview with errors, of a file that is there for the tests. */
export async function previewPath(): Promise<string> {
  const body = readFileSync(new URL('../e2e/fixtures/messy-gbk.csv', import.meta.url))
  const path = `${BASE}/api/v1/uploads?mode=preview&name=messy-gbk.csv`
  const headers = { prefer: 'wait=60' }
  const response = await fetch(path, { method: 'POST', headers, body })
  const id = field(await response.json(), 'id')
  if (typeof id !== 'string') throw new Error('the preview was refused')
  return `/data/${encodeURIComponent(id)}`
}

/** A change of the last zone, so that the list of changes is not empty. */
async function recordEvent(): Promise<void> {
  const zones = await ask('/zones')
  const name = Array.isArray(zones) ? field(zones.at(-1), 'name') : undefined
  const event = { kind: 'border', date: '2022', from: [name], to: [name], note: '规划调整' }
  await send('/zone-events', 'POST', JSON.stringify(event))
}

/** A radar is drawn of two zones at most. */
export async function twoZones(): Promise<string> {
  const zones = await ask('/zones')
  const ids = (Array.isArray(zones) ? zones : []).slice(0, 2)
  return ids.map((zone) => String(field(zone, 'id'))).join(',')
}
