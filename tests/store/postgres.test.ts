import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.js'
import { systemClock } from '../../src/time/clock.js'
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

  const query = async (sql: string): Promise<pg.QueryResult> => {
    const client = new pg.Client(url)
    await client.connect()
    return client.query(sql).finally(() => client.end())
  }

  storeContract(
    () => openStore({ databaseUrl: url }, listen(lines)),
    // The server's clock goes its own way: that a lease began earlier is the same.
    async (milliseconds) =>
      void (await query(`update delivery set lease_until = lease_until - ${milliseconds}`)),
  )

  test('claims by its own clock, whatever those of its replicas say', async () => {
    const delivery = { id: 'abcdefghijkl', chat: 'slack', channel: 'C1', day: '2026-12-01', tip: 'tip-1' }
    const replicas = await Promise.all(
      [0, 7_200_000, -7_200_000].map((off) => {
        const clock = { now: () => Date.now() + off, monotonic: () => systemClock.monotonic() + off }
        return openStore({ databaseUrl: url }, listen(lines), clock)
      }),
    )
    const claims = await Promise.all(replicas.map((store) => store.deliveries.claim(delivery, 60)))
    expect(claims.filter(Boolean)).toHaveLength(1)
    const { rows } = await query(
      'select abs(extract(epoch from now()) * 1000 - claimed_at) < 10000 as recent, lease_until - claimed_at as lease from delivery',
    )
    expect(rows).toEqual([{ recent: true, lease: '60000' }])
    await Promise.all(replicas.map((store) => store.close()))
  })

  test('that goes away is complained of once a minute, and used when it comes back', async () => {
    let monotonic = 1_000_000
    const clock = { now: Date.now, monotonic: () => monotonic }
    const cable = await layCable(url)
    const store = await openStore({ databaseUrl: cable.url }, listen(lines), clock)
    await store.ping()
    await cable.cut()
    for (let second = 0; second < 61; second++) {
      await expect(store.ping()).rejects.toThrow(/^The database cannot be used now: /)
      monotonic += 1_000
    }
    await cable.mend()
    expect(await store.subscriptions.all()).toEqual([])
    expect(lines).toEqual([complaint, complaint, { level: 'info', message: 'The database answers again' }])
    await store.close()
    await cable.cut()
  })

  test('that is away at the start is migrated when it comes', async () => {
    let monotonic = 1_000_000
    const clock = { now: Date.now, monotonic: () => monotonic }
    const cable = await layCable(url)
    await cable.cut()
    const store = await openStore({ databaseUrl: cable.url }, listen(lines), clock)
    await cable.mend()
    monotonic += 1_000
    expect(await store.subscriptions.all()).toEqual([])
    await store.close()
    await cable.cut()
  })
})

const complaint = {
  level: 'error',
  message: 'Cannot use the database: answers go on, tips and statistics wait until it is back',
}
