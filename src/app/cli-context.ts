import type { Readable, Writable } from 'node:stream'
import type { ProcessEvents } from '../operations/shutdown.js'
import { OperatorError } from '../operator-error.js'

/** What a process is given: environment, streams, signals. */
export interface CliContext {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Writable & { readonly isTTY?: boolean }
  readonly events: ProcessEvents
  /** Ends the process at once. */
  readonly exit: (code: number) => void
}

/** A subcommand: does its work, and gives the process's exit code. */
export type Subcommand = (words: readonly string[], context: CliContext) => Promise<number>

/** The words behind a subcommand are wrong; the message says how they should be. */
export class UsageError extends OperatorError {
  override readonly name = 'UsageError'
}
