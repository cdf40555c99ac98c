import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../src/config/config.js'

const escapes =
  'in the user and the password write % as %25, # as %23, / as %2F, ? as %3F, @ as %40, : as %3A and a space as %20'

const refusal = (url: string): string => {
  try {
    readConfig({ DATABASE_URL: url })
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return ''
}

describe('DATABASE_URL', () => {
  it.each([
    ['postgres://bot:se%cret@db/bot', `has a % that begins no escape: ${escapes}`],
    ['postgres://bot:secret%@db/bot', `has a % that begins no escape: ${escapes}`],
    ['postgres://bot:se#cret@db/bot', `has a #: ${escapes}`],
    ['postgres://bot:12#34@db/bot', `has a #: ${escapes}`],
    ['postgres://bot:se cret@db/bot', `has a space: ${escapes}`],
    [
      'postgres://bot:se/cret@db/bot',
      `is no address such as postgres://user:password@host:5432/database: ${escapes}`,
    ],
    [
      'postgres://bot:12/34@db/bot',
      `is no address such as postgres://user:password@host:5432/database: ${escapes}`,
    ],
    [
      'postgres://bot:12?34@db/bot',
      `is no address such as postgres://user:password@host:5432/database: ${escapes}`,
    ],
    [
      'postgres://bot:se%ffcret@db/bot',
      `is no address such as postgres://user:password@host:5432/database: ${escapes}`,
    ],
    ['mysql://bot:secret@db/bot', 'begins with postgres://'],
  ])('%s is refused with the way out, and without the password', (url, reason) => {
    expect(refusal(url)).toBe(`DATABASE_URL ${reason}`)
  })

  it.each([
    ['postgres://bot:%25%23%20%2F%3F%40%3A@db/bot', '%# /?@:'],
    ['postgres://bot:p@ss@db:5433/bot', 'p@ss'],
    ['postgres://bot:p:ss@db/bot?application_name=bot', 'p:ss'],
    ['postgresql://db/bot', ''],
    ['postgres://bot@/bot?host=/var/run/postgresql', ''],
  ])('%s is taken, as the driver reads it', (url, password) => {
    expect(refusal(url)).toBe('')
    expect(new pg.Client(url).password ?? '').toBe(password)
    expect(readConfig({ DATABASE_URL: url }).secrets).toEqual(password ? [password] : [])
  })
})
