import { type Logger, pino } from 'pino'

/** What a test cares about in a line of the log. */
export interface LogLine {
  readonly level: string
  readonly message: string
}

/** A logger that adds its lines to a list. */
export function listen(lines: LogLine[]): Logger {
  return pino(
    {},
    {
      write(line: string) {
        const { level, msg }: { level: number; msg: string } = JSON.parse(line)
        lines.push({ level: pino.levels.labels[level] ?? '', message: msg })
      },
    },
  )
}
