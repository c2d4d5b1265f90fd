import { z } from '@hono/zod-openapi'
import { FRONTIER_MODELS } from '@permu/metrics'

const names = z.string().max(5000)

export const frontierQuery = z.object({
  period: z.string().max(20).optional(),
  inputs: names.openapi({ example: 'capital,labour', description: 'indicators or fields ≥ 0' }),
  outputs: names.openapi({ example: 'output' }),
  model: z.enum(FRONTIER_MODELS).default('ccr'),
  orientation: z
    .enum(['input', 'output', 'none'])
    .optional()
    .openapi({ description: 'the first of the model unless said' }),
  returns: z
    .enum(['constant', 'variable', 'non-increasing', 'non-decreasing'])
    .optional()
    .openapi({ description: 'returns to scale, for super, sbm and super-sbm' }),
  fixed: names.optional().openapi({ description: 'inputs that no zone can shrink' }),
  goal: z
    .enum(['aggressive', 'benevolent'])
    .optional()
    .openapi({ description: 'cross only; aggressive' }),
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
