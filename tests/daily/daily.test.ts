import { describe, expect, test } from 'vitest'
import { PostError } from '../../src/chat/chat.js'
import { type Store, StoreError } from '../../src/store/store.js'
import { type House, house } from './house.js'
import { library, tip, tips } from './library.js'
import { subscribed } from './subscribed.js'

/** When posts arrived, in UTC. */
function times({ board }: House): string[] {
  return board.posts.map(({ at }) => new Date(at).toISOString())
}

/** Lets the hours around each moment pass; the machine sleeps in between. */
async function passThrough({ clock }: House, moments: readonly string[], hours: number): Promise<void> {
  for (const moment of moments.map(Date.parse)) {
    clock.leapTo(Math.max(clock.now(), moment - hours * 3_600_000))
    await clock.runTo(moment + hours * 3_600_000)
  }
}

describe('a subscribed channel', () => {
  test('gets a tip at its hour, day after day, another each day', async () => {
    const home = await house('2026-12-01T08:00:00+09:00')
    home.library = library(tips(7))
    await home.store.subscriptions.put(subscribed())
    home.daily().start()
    const moments = Array.from({ length: 7 }, (_, day) => `2026-12-0${day + 1}T00:00:00.000Z`)
    await passThrough(home, moments, 0.5)
    expect(times(home)).toEqual(moments)
    const texts = home.board.posts.map(({ reply }) => JSON.stringify(reply.parts))
    expect(new Set(texts).size).toBe(7)
    expect(home.counted).toEqual(Array.from({ length: 7 }, () => 'sent'))
  })

  test('gets its day’s tip once, however often the bot restarts', async () => {
    const home = await house('2026-12-01T09:00:10+09:00')
    await home.store.subscriptions.put(subscribed())
    for (let restart = 0; restart < 5; restart++) {
      const daily = home.daily()
      daily.start()
      await home.clock.runTo(home.clock.now() + 1_800_000)
      await daily.stop()
    }
    expect(times(home)).toEqual(['2026-12-01T00:00:10.000Z'])
  })

  test('gets at the start what it missed within the catch-up hours', async () => {
    const home = await house('2026-12-01T14:59:00+09:00')
    await home.store.subscriptions.put(subscribed())
    home.daily().start()
    await home.clock.runTo('2026-12-01T20:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-01T05:59:00.000Z'])
  })

  test('is spared what it missed longer ago; the log says so', async () => {
    const home = await house('2026-12-01T15:01:00+09:00')
    await home.store.subscriptions.put(subscribed())
    home.daily().start()
    await home.clock.runTo('2026-12-01T20:00:00+09:00')
    expect(home.board.posts).toEqual([])
    expect(home.log).toEqual([
      { level: 'warn', message: 'Skipped a tip that is too late; see TIP_CATCH_UP_HOURS' },
    ])
    expect(home.counted).toEqual(['skipped'])
    await home.clock.runTo('2026-12-02T09:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-02T00:00:00.000Z'])
  })

  test('gets its tip on time even when nothing may be caught up with', async () => {
    const home = await house('2026-12-01T08:00:00+09:00', { postsPerSecond: 1 })
    for (let channel = 1; channel <= 120; channel++) {
      await home.store.subscriptions.put(subscribed({ channel: `C${channel}` }))
    }
    home.daily({ catchUpHours: 0 }).start()
    await home.clock.runTo('2026-12-01T09:05:00+09:00')
    expect(home.board.posts).toHaveLength(120)
  })

  test('is not held up by tips that are skipped', async () => {
    const home = await house('2026-12-01T08:59:59+09:00', { postsPerSecond: 1 })
    for (let channel = 1; channel <= 30; channel++) {
      await home.store.subscriptions.put(subscribed({ channel: `C${channel}`, since: 0 }))
    }
    home.daily().start()
    await home.clock.runTo('2026-12-01T09:00:29+09:00')
    expect(home.board.posts).toHaveLength(30)
    expect(home.counted.filter((outcome) => outcome === 'skipped')).toHaveLength(30)
  })

  test('whose zone this computer does not know is complained of, and the others get theirs', async () => {
    const home = await house('2026-12-01T08:59:30+09:00')
    await home.store.subscriptions.put(subscribed({ channel: 'C0', zone: 'Mars/Base' }))
    await home.store.subscriptions.put(subscribed())
    home.daily().start()
    await home.clock.runTo('2026-12-01T09:00:10+09:00')
    expect(home.board.posts.map(({ channel }) => channel)).toEqual(['C1'])
    expect(home.log[0]).toEqual({
      level: 'error',
      message: 'Cannot tell when this channel’s tip is due',
    })
  })

  test('does not get the tip of an hour that had passed when it subscribed', async () => {
    const home = await house('2026-12-01T10:00:00+09:00')
    await home.store.subscriptions.put(subscribed({ since: home.clock.now() }))
    home.daily().start()
    await home.clock.runTo('2026-12-02T09:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-02T00:00:00.000Z'])
  })

  test('of the environment’s gets today’s tip at the first start, within the catch-up hours', async () => {
    const home = await house('2026-12-01T10:00:00+09:00')
    const channel = { chat: 'slack', zone: 'Asia/Seoul' } as const
    const channels = [
      { ...channel, channel: 'C1', time: '09:00' },
      { ...channel, channel: 'C2', time: '03:59' },
    ]
    home.daily({ channels }).start()
    await home.clock.runTo('2026-12-02T02:00:00+09:00')
    expect(home.board.posts.map(({ channel: id, at }) => [id, at])).toEqual([
      ['C1', Date.parse('2026-12-01T10:00:00+09:00')],
    ])
    expect(home.counted).toEqual(['sent'])
  })

  test('of the environment’s gets no second tip when the database is lost', async () => {
    const channels = [{ chat: 'slack', channel: 'C1', time: '09:00', zone: 'Asia/Seoul' }] as const
    const lost = await house('2026-12-01T09:00:00+09:00')
    lost.daily({ channels }).start()
    await lost.clock.runTo('2026-12-01T10:00:00+09:00')
    const home = await house('2026-12-01T10:00:00+09:00')
    home.board.posts.push(...lost.board.posts)
    home.daily({ channels }).start()
    await home.clock.runTo('2026-12-02T08:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-01T00:00:00.000Z'])
    expect(home.counted).toEqual(['sent'])
  })

  test('gets no second tip when its hour is moved on the same day', async () => {
    const home = await house('2026-12-01T08:59:00+09:00')
    await home.store.subscriptions.put(subscribed())
    home.daily().start()
    await home.clock.runTo('2026-12-01T09:30:00+09:00')
    await home.store.subscriptions.put(subscribed({ time: '10:00', since: home.clock.now() }))
    await home.clock.runTo('2026-12-02T11:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-01T00:00:00.000Z', '2026-12-02T01:00:00.000Z'])
  })

  test('gets nothing more after “tips off”, even while it waits in the queue', async () => {
    const home = await house('2026-12-01T08:59:00+09:00', { postsPerSecond: 0.01 })
    await home.store.subscriptions.put(subscribed())
    await home.store.subscriptions.put(subscribed({ channel: 'C2' }))
    home.daily().start()
    await home.clock.runTo('2026-12-01T09:00:30+09:00')
    expect(home.board.posts).toHaveLength(1)
    await home.store.subscriptions.put(subscribed({ status: 'off', since: home.clock.now() }))
    await home.store.subscriptions.put(subscribed({ channel: 'C2', status: 'off', since: home.clock.now() }))
    await home.clock.runTo('2026-12-03T12:00:00+09:00')
    expect(home.board.posts).toHaveLength(1)
  })

  test('gets its tip within a minute when a laptop wakes that slept 3 h over the hour', async () => {
    const home = await house('2026-12-01T08:00:00+09:00')
    await home.store.subscriptions.put(subscribed())
    home.daily().start()
    await home.clock.runTo('2026-12-01T08:30:00+09:00')
    home.clock.leapTo('2026-12-01T11:30:00+09:00')
    await home.clock.runTo('2026-12-01T11:31:00+09:00')
    expect(times(home)).toEqual(['2026-12-01T02:31:00.000Z'])
    await home.clock.runTo('2026-12-02T10:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-01T02:31:00.000Z', '2026-12-02T00:00:00.000Z'])
  })

  test('gets no second tip when the clock is set back', async () => {
    const home = await house('2026-12-01T08:59:00+09:00')
    await home.store.subscriptions.put(subscribed())
    home.daily().start()
    await home.clock.runTo('2026-12-01T09:10:00+09:00')
    home.clock.leapTo('2026-12-01T08:50:00+09:00')
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-01T00:00:00.000Z'])
  })

  test('waits for nothing but its own hour when the clock is set back two hours', async () => {
    const home = await house('2026-12-01T08:59:00+09:00', { postsPerSecond: 1 })
    await home.store.subscriptions.put(subscribed())
    for (const channel of ['C2', 'C3']) {
      await home.store.subscriptions.put(subscribed({ channel, time: '07:30', since: home.clock.now() }))
    }
    home.board.refusals.push(new PostError('later', 'ratelimited', { retryAfterSeconds: 90 }))
    home.daily({ catchUpHours: 0 }).start()
    await home.clock.runTo('2026-12-01T09:00:30+09:00')
    expect(home.board.posts).toEqual([])
    home.clock.leapTo('2026-12-01T07:00:30+09:00')
    await home.clock.runTo('2026-12-01T07:30:30+09:00')
    home.clock.leapTo('2026-12-01T09:01:00+09:00')
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    expect(home.board.posts.map(({ channel }) => channel).sort()).toEqual(['C1', 'C2', 'C3'])
    expect(times(home).sort()).toEqual([
      '2026-11-30T22:30:00.000Z',
      '2026-11-30T22:30:01.000Z',
      '2026-12-01T00:01:30.000Z',
    ])
  })

  test('that subscribed before the clock was set back a year still gets its tips', async () => {
    const home = await house('2027-12-01T08:00:00+09:00')
    await home.store.subscriptions.put(subscribed({ since: home.clock.now() }))
    home.clock.leapTo('2026-12-01T08:00:00+09:00')
    home.daily().start()
    await home.clock.runTo('2026-12-02T12:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-01T00:00:00.000Z', '2026-12-02T00:00:00.000Z'])
  })

  test.for([
    ['America/New_York', '02:30', '2026-03-07', ['03-07T07:30', '03-08T07:00', '03-09T06:30']],
    ['America/New_York', '01:30', '2026-10-31', ['10-31T05:30', '11-01T05:30', '11-02T06:30']],
    ['Europe/London', '01:30', '2026-03-28', ['03-28T01:30', '03-29T01:00', '03-30T00:30']],
    ['Europe/London', '01:30', '2026-10-24', ['10-24T00:30', '10-25T00:30', '10-26T01:30']],
    ['Australia/Lord_Howe', '02:15', '2026-10-02', ['10-02T15:45', '10-03T15:30', '10-04T15:15']],
    ['Australia/Lord_Howe', '01:45', '2026-04-03', ['04-03T14:45', '04-04T14:45', '04-05T15:15']],
    ['Asia/Seoul', '09:00', '2026-12-01', ['12-01T00:00', '12-02T00:00', '12-03T00:00']],
  ] as const)(
    'in %s at %s gets one tip a day over the clock change',
    async ([zone, time, from, expected]) => {
      const home = await house(`${from}T00:00:00Z`)
      await home.store.subscriptions.put(subscribed({ zone, time, since: home.clock.now() }))
      home.daily().start()
      const moments = expected.map((moment) => `2026-${moment}:00.000Z`)
      await passThrough(home, moments, 2)
      expect(times(home)).toEqual(moments)
    },
  )
})

