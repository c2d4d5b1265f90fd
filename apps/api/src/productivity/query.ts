import { z } from '@hono/zod-openapi'
import { ProductivityKind } from '../contract.ts'
import { ORIENTATION_SYNONYMS } from '../frontier/query.ts'
import { word } from '../http/word.ts'

const names = z.string().max(5000)

export const productivityQuery = z.object({
  from: z
    .string()
    .max(20)
    .optional()
    .openapi({ description: 'the first period; levels need only `to`' }),
  to: z.string().max(20).optional().openapi({ description: 'the last period; the newest' }),
  inputs: names.openapi({ example: 'capital,labour' }),
  outputs: names.openapi({ example: 'output' }),
  kind: ProductivityKind.default('malmquist').openapi({
    description: 'malmquist: changes; cobb-douglas, tornqvist: levels in each period',
  }),
  steps: z
    .enum(['0', '1'])
    .optional()
    .openapi({ description: '1: every pair of neighbouring periods between from and to' }),
  orientation: word(['input', 'output'], ORIENTATION_SYNONYMS).openapi({ description: 'output' }),
  reference: word(['contemporaneous', 'global']).openapi({
    description: 'contemporaneous for two periods, global for more',
  }),
  prices: z
    .enum(['current', 'constant'])
    .optional()
    .openapi({ description: 'in which prices the money already is; current' }),
  deflator: z.string().max(200).optional().openapi({
    description: 'a field with a price index: money is put into the prices of `from`',
  }),
  priceIndex: z.string().max(2000).optional().openapi({
    description:
      'the same index for all zones in place of a field, a figure above 0 for each period: money is put into the prices of `from`',
    example: '2022:100,2023:102.4',
  }),
  elasticities: z
    .string()
    .max(500)
    .optional()
    .openapi({ description: 'cobb-douglas: a number an input, or estimated', example: '0.4,0.6' }),
  revenues: names.optional().openapi({ description: 'tornqvist: revenue of each output' }),
  costs: names.optional().openapi({ description: 'tornqvist: cost of each input' }),
  zones: z.string().max(20_000).optional(),
  type: z.string().max(100).optional(),
})

export type ProductivityQuery = z.infer<typeof productivityQuery>
