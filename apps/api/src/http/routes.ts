import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Env } from '../env.ts'
import { answerFault } from '../problem.ts'
import { XLSX } from './spreadsheet.ts'

/** An empty set of routes whose refused input is answered like every other problem. */
export function createRoutes() {
  return new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const errors = result.error.issues.map((issue) => ({
        pointer: `/${issue.path.join('/')}`,
        message: issue.message,
      }))
      const first = errors[0]
      const detail = `${first?.pointer.slice(1) ?? 'input'}: ${first?.message ?? 'not valid'}`
      return answerFault(c, { code: 'invalid', detail, errors })
    },
  })
}

/** A JSON answer for the description of a route. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A text answer for the description of a route. */
export const text = (type: string) => ({
  description: type,
  content: { 'text/plain': { schema: z.string() } },
})

export const xlsx = (description: string) => ({
  description,
  content: { [XLSX]: { schema: z.string() } },
})

export const csv = (description: string) => ({
  description,
  content: { 'text/csv': { schema: z.string() } },
})