describe('a platform that fails', () => {
  test('is tried again with growing pauses, and the tip goes out once', async () => {
    const home = await house('2026-12-01T08:59:00+09:00')
    await home.store.subscriptions.put(subscribed())
    home.board.refusals.push(...Array.from({ length: 4 }, () => new PostError('later', '503')))
    home.daily().start()
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-01T00:01:15.000Z'])
    expect(home.counted).toEqual(['retried', 'retried', 'retried', 'retried', 'sent'])
    expect(home.board.looked).toEqual([])
  })

  test('that asks for a rest gets it, for all channels', async () => {
    const home = await house('2026-12-01T08:59:00+09:00', { postsPerSecond: 1 })
    await home.store.subscriptions.put(subscribed())
    await home.store.subscriptions.put(subscribed({ channel: 'C2' }))
    home.board.refusals.push(new PostError('later', 'ratelimited', { retryAfterSeconds: 90 }))
    home.daily().start()
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-01T00:01:30.000Z', '2026-12-01T00:01:31.000Z'])
  })

  test('beyond the catch-up hours loses that day’s tip only', async () => {
    const home = await house('2026-12-01T08:59:00+09:00')
    await home.store.subscriptions.put(subscribed())
    home.board.refusals.push(...Array.from({ length: 80 }, () => new PostError('later', '503')))
    home.daily().start()
    await home.clock.runTo('2026-12-01T16:00:00+09:00')
    expect(home.board.posts).toEqual([])
    expect(home.counted.at(-1)).toBe('skipped')
    home.board.refusals.length = 0
    await home.clock.runTo('2026-12-02T10:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-02T00:00:00.000Z'])
  })

  test('and posts without saying so is looked at before the next try', async () => {
    const home = await house('2026-12-01T08:59:00+09:00')
    await home.store.subscriptions.put(subscribed())
    home.board.lostAnswers.push(new PostError('later', 'timeout', { uncertain: true }))
    home.board.lookFailures.push(new PostError('later', 'ratelimited', { retryAfterSeconds: 60 }))
    home.daily().start()
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-01T00:00:00.000Z'])
    expect(home.board.looked).toHaveLength(2)
    expect(home.counted).toEqual(['retried', 'retried', 'sent'])
  })

  test('and posts without saying so, where history may not be read, gets no second post', async () => {
    const home = await house('2026-12-01T08:59:00+09:00')
    await home.store.subscriptions.put(subscribed())
    home.board.readable = false
    home.board.lostAnswers.push(new PostError('later', 'timeout', { uncertain: true }))
    home.daily().start()
    await home.clock.runTo('2026-12-02T08:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-01T00:00:00.000Z'])
    expect(home.log.at(-1)).toEqual({
      level: 'warn',
      message: 'A tip may have been lost: the channel’s history may not be read',
    })
    expect(home.counted).toEqual(['retried', 'unknown'])
  })

  test.for(['gone', 'forbidden'] as const)(
    'for ever (%s) pauses the channel and tells its subscriber',
    async (reason) => {
      const home = await house('2026-12-01T08:59:00+09:00')
      await home.store.subscriptions.put(subscribed())
      home.board.refusals.push(new PostError(reason, 'is_archived'))
      home.daily().start()
      await home.clock.runTo('2026-12-01T12:00:00+09:00')
      await passThrough(home, ['2026-12-02T00:00:00Z', '2026-12-03T00:00:00Z'], 0.5)
      expect(home.board.posts).toEqual([])
      expect(await home.store.subscriptions.find('slack', 'C1')).toEqual(
        subscribed({ status: 'paused', reason: 'is_archived', since: Date.parse('2026-12-01T00:00:00Z') }),
      )
      expect(home.board.told).toEqual([
        {
          user: 'U1',
          text: 'I have paused the daily tips in a channel: slack C1, because of is_archived. Check that I am in that channel and may post there, then say this in it: tips on',
        },
      ])
      expect(home.counted).toEqual(['failed'])
    },
  )

  test('for this tip alone skips it, says so in the log, and posts another one the next day', async () => {
    const home = await house('2026-12-01T08:59:00+09:00')
    await home.store.subscriptions.put(subscribed())
    home.board.refusals.push(new PostError('unpostable', '50035'))
    home.daily().start()
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    const refused = await home.store.deliveries.find('slack', 'C1', '2026-12-01')
    expect(refused?.status).toBe('failed')
    expect(home.log).toContainEqual({
      level: 'error',
      message: 'The channel does not take this tip; it gets another one tomorrow',
    })
    await home.clock.runTo('2026-12-02T12:00:00+09:00')
    expect(await home.store.subscriptions.find('slack', 'C1')).toEqual(subscribed())
    const [post, ...others] = home.board.posts
    expect(others).toEqual([])
    expect((await home.store.deliveries.find('slack', 'C1', '2026-12-02'))?.tip).not.toBe(refused?.tip)
    expect(post?.channel).toBe('C1')
    expect(home.board.told).toEqual([])
    expect(home.counted).toEqual(['failed', 'sent'])
  })

  test('for ever in a channel of the environment’s tells the organisers, and stays paused over a restart', async () => {
    const home = await house('2026-12-01T08:59:00+09:00')
    const channels = [{ chat: 'slack', channel: 'C1', time: '09:00', zone: 'Asia/Seoul' }] as const
    home.board.refusals.push(new PostError('gone', 'channel_not_found'))
    const first = home.daily({ channels })
    first.start()
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    await first.stop()
    home.daily({ channels }).start()
    await home.clock.runTo('2026-12-03T12:00:00+09:00')
    expect(home.board.posts).toEqual([])
    expect(home.board.told.map(({ user }) => user)).toEqual(['U0'])
  })
})

