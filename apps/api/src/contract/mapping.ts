import { z } from '@hono/zod-openapi'
import { Policy, Replacement, Role } from './upload.ts'

/** A mapping document: how files with these headers are read. */
export const Mapping = z
  .object({
    id: z.string().openapi({ description: 'made of the set of headers' }),
    version: z.int(),
    format: z.literal('permu-mapping/1'),
    name: z.string(),
    headers: z.array(z.string()),
    columns: z.array(
      z.object({
        header: z.string(),
        occurrence: z.int().openapi({ description: 'from 1, where headers repeat' }),
        role: Role,
        field: z.string().optional(),
        unit: z.string().nullable().optional(),
        period: z.string().nullable().optional(),
      }),
    ),
    policy: Policy.optional(),
    replacements: z.array(Replacement).optional(),
    updatedAt: z.string(),
    by: z.string(),
  })
  .openapi('Mapping')

export type Mapping = z.infer<typeof Mapping>
