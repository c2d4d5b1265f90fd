import { z } from '@hono/zod-openapi'
import { FRONTIER_MODELS } from '@permu/metrics'
import { word } from '../http/word.ts'

const names = z.string().max(5000)

const MODEL_SYNONYMS = {
  crs: 'ccr',
  vrs: 'bcc',
  drs: 'nirs',
  irs: 'ndrs',
  'super-efficiency': 'super',
  'super-ccr': 'super',
  supersbm: 'super-sbm',
  'cross-efficiency': 'cross',
  'free-disposal-hull': 'fdh',
} as const

/** Orientations as papers and programs write them. */
export const ORIENTATION_SYNONYMS = {
  in: 'input',
  io: 'input',
  'input-oriented': 'input',
  out: 'output',
  oo: 'output',
  'output-oriented': 'output',
} as const

const RETURNS = ['constant', 'variable', 'non-increasing', 'non-decreasing'] as const
const returns = word(RETURNS, {
  crs: 'constant',
  vrs: 'variable',
  nirs: 'non-increasing',
  drs: 'non-increasing',
  ndrs: 'non-decreasing',
  irs: 'non-decreasing',
})

export const frontierQuery = z.object({
  period: z.string().max(20).optional(),
  inputs: names.openapi({ example: 'capital,labour', description: 'indicators or fields ≥ 0' }),
  outputs: names.openapi({ example: 'output' }),
  model: word(FRONTIER_MODELS, MODEL_SYNONYMS).openapi({
    description: 'ccr unless said; also crs, vrs, super-efficiency, cross-efficiency',
  }),
  orientation: word(['input', 'output', 'none'], {
    ...ORIENTATION_SYNONYMS,
    non: 'none',
    'non-oriented': 'none',
  }).openapi({ description: 'the first of the model unless said' }),
  returns: returns.openapi({
    description: 'returns to scale, for super, sbm and super-sbm; also crs, vrs, nirs, ndrs',
  }),
  rts: returns.openapi({ description: 'the same as returns' }),
  fixed: names.optional().openapi({ description: 'inputs that no zone can shrink' }),
  nondiscretionary: names.optional().openapi({ description: 'the same as fixed' }),
  goal: word(['aggressive', 'benevolent']).openapi({ description: 'cross only; aggressive' }),
  self: z
    .enum(['0', '1'])
    .optional()
    .openapi({ description: 'cross only; 0: a zone does not evaluate itself' }),
  scale: z
    .enum(['0', '1'])
    .optional()
    .openapi({ description: '1: scale efficiency and returns to scale of each zone' }),
  zones: z.string().max(20_000).optional(),
  type: z.string().max(100).optional(),
})

export type FrontierQuery = z.infer<typeof frontierQuery>