describe('a process that died', () => {
  /** Claims as a process would that died right after, perhaps having posted. */
  async function dieAfterClaim({ store, board }: House, posted: boolean): Promise<void> {
    const wish = { id: 'dead', chat: 'slack', channel: 'C1', day: '2026-12-01', tip: 'tip-3' }
    await store.subscriptions.put(subscribed())
    const delivery = await store.deliveries.claim(wish, 60)
    if (!delivery) throw new Error('expected a claim')
    if (posted) await board.post('C1', { ...emptyReply, question: 'dead' }, 'dead')
  }

  test('before it posted is stood in for, with the tip it had chosen', async () => {
    const home = await house('2026-12-01T09:00:00+09:00')
    await dieAfterClaim(home, false)
    home.daily().start()
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    expect(home.board.posts.map(({ delivery, reply }) => [delivery, reply.parts[1]])).toEqual([
      ['dead', { kind: 'lead', line: [{ text: 'Text of tip-3' }] }],
    ])
    expect(home.board.looked).toEqual(['dead'])
  })

  test.for([60_000, 5 * 3_600_000, 20 * 3_600_000])(
    'after it posted is not repeated, even when that is found out %i ms later',
    async (later) => {
      const home = await house('2026-12-01T09:00:00+09:00')
      await dieAfterClaim(home, true)
      await home.clock.runTo(home.clock.now() + later)
      home.daily().start()
      await home.clock.runTo('2026-12-02T08:59:00+09:00')
      expect(home.board.posts).toHaveLength(1)
      expect(await home.store.deliveries.find('slack', 'C1', '2026-12-01')).toMatchObject({ status: 'sent' })
    },
  )

  test('is not stood in for where nobody can see whether it had posted', async () => {
    const home = await house('2026-12-01T09:00:00+09:00')
    home.board.readable = false
    await dieAfterClaim(home, false)
    home.daily().start()
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    expect(home.board.posts).toEqual([])
    expect(home.counted).toEqual(['unknown'])
  })

  test('is stood in for with another tip when the notes lost the one it had chosen', async () => {
    const home = await house('2026-12-01T09:00:00+09:00')
    await dieAfterClaim(home, false)
    home.library = library(tips(15).filter(({ id }) => id !== 'tip-3'))
    home.daily().start()
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    const sent = await home.store.deliveries.find('slack', 'C1', '2026-12-01')
    expect(sent?.tip).not.toBe('tip-3')
    expect(home.board.posts[0]?.reply.parts[1]).toEqual({
      kind: 'lead',
      line: [{ text: `Text of ${sent?.tip}` }],
    })
  })
})

