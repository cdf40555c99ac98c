import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.js'
import { layCable } from './cable.js'
import { storeContract } from './contract.js'
import { type LogLine, listen } from './log.js'
import { type PostgresServer, postgresMissing, startPostgres } from './postgres.js'

describe.skipIf(postgresMissing)('a PostgreSQL database', () => {
  let server: PostgresServer
  let url = ''
  let lines: LogLine[] = []

  beforeAll(async () => {
    server = await startPostgres()
  })

  afterAll(() => server?.stop())

  beforeEach(async () => {
    url = await server.createDatabase()
    lines = []
  })

  storeContract(() => openStore({ databaseUrl: url }, listen(lines)))

  test('that goes away is complained of once a minute, and used when it comes back', async () => {
    let now = 1_000_000
    const cable = await layCable(url)
    const store = await openStore({ databaseUrl: cable.url }, listen(lines), () => now)
    await store.ping()
    await cable.cut()
    for (let second = 0; second < 61; second++) {
      await expect(store.ping()).rejects.toThrow(/^The database cannot be used now: /)
      now += 1_000
    }
    await cable.mend()
    expect(await store.subscriptions.all()).toEqual([])
    expect(lines).toEqual([complaint, complaint, { level: 'info', message: 'The database answers again' }])
    await store.close()
    await cable.cut()
  })

  test('that is away at the start is migrated when it comes', async () => {
    let now = 1_000_000
    const cable = await layCable(url)
    await cable.cut()
    const store = await openStore({ databaseUrl: cable.url }, listen(lines), () => now)
    await cable.mend()
    now += 1_000
    expect(await store.subscriptions.all()).toEqual([])
    await store.close()
    await cable.cut()
  })
})

const complaint = {
  level: 'error',
  message: 'Cannot use the database: answers go on, tips and statistics wait until it is back',
}
