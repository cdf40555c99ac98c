import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Daily } from '../../src/daily/daily.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { createDeferred } from '../../src/time/deferred.js'
import { builtParts } from '../built.js'
import { listen } from '../store/log.js'
import { type PostgresServer, postgresMissing, startPostgres } from '../store/postgres.js'
import { dailyWith } from './daily-with.js'
import { FakeBoard } from './fake-board.js'
import { FakeClock } from './fake-clock.js'
import { raceReplicas } from './replicas.js'
import { subscribed } from './subscribed.js'

const hour = 3_600_000

describe.skipIf(postgresMissing)('three replicas on PostgreSQL', () => {
  let server: PostgresServer

  beforeAll(async () => {
    server = await startPostgres()
  })

  afterAll(async () => {
    await server?.stop()
  })

  test('post each of 200 channels’ tips exactly once, though their clocks disagree and one is killed in mid-run', async () => {
    const { survived, posts, statuses } = await raceReplicas(
      builtParts,
      await server.createDatabase(),
      [0, 2 * hour, hour],
      200,
    )
    expect(survived).toEqual([false, true, true])
    expect(posts.filter((count) => count !== 1)).toEqual([])
    expect(new Set(statuses)).toEqual(new Set(['sent']))
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
  return dailyWith({ store, boards: new Map([['slack', board]]), clock })
}
