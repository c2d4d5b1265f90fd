import { z } from '@hono/zod-openapi'

const positive = z.coerce.number().positive().max(1e12).optional()

export const linkageQuery = z.object({
  period: z.string().max(20).optional(),
  type: z.string().max(100).optional(),
  zones: z.string().max(20_000).optional(),
  reference: z
    .enum(['median', 'target', 'fit'])
    .default('median')
    .openapi({ description: 'median of the zones, own targets, or the fitted line that rises' }),
  tolerance: z.coerce
    .number()
    .min(0)
    .max(99)
    .default(10)
    .openapi({ description: 'percent of the reference on either side' }),
  investmentTarget: positive.openapi({
    description:
      'with reference=target; in the unit of the answer. A side without one keeps the median',
  }),
  taxTarget: positive,
  worst: z.coerce.number().int().min(1).max(500).default(5),
  cuts: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'nine rising numbers between 0 and 1, parted by commas' }),
})

export type LinkageQuery = z.infer<typeof linkageQuery>
