import { HTTPException } from 'hono/http-exception'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import { PROBLEM_STATUS, type ProblemBody, type ProblemCode, type Upload } from './contract.ts'
import { isEngineFull } from '#dialect'
import { DamagedData } from './data/pack.ts'
import type { Env } from './env.ts'

/** An expected failure, as a value. */
export interface Fault {
  code: ProblemCode
  detail: string
  errors?: { pointer: string; message: string }[]
  upload?: Upload
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; fault: Fault }

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const failed = (code: ProblemCode, detail: string, errors?: Fault['errors']) =>
  ({ ok: false, fault: { code, detail, ...(errors && { errors }) } }) as const

/** Carries a fault from a route to the one place that answers it. */
export class FaultError extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault.detail)
    this.fault = fault
  }
}

/** The value, or the fault on its way to `answerError`. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new FaultError(outcome.fault)
}

const TITLES: Record<ProblemCode, string> = {
  invalid: 'The request is not valid',
  unauthorized: 'Sign in first',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'Not possible in this state',
  'too-large': 'Too large',
  'unsupported-type': 'Not a table',
  unusable: 'The file could not be used as it is',
  'too-many': 'Too many requests',
  internal: 'Something went wrong here',
  'no-room': 'No room left on the disk',
}

export function answerFault(c: Context<Env>, fault: Fault) {
  const status: ContentfulStatusCode = PROBLEM_STATUS[fault.code]
  const body: ProblemBody & { upload?: Upload } = {
    type: `https://permu.invalid/problems/${fault.code}`,
    title: TITLES[fault.code],
    status,
    detail: fault.detail,
    instance: c.req.path,
    code: fault.code,
    requestId: c.get('requestId'),
    errors: fault.errors ?? [],
    ...(fault.upload && { upload: fault.upload }),
  }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

const FULL = new Set<unknown>(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** Whether a failure means that the disk has no room, however deep that is told. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  return FULL.has(code) || isEngineFull(error) || isFull(error.cause)
}

export const NO_ROOM = {
  code: 'no-room',
  detail:
    '磁盘已满，本次没有保存任何内容；请腾出空间后重试。 The disk is full; nothing was kept. Free some space and try again.',
} as const

const damaged = ({ message }: DamagedData): Fault => ({
  code: 'internal',
  detail:
    `数据库已损坏（${message}），因此不给出数字；请管理员恢复备份。 ` +
    `The database is damaged (${message}), so no figure is given: an administrator should restore a backup.`,
})

/** Maps whatever a route threw to problem+json; what nobody expected is logged and reveals nothing. */
export function answerError(log: Logger) {
  return (error: unknown, c: Context<Env>) => {
    if (error instanceof FaultError) return answerFault(c, error.fault)
    if (error instanceof HTTPException && error.status < 500) {
      return answerFault(c, { code: 'invalid', detail: `${error.message}.` })
    }
    log.error({ err: error, requestId: c.get('requestId'), path: c.req.path }, 'unexpected error')
    if (isFull(error)) {
      return answerFault(c, NO_ROOM)
    }
    if (error instanceof DamagedData) return answerFault(c, damaged(error))
    return answerFault(c, {
      code: 'internal',
      detail: 'An unexpected error was logged under this request id.',
    })
  }
}
