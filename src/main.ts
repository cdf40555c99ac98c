import { config as readEnvFile } from 'dotenv'
import type { CliContext } from './app/cli-context.js'
import { subcommands } from './cli/subcommands.js'
import { OperatorError } from './operator-error.js'

/** The process: `main.js [start|ask|check|…]`. The only reader of `process.env`. */
async function main(): Promise<void> {
  readEnvFile({ quiet: true })
  const [name = 'start', ...words] = process.argv.slice(2)
  const { env, stdin, stdout, stderr } = process
  const exit = (code: number) => process.exit(code)
  const context: CliContext = { env, stdin, stdout, stderr, events: process, exit }
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  // A log that nobody takes any more ends nothing. Told as an error it would be logged, and fail again, without end.
  stderr.on('error', () => {})
  const code = await run(name, words, context)
  process.exitCode = code
  // What a library left open must not keep the process: output had its second.
  setTimeout(() => exit(code), 1000).unref()
}

async function run(name: string, words: readonly string[], context: CliContext): Promise<number> {
  const subcommand = subcommands.get(name)
  if (!subcommand) {
    context.stderr.write(`There is no "${name}". Try one of: ${[...subcommands.keys()].join(', ')}\n`)
    return 1
  }
  try {
    return await subcommand(words, context)
  } catch (error) {
    context.stderr.write(`${explain(error)}\n`)
    return 1
  }
}

/** The message of an operator's mistake; the stack of any other error. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error instanceof OperatorError ? error.message : (error.stack ?? error.message)
}

void main()
