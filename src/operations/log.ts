import pino, { type Logger } from 'pino'
import pretty from 'pino-pretty'
import { redactor } from './redact.js'

/** How a log is kept. */
export interface LogOptions {
  /** One of pino's: `"info"`; `"silent"` for none. */
  readonly level: string
  /** For eyes at a terminal, rather than JSON lines. */
  readonly pretty: boolean
  /** Tokens and passwords that must never be printed; others are told by their shape. */
  readonly secrets: readonly string[]
}

/** Where lines go; each ends with a line feed. */
export interface LineStream {
  write(line: string): unknown
}

/** Creates the log: JSON lines, on standard error unless told, without a secret wherever it hides. */
export function createLog(options: LogOptions, stream: LineStream = process.stderr): Logger {
  const redact = redactor(options.secrets)
  const target = options.pretty ? prettyStream(stream) : stream
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError, error: describeError },
    },
    // The finished line is redacted: no depth of nesting and no SDK's own property hides a token from it.
    { write: (line: string) => target.write(redact(line)) },
  )
}

function prettyStream(stream: LineStream): LineStream {
  const print = pretty.prettyFactory({ colorize: true, translateTime: 'SYS:HH:MM:ss' })
  return { write: (line) => stream.write(print(line)) }
}

const depthOfCauses = 5

/**
 * What is worth reading of an error, its causes included. SDKs hang whole requests and sockets on theirs, tokens and
 * people's words among them: of their own properties only short, plain ones are kept.
 */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'object' ? plainProperties(error ?? {}) : error
  const { cause, ...own }: Error & { cause?: unknown } = error
  return {
    ...plainProperties(own),
    ...platformAnswer(own),
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(error instanceof AggregateError && depth < depthOfCauses
      ? { errors: error.errors.slice(0, 5).map((each) => describeError(each, depth + 1)) }
      : {}),
    ...(cause !== undefined && depth < depthOfCauses ? { cause: describeError(cause, depth + 1) } : {}),
  }
}

/** Slack puts the scope that is missing into `data`. */
function platformAnswer(own: object): object {
  return 'data' in own && typeof own.data === 'object' && own.data ? { data: plainProperties(own.data) } : {}
}

function plainProperties(object: object): object {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => isPlain(value)))
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= 500
  return typeof value === 'number' || typeof value === 'boolean'
}
