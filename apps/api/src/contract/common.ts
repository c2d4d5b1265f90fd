import { z } from '@hono/zod-openapi'

/** What all answers share. */

export const Names = z.object({ zh: z.string(), en: z.string() })

export const Better = z.union([
  z.literal('more'),
  z.literal('less'),
  z.object({ target: z.tuple([z.number().nullable(), z.number().nullable()]) }),
])

export const PROBLEM_STATUS = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-type': 415,
  unusable: 422,
  'too-many': 429,
  internal: 500,
  'no-room': 507,
} as const

export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), message: z.string() })),
  })
  .openapi('Problem')

export type Names = z.infer<typeof Names>
export type Better = z.infer<typeof Better>
export type ProblemBody = z.infer<typeof ProblemBody>
export type ProblemCode = keyof typeof PROBLEM_STATUS
