import { mkdir, mkdtemp, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.js'
import { storeContract } from './contract.js'
import { type LogLine, listen } from './log.js'

let directory = ''
let lines: LogLine[] = []
/** Moved by the tests: the wall clock and the monotonic one. */
let now = 0
let monotonic = 0

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'meetup-bot-'))
  lines = []
  now = 1_795_392_000_000
  monotonic = 1_000_000
})

afterEach(() => rm(directory, { recursive: true }))

const open = () =>
  openStore({ directory: join(directory, 'data') }, listen(lines), {
    now: () => now,
    monotonic: () => monotonic,
  })

describe('a SQLite file', () => {
  storeContract(open, (milliseconds) => {
    now += milliseconds
    monotonic += milliseconds
  })

  test('holds no lease for hours when the clock is set back, nor ends one when it is set forward', async () => {
    const store = await open()
    const claimed = await store.deliveries.claim(delivery, 60)
    expect(claimed?.claimedAt).toBe(now)
    now += 7_200_000
    monotonic += 59_999
    expect(await store.deliveries.claim(delivery, 60)).toBeUndefined()
    now -= 14_400_000
    monotonic += 1
    expect(await store.deliveries.claim(delivery, 60)).toEqual({ ...claimed, reclaimed: true, attempt: 2 })
    await store.close()
  })

  test('holds no lease of the time before the machine was started anew', async () => {
    monotonic = 90 * 86_400_000
    const store = await open()
    const claimed = await store.deliveries.claim(delivery, 60)
    monotonic = 20_000
    expect(await store.deliveries.claim(delivery, 60)).toEqual({ ...claimed, reclaimed: true, attempt: 2 })
    await store.close()
  })

  test('is made with its directory', async () => {
    const store = await open()
    await store.close()
    const tables = new Database(join(directory, 'data', 'bot.db'))
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like '%kysely%' order by name",
      )
      .all()
    expect(tables).toEqual([{ name: 'delivery' }, { name: 'question' }, { name: 'subscription' }])
  })

  test('that cannot be opened is complained of once a minute, and used when it can be', async () => {
    await mkdir(join(directory, 'data', 'bot.db'), { recursive: true })
    const store = await open()
    const refused =
      /^The database cannot be used now: ConnectionFailed\("Unable to open connection to local database .*bot.db: 14"\)$/
    for (let second = 0; second < 119; second++) {
      await expect(store.subscriptions.all()).rejects.toThrow(refused)
      monotonic += 1_000
    }
    expect(lines).toEqual([complaint, complaint])
    await rmdir(join(directory, 'data', 'bot.db'))
    expect(await store.subscriptions.all()).toEqual([])
    expect(lines).toEqual([complaint, complaint, recovery])
    await store.close()
  })

  test('that cannot be written is still read, and written again when it can be', async () => {
    const store = await open()
    await store.close()
    const file = new Database(join(directory, 'data', 'bot.db'))
    file.exec("create trigger full before insert on question begin select raise(abort, 'disk full'); end")
    const again = await open()
    const record = () => again.questions.record([{ ...asked, id: `${now}` }])
    for (let second = 0; second < 30; second++) {
      await expect(record()).rejects.toThrow('The database cannot be used now: disk full')
      expect(await again.subscriptions.all()).toEqual([])
    }
    expect(lines).toEqual([complaint, recovery])
    file.exec('drop trigger full')
    await record()
    await again.close()
    file.close()
  })

  test('that another process has locked is waited for', async () => {
    const store = await open()
    const other = new Database(join(directory, 'data', 'bot.db'))
    other.exec('begin immediate')
    const recorded = store.questions.record([asked])
    setImmediate(() => other.exec('commit'))
    await recorded
    expect(await store.questions.since(new Date(0))).toEqual([asked])
    expect(lines).toEqual([])
    await store.close()
    other.close()
  })

  test('that a newer release has changed is refused', async () => {
    const store = await open()
    await store.close()
    const file = new Database(join(directory, 'data', 'bot.db'))
    file.exec("insert into kysely_migration values ('9999-newer', '2030-01-01T00:00:00.000Z')")
    file.close()
    const older = await open()
    await expect(older.ping()).rejects.toThrow(
      'The database cannot be used now: corrupted migrations: previously executed migration 9999-newer is missing',
    )
    await older.close()
  })
})

const delivery = { id: 'abcdefghijkl', chat: 'slack', channel: 'C1', day: '2026-12-01', tip: 'tip-1' }

const asked = {
  id: 'q',
  askedAt: 1,
  chat: 'console',
  locale: 'en',
  text: 'monitoring',
  outcome: 'none',
  sessions: [],
  vote: '',
} as const

const complaint = {
  level: 'error',
  message: 'Cannot use the database: answers go on, tips and statistics wait until it is back',
}

const recovery = { level: 'info', message: 'The database answers again' }
