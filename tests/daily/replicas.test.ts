import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.js'
import { type Built, build } from '../built.js'
import { listen } from '../store/log.js'
import { type PostgresServer, postgresMissing, startPostgres } from '../store/postgres.js'
import { FakeBoard } from './fake-board.js'
import { subscribed } from './house.js'
import { openChannels, startMortal } from './mortal.js'

const channels = Array.from({ length: 200 }, (_, index) => `C${index + 1}`)
const due = Date.parse('2026-12-01T00:00:00Z')

describe.skipIf(postgresMissing)('three replicas on PostgreSQL', () => {
  let server: PostgresServer
  let built: Built

  beforeAll(async () => {
    built = build()
    server = await startPostgres()
  })

  afterAll(async () => {
    built?.remove()
    await server?.stop()
  })

  test('post each of 200 channels’ tips exactly once, though one is killed in mid-run', async () => {
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
      startMortal(built.path('.'), { databaseUrl }, { slack: { url: open.url } }),
    )
    const survived = await Promise.all(replicas.map((replica) => replica.checkAt(due)))
    expect(survived).toEqual([false, true, true])
    await Promise.all(replicas.slice(1).map((replica) => replica.checkAt(due + 61_000)))
    expect(board.posts.map(({ channel }) => channel).sort()).toEqual([...channels].sort())
    const ends = await Promise.all(
      channels.map((channel) => store.deliveries.find('slack', channel, '2026-12-01')),
    )
    expect(new Set(ends.map((delivery) => delivery?.status))).toEqual(new Set(['sent']))
    await Promise.all(replicas.map((replica) => replica.bury()))
    open.close()
    await store.close()
  })
})
