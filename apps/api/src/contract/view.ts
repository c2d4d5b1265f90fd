import { z } from '@hono/zod-openapi'

/** A page as somebody has set it: a path with its query, and a name where it is in the list. */
export const View = z
  .object({
    id: z.string().openapi({
      description: 'the content of path and query: the same view has the same id everywhere',
    }),
    path: z.string(),
    query: z.string().openapi({ description: 'without the question mark' }),
    name: z.string().nullable().openapi({ description: 'null: a short link, not in the list' }),
    note: z.string().nullable(),
    by: z.string(),
    createdAt: z.string(),
    changedAt: z.string(),
  })
  .openapi('View')

const name = z.string().trim().min(1).max(120)
const note = z.string().trim().max(1000)

export const NewView = z
  .object({
    path: z
      .string()
      .max(500)
      .openapi({ description: 'of a page of this server', example: '/rank' }),
    query: z.string().max(8000).default('').openapi({ example: 'v=1&w=tax-per-land.60,capex.40' }),
    name: name.optional().openapi({ description: 'left out: a short link only' }),
    note: note.optional(),
  })
  .openapi('NewView')

export const ViewChange = z
  .object({ name: name.optional(), note: note.nullable().optional() })
  .openapi('ViewChange')

export type View = z.infer<typeof View>
export type NewView = z.infer<typeof NewView>
export type ViewChange = z.infer<typeof ViewChange>
