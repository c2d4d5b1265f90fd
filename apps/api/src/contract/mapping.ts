import { z } from '@hono/zod-openapi'
import { Policy, Role } from './upload.ts'

const occurrence = z.int().min(1).max(1000).openapi({
  description: 'from 1, where headers repeat',
})

export const MappingColumn = z.object({
  header: z.string().max(1000),
  occurrence: occurrence.default(1),
  role: Role,
  field: z.string().max(200).optional(),
  unit: z.string().max(60).nullable().optional(),
  period: z.string().max(40).nullable().optional(),
})

/** As `Replacement`, but its column is named by header, for columns move. */
export const MappingReplacement = z.object({
  header: z.string().max(1000).nullable().openapi({ description: 'null: in every column' }),
  occurrence: occurrence.default(1),
  find: z.string().min(1).max(10_000),
  replace: z.string().max(10_000),
})

/** What a person decided about files with these headers, without what the server adds. */
export const MappingDocument = z
  .object({
    format: z.literal('permu-mapping/1'),
    id: z.string().max(80).optional().openapi({
      description: 'made of the set of headers; where it is given it must be that',
    }),
    name: z.string().max(300),
    headers: z.array(z.string().max(1000)).min(1).max(1000),
    columns: z.array(MappingColumn).max(1000),
    policy: Policy.optional(),
    replacements: z.array(MappingReplacement).max(500).optional(),
  })
  .openapi('MappingDocument')

/** A mapping document: what a person decided about files with these headers. */
export const Mapping = MappingDocument.extend({
  id: z.string().openapi({ description: 'made of the set of headers' }),
  version: z.int().openapi({ description: 'grows by one; earlier versions stay' }),
  updatedAt: z.string(),
  by: z.string(),
}).openapi('Mapping')

export type Mapping = z.infer<typeof Mapping>
export type MappingDocument = z.infer<typeof MappingDocument>
export type MappingColumn = z.infer<typeof MappingColumn>
export type MappingReplacement = z.infer<typeof MappingReplacement>