describe('a database that goes away', () => {
  test('holds the tip back until it is there again', async () => {
    const home = await house('2026-12-01T08:59:00+09:00')
    await home.store.subscriptions.put(subscribed())
    const store = new Switchable(home.store)
    home.daily({ store: store.store }).start()
    store.away = true
    await home.clock.runTo('2026-12-01T10:00:00+09:00')
    expect(home.board.posts).toEqual([])
    store.away = false
    await home.clock.runTo('2026-12-01T10:01:00+09:00')
    expect(times(home)).toEqual(['2026-12-01T01:00:15.000Z'])
  })

  test('between post and mark is told later, and nothing is posted twice', async () => {
    const home = await house('2026-12-01T08:59:00+09:00')
    await home.store.subscriptions.put(subscribed())
    const store = new Switchable(home.store)
    const post = home.board.post.bind(home.board)
    home.board.post = async (...args) => {
      await post(...args)
      store.away = true
    }
    home.daily({ store: store.store }).start()
    await home.clock.runTo('2026-12-01T09:30:00+09:00')
    expect((await home.store.deliveries.find('slack', 'C1', '2026-12-01'))?.status).toBe('claimed')
    store.away = false
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    expect((await home.store.deliveries.find('slack', 'C1', '2026-12-01'))?.status).toBe('sent')
    expect(home.board.posts).toHaveLength(1)
    expect(home.board.looked).toEqual([])
  })
})

