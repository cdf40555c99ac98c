import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Logger } from 'pino'

/**
 * What Slack's libraries log, in our log. Their debug lines hold messages and tokens, and are dropped; their errors
 * are warnings here, since what cannot heal is told by ourselves.
 */
export function boltLogger(log: Logger): BoltLogger {
  const write =
    (level: 'debug' | 'warn') =>
    (...told: unknown[]) =>
      log[level]({ from: '@slack' }, told.map(String).join(' '))
  return {
    debug: () => {},
    info: write('debug'),
    warn: write('warn'),
    error: write('warn'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}
