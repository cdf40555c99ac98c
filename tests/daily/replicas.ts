import pg from 'pg'
import { openStore } from '../../src/store/open-store.js'
import { listen } from '../store/log.js'
import { FakeBoard } from './fake-board.js'
import { openChannels, startMortal } from './mortal.js'
import { postCounts } from './post-counts.js'
import { subscribed } from './subscribed.js'

/** What came of replicas that were to post the same tips. */
export interface Raced {
  /** Which of them were alive at the end. */
  readonly survived: readonly boolean[]
  /** How often each channel got its tip. */
  readonly posts: readonly number[]
  /** What the store says of each. */
  readonly statuses: readonly (string | undefined)[]
}

const due = Date.parse('2026-12-01T00:00:00Z')

/**
 * Lets processes on one PostgreSQL database post a tip to each of so many channels at the same time. The wall clock of
 * each is ahead by so many milliseconds; the first is killed in mid-run.
 */
export async function raceReplicas(
  built: string,
  databaseUrl: string,
  clocks: readonly number[],
  count: number,
): Promise<Raced> {
  const channels = Array.from({ length: count }, (_, index) => `C${index + 1}`)
  const store = await openStore({ databaseUrl }, listen([]))
  for (const channel of channels) await store.subscriptions.put(subscribed({ channel }))
  const board = new FakeBoard(() => due)
  let killed = false
  const open = await openChannels(
    board,
    (channel, delivery) => board.findDelivery(channel, delivery, new Date(0)),
    (posts) => {
      if (posts < count * 0.3 || killed) return 'answer'
      killed = true
      replicas[0]?.kill()
      return 'answer'
    },
  )
  const replicas = clocks.map(() => startMortal(built, { databaseUrl }, { slack: { url: open.url } }))
  const survived = await Promise.all(
    replicas.map((replica, index) => replica.checkAt(due + (clocks[index] ?? 0), 0)),
  )
  await leasesEnd(databaseUrl)
  const heirs = replicas.filter((_, index) => survived[index])
  await Promise.all(heirs.map((replica) => replica.checkAt(due + 61_000, 61_000)))
  const counts = postCounts(board.posts)
  const raced = {
    survived,
    posts: channels.map((channel) => counts.get(channel) ?? 0),
    statuses: await Promise.all(
      channels.map(async (each) => (await store.deliveries.find('slack', each, '2026-12-01'))?.status),
    ),
  }
  await Promise.all(replicas.map((replica) => replica.bury()))
  open.close()
  await store.close()
  return raced
}

/** As if a minute had passed on the server. */
async function leasesEnd(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  await client.query('update delivery set lease_until = lease_until - 60000').finally(() => client.end())
}
