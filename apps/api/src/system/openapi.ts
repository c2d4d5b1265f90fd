import { z } from '@hono/zod-openapi'
import { ProblemBody } from '../contract.ts'

export const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'permu 亩均',
    version: '1.0.0',
    description:
      'Zone data in, comparable indicators and rankings out. A zone may be named by id, code or ' +
      'exact name; an indicator or field by id, exact name, or the header its column came with. ' +
      'Every failure is application/problem+json (RFC 9457).',
    license: { name: 'Apache-2.0' },
  },
} as const

interface Operation {
  responses?: Record<string, unknown>
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

const problem = {
  description: 'application/problem+json (RFC 9457)',
  content: { 'application/problem+json': { schema: z.toJSONSchema(ProblemBody) } },
}

/** Says at every operation how it fails. */
export function withProblems<T extends { paths?: Record<string, unknown> }>(document: T): T {
  for (const path of Object.values(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = (path as Record<string, Operation | undefined>)[method]
      if (operation?.responses) operation.responses['default'] = problem
    }
  }
  return document
}
