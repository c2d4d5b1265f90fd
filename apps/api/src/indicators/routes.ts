import { createRoute, z } from '@hono/zod-openapi'
import {
  dimensionText,
  FAMILIES,
  FIELDS,
  formulaText,
  INDICATORS,
  type Indicator as Declared,
} from '@permu/metrics'
import { Field, Indicator } from '../contract.ts'
import { betterJson, columnOf } from '../data/quantities.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { dataEtag } from '../http/etag.ts'
import { createRoutes, json } from '../http/routes.ts'
import { failed, unwrap } from '../problem.ts'

const tags = ['reading']

const fields = createRoute({
  tags,
  method: 'get',
  path: '/fields',
  summary: 'Fields: built in, and brought by files',
  middleware: dataEtag,
  responses: { 200: json(z.array(Field), 'all fields') },
})

const indicators = createRoute({
  tags,
  method: 'get',
  path: '/indicators',
  summary: 'Indicators with formula, unit, source and coverage',
  middleware: dataEtag,
  responses: { 200: json(z.array(Indicator), 'all indicators') },
})

const indicator = createRoute({
  tags,
  method: 'get',
  path: '/indicators/{id}',
  summary: 'One indicator',
  middleware: dataEtag,
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: { 200: json(Indicator, 'the indicator') },
})

async function coverageOf(snapshot: Snapshot, declared: Declared) {
  const coverage: Record<string, number> = {}
  for (const period of snapshot.periods) {
    const column = columnOf({ ...declared, of: 'indicator' }, await snapshot.table(period))
    coverage[period] = column.reasons.reduce((count, reason) => count + (reason === 0 ? 1 : 0), 0)
  }
  return coverage
}

async function describe(snapshot: Snapshot, declared: Declared): Promise<Indicator> {
  const { id, name, unit, better, formula, rule } = declared
  const family = FAMILIES.find((f) => f.id === declared.family)
  return {
    id,
    name,
    unit: unit?.id ?? null,
    better: betterJson(better),
    formula: { zh: formulaText(formula, 'zh'), en: formulaText(formula, 'en') },
    fields: [...declared.fields],
    family: { id: declared.family, name: family?.name ?? { zh: '', en: '' } },
    source: [...declared.source],
    rule,
    caveats: [...declared.caveats],
    coverage: await coverageOf(snapshot, declared),
  }
}

function describeFields(snapshot: Snapshot): Field[] {
  const known = FIELDS.map((f) => ({ ...f, builtIn: true, hasData: false }))
  const merged = new Map([...known.map((f) => [f.id, f] as const), ...snapshot.fields])
  return [...merged.values()].map(({ id, name, unit, builtIn, kind, hasData }) => {
    const dimension = unit === null ? null : dimensionText(unit.dimension)
    return { id, name, dimension, unit: unit?.id ?? null, builtIn, kind, hasData }
  })
}

export const indicatorRoutes = createRoutes()
  .openapi(fields, async (c) => {
    return c.json(describeFields(await c.get('deps').snapshots.current()), 200)
  })
  .openapi(indicators, async (c) => {
    const snapshot = await c.get('deps').snapshots.current()
    const all: Indicator[] = []
    for (const declared of INDICATORS) all.push(await describe(snapshot, declared))
    return c.json(all, 200)
  })
  .openapi(indicator, async (c) => {
    const declared = INDICATORS.find((i) => i.id === c.req.valid('param').id)
    if (!declared) return unwrap(failed('not-found', 'There is no such indicator.'))
    return c.json(await describe(await c.get('deps').snapshots.current(), declared), 200)
  })
