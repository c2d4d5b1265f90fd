import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino'

const HIDDEN = '[hidden]'

const SECRETS = ['authorization', 'cookie', 'set-cookie', 'x-api-key', 'password', 'newPassword']
  .concat('currentPassword', 'token', 'key', 'secret', 'clientSecret', 'code_verifier', 'session')
  .map((name) => `["${name}"]`)

// A wildcard of the redactor stands for one level.
const PATHS = ['', '*', '*.*'].flatMap((above) => SECRETS.map((name) => above + name))

const IN_ADDRESS = /([?&](?:token|key|password|code|state|secret)=)[^&\s"'#]+/giu
const IN_USER_PART = /(:\/\/[^\s:@/]*:)[^\s@/]+@/gu
const BEARER = /\b(bearer|basic)\s+[\w.~+/=-]+/giu
const API_KEY = /\bizm_[\w-]+/gu

/** A text without what stands in it that opens a door. */
export function withoutSecrets(text: string): string {
  return text
    .replaceAll(IN_ADDRESS, `$1${HIDDEN}`)
    .replaceAll(IN_USER_PART, `$1${HIDDEN}@`)
    .replaceAll(BEARER, `$1 ${HIDDEN}`)
    .replaceAll(API_KEY, HIDDEN)
}

/** The builder of queries puts their parameters, which may be hashes or names, into its messages. */
const withoutParameters = (text: string) => text.split('\nparams:')[0] ?? ''

function plainError(error: Error): object {
  const { type, message, stack, code, aggregateErrors, cause } = stdSerializers.errWithCause(
    error,
  ) as Record<string, unknown>
  const shown = withoutParameters(String(message))
  const told = withoutSecrets(String(stack).replace(String(message), shown))
  return {
    type,
    message: withoutSecrets(shown),
    stack: told,
    ...(code !== undefined && { code }),
    ...(aggregateErrors !== undefined && { causes: String(aggregateErrors) }),
    ...(error.cause instanceof Error && cause !== undefined && { cause: plainError(error.cause) }),
  }
}

/** Lines of JSON that name no secret; `to` is the standard output unless said. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    redact: { paths: PATHS, censor: HIDDEN },
    serializers: {
      err: (error: unknown) => (error instanceof Error ? plainError(error) : typeof error),
    },
  }
  return to === undefined ? pino(options) : pino(options, to)
}