describe('what the notes hold', () => {
  test('is read anew each day', async () => {
    const home = await house('2026-12-01T08:59:00+09:00')
    await home.store.subscriptions.put(subscribed())
    home.library = library([])
    home.daily().start()
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    expect(home.log).toEqual([{ level: 'warn', message: 'There is no tip to post' }])
    home.library = library([tip('new')])
    await home.clock.runTo('2026-12-02T12:00:00+09:00')
    expect(times(home)).toEqual(['2026-12-02T00:00:00.000Z'])
  })
})

describe('stopping', () => {
  test('starts no more posts', async () => {
    const home = await house('2026-12-01T08:59:00+09:00', { postsPerSecond: 1 })
    for (let channel = 1; channel <= 100; channel++) {
      await home.store.subscriptions.put(subscribed({ channel: `C${channel}` }))
    }
    const daily = home.daily()
    daily.start()
    await home.clock.runTo('2026-12-01T09:00:30+09:00')
    await daily.stop()
    const before = home.board.posts.length
    await home.clock.runTo('2026-12-01T12:00:00+09:00')
    expect([before, home.board.posts.length]).toEqual([31, 31])
  })
})

const emptyReply = {
  question: '',
  locale: 'en',
  outcome: 'command',
  visibility: 'public',
  parts: [],
  buttons: [],
  links: [],
  after: [],
} as const

/** A store on a cable that can be cut. */
class Switchable {
  away = false
  readonly store: Store

  constructor(store: Store) {
    const guard = <T extends object>(part: T): T =>
      new Proxy(part, {
        get: (target, key, receiver) => {
          const value: unknown = Reflect.get(target, key, receiver)
          if (typeof value !== 'function') return value
          return async (...args: unknown[]) => {
            if (this.away) throw new StoreError('away')
            return value.apply(target, args)
          }
        },
      })
    this.store = {
      ...store,
      subscriptions: guard(store.subscriptions),
      deliveries: guard(store.deliveries),
    }
  }
}
