import { createRoute, z } from '@hono/zod-openapi'
import { csvResponse } from '../http/csv-response.ts'
import { createRoutes, csv, xlsx } from '../http/routes.ts'
import { workbookResponse } from '../http/spreadsheet.ts'
import { unwrap } from '../problem.ts'
import { ledgerTemplate } from '../projects/template.ts'
import { TEXTS } from './messages.ts'
import { explanation, planTemplate, tableRows } from './table.ts'

const tags = ['uploads']

const query = z.object({
  kind: z.enum(['data', 'ledger']).default('data').openapi({
    description: 'ledger: one row a project; then `fields` and `zones` do not count',
  }),
  fields: z.string().max(5000).optional().openapi({ description: 'ids, separated by commas' }),
  lang: z.enum(['zh', 'en']).default('zh'),
  zones: z.enum(['0', '1']).default('0').openapi({ description: '1: with the zones known so far' }),
})

const csvTemplate = createRoute({
  tags,
  method: 'get',
  path: '/template.csv',
  summary: 'An empty table with the headers of the fields asked for',
  request: { query },
  responses: { 200: csv('UTF-8 with BOM') },
})

const xlsxTemplate = createRoute({
  tags,
  method: 'get',
  path: '/template.xlsx',
  summary: 'The same table as a workbook, with a sheet that explains the fields',
  request: { query },
  responses: { 200: xlsx('a workbook of two sheets') },
})

export const templateRoutes = createRoutes()
  .openapi(csvTemplate, async (c) => {
    const { kind, lang } = c.req.valid('query')
    if (kind === 'ledger') {
      const { file, header } = ledgerTemplate(lang, c.get('deps').now())
      return csvResponse(c, `${file}.csv`, [header])
    }
    const snapshot = await c.get('deps').snapshots.current()
    const plan = unwrap(planTemplate(snapshot, c.req.valid('query')))
    return csvResponse(c, `${TEXTS[plan.lang].file}.csv`, tableRows(plan))
  })
  .openapi(xlsxTemplate, async (c) => {
    const { kind, lang } = c.req.valid('query')
    if (kind === 'ledger') {
      const { file, data, notesName, header, notes } = ledgerTemplate(lang, c.get('deps').now())
      const wide = header.map((text) => Math.max(10, text.length * 2))
      return workbookResponse(c, `${file}.xlsx`, [
        { name: data, rows: [header], widths: wide },
        { name: notesName, rows: notes, widths: [40, 16, 60] },
      ])
    }
    const snapshot = await c.get('deps').snapshots.current()
    const plan = unwrap(planTemplate(snapshot, c.req.valid('query')))
    const texts = TEXTS[plan.lang]
    const table = tableRows(plan)
    const widths = (table[0] ?? []).map((header) => Math.max(10, header.length * 2))
    return workbookResponse(c, `${texts.file}.xlsx`, [
      { name: texts.data, rows: table, widths },
      { name: texts.notes, rows: explanation(plan), widths: [34, 14, 24, 60, 60] },
    ])
  })
