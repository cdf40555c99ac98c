import { setImmediate as nextTurn } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Daily } from '../../src/daily/daily.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { createDeferred } from '../../src/time/deferred.js'
import { builtFile } from '../built.js'
import { listen } from '../store/log.js'
import { type PostgresServer, postgresMissing, startPostgres } from '../store/postgres.js'
import { FakeBoard } from './fake-board.js'
import { FakeClock } from './fake-clock.js'
import { library, tips } from './library.js'
import { openChannels, startMortal } from './mortal.js'
import { subscribed } from './subscribed.js'

const channels = Array.from({ length: 200 }, (_, index) => `C${index + 1}`)
const hour = 3_600_000
const due = Date.parse('2026-12-01T00:00:00Z')

describe.skipIf(postgresMissing)('three replicas on PostgreSQL', () => {
  let server: PostgresServer

  beforeAll(async () => {
    server = await startPostgres()
  })

  afterAll(async () => {
    await server?.stop()
  })

  test('post each of 200 channels’ tips exactly once, though their clocks disagree and one is killed in mid-run', async () => {
    const databaseUrl = await server.createDatabase()
    const store = await openStore({ databaseUrl }, listen([]))
    for (const channel of channels) await store.subscriptions.put(subscribed({ channel }))
    const board = new FakeBoard(() => due)
    const open = await openChannels(
      board,
      (channel, delivery) => board.findDelivery(channel, delivery, new Date(0)),
      (count) => {
        if (count < 60 || killed) return 'answer'
        killed = true
        replicas[0]?.kill()
        return 'answer'
      },
    )
    let killed = false
    const replicas = [0, 1, 2].map(() =>
      startMortal(builtFile('.'), { databaseUrl }, { slack: { url: open.url } }),
    )
    const clocks = [0, 2 * hour, hour]
    const survived = await Promise.all(
      replicas.map((replica, index) => replica.checkAt(due + (clocks[index] ?? 0), 0)),
    )
    expect(survived).toEqual([false, true, true])
    await leasesEnd(databaseUrl)
    await Promise.all(replicas.slice(1).map((replica) => replica.checkAt(due + 61_000, 61_000)))
    expect(board.posts.map(({ channel }) => channel).sort()).toEqual([...channels].sort())
    const ends = await Promise.all(
      channels.map((channel) => store.deliveries.find('slack', channel, '2026-12-01')),
    )
    expect(new Set(ends.map((delivery) => delivery?.status))).toEqual(new Set(['sent']))
    await Promise.all(replicas.map((replica) => replica.bury()))
    open.close()
    await store.close()
  })

  test('leave a tip to the one that is posting it, though the clock of another is two hours ahead', async () => {
    const databaseUrl = await server.createDatabase()
    const answer = createDeferred<void>()
    const clocks = ['2026-12-01T00:00:00Z', '2026-12-01T02:00:00Z'].map((start) => new FakeClock(start))
    const replicas = await Promise.all(
      clocks.map(async (clock) => {
        const store = await openStore({ databaseUrl }, listen([]), clock)
        const board = new FakeBoard(clock.now)
        const post = board.post.bind(board)
        board.post = async (...args) => {
          await post(...args)
          await answer.promise
        }
        return { store, board, daily: dailyOn(store, board, clock) }
      }),
    )
    const [slow, ahead] = replicas
    if (!slow || !ahead) throw new Error('expected two')
    await slow.store.subscriptions.put(subscribed())
    await slow.daily.check()
    const posted = slow.daily.idle()
    while (slow.board.posts.length === 0) await nextTurn()
    await ahead.daily.check()
    await ahead.daily.idle()
    expect([slow.board.posts.length, ahead.board.posts.length]).toEqual([1, 0])
    answer.resolve()
    await posted
    expect((await slow.store.deliveries.find('slack', 'C1', '2026-12-01'))?.status).toBe('sent')
    await Promise.all(replicas.map(({ store }) => store.close()))
  })
})

function dailyOn(store: Store, board: FakeBoard, clock: FakeClock): Daily {
  return new Daily({
    store,
    boards: new Map([['slack', board]]),
    library: () => library(tips(20)),
    locale: 'ko',
    clock,
    log: listen([]),
    channels: [],
    catchUpHours: 6,
    organisers: () => [],
    counted: () => undefined,
  })
}

/** As if a minute had passed on the server. */
async function leasesEnd(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  await client.query('update delivery set lease_until = lease_until - 60000').finally(() => client.end())
}
