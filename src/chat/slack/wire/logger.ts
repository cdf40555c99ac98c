import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Logger } from 'pino'

/**
 * What Slack's libraries log, as debug lines: what matters is told by ourselves. Their own debug lines hold messages
 * and tokens, and are dropped.
 */
export function boltLogger(log: Logger): BoltLogger {
  const write = (...told: unknown[]) => log.debug({ from: '@slack' }, told.map(String).join(' '))
  return {
    debug: () => {},
    info: write,
    warn: write,
    error: write,
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}
