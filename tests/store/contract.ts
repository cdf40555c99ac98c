import { afterEach, expect, test } from 'vitest'
import type { AskedQuestion, Delivery, NewDelivery, Store, Subscription } from '../../src/store/store.js'

const subscription: Subscription = {
  chat: 'slack',
  channel: 'C0123456789',
  time: '09:00',
  zone: 'Asia/Seoul',
  origin: 'command',
  status: 'on',
  reason: '',
  subscriber: 'U1',
  since: 1_795_392_000_000,
}

const wish: NewDelivery = {
  id: 'abcdefghijkl',
  chat: 'discord',
  channel: '300',
  day: '2026-12-01',
  tip: 'tip-1',
}

const question: AskedQuestion = {
  id: 'q1q1q1q1q1q1',
  askedAt: 1_795_392_000_123,
  chat: 'discord',
  locale: 'ko',
  text: '쿠버네티스는 👩‍💻 어때요?',
  outcome: 'unsure',
  sessions: ['2019/monitoring', '2019/k8s'],
  vote: '',
}

/**
 * What every engine has to do. `open` opens one more store on the database that is new in each test; `pass` lets time
 * pass for the leases in it.
 */
export function storeContract(
  open: () => Promise<Store>,
  pass: (milliseconds: number) => Promise<void> | void,
): void {
  const stores: Store[] = []
  const openOne = async (): Promise<Store> => {
    const store = await open()
    stores.push(store)
    return store
  }

  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()))
  })

  test('keeps subscriptions, one a channel, and replaces them', async () => {
    const store = await openOne()
    expect(await store.subscriptions.all()).toEqual([])
    expect(await store.subscriptions.find('slack', 'C0123456789')).toBeUndefined()
    const paused: Subscription = { ...subscription, status: 'paused', reason: 'is_archived', since: 1 }
    const other: Subscription = { ...subscription, chat: 'discord', zone: 'Europe/London' }
    await store.subscriptions.put(subscription)
    await store.subscriptions.put(other)
    await store.subscriptions.put(paused)
    expect(await store.subscriptions.all()).toEqual([other, paused])
    expect(await store.subscriptions.find('slack', 'C0123456789')).toEqual(paused)
  })

  test('remembers after it was closed and opened again', async () => {
    const first = await openOne()
    await first.subscriptions.put(subscription)
    await first.close()
    const second = await openOne()
    expect(await second.subscriptions.all()).toEqual([subscription])
  })

  test('starts in several processes at once on an empty database', async () => {
    const opened = await Promise.all(Array.from({ length: 6 }, openOne))
    await opened[0]?.subscriptions.put(subscription)
    const seen = await Promise.all(opened.map((store) => store.subscriptions.all()))
    expect(seen).toEqual(Array.from({ length: 6 }, () => [subscription]))
  })

  test('lets exactly one of many claim a channel’s day', async () => {
    const opened = await Promise.all(Array.from({ length: 3 }, openOne))
    const claims = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        opened[index % 3]?.deliveries.claim({ ...wish, id: `id-${index}` }, 60),
      ),
    )
    const won = claims.filter((claim) => claim !== undefined)
    expect(won).toEqual([{ ...claimed(wish), id: won[0]?.id }])
  })

  test('gives another day and another channel deliveries of their own', async () => {
    const { deliveries } = await openOne()
    await deliveries.claim(wish, 60)
    const others = [
      { ...wish, id: 'b', day: '2026-12-02' },
      { ...wish, id: 'c', channel: '301' },
      { ...wish, id: 'd', chat: 'slack' },
    ]
    for (const other of others) {
      expect(await deliveries.claim(other, 60)).toEqual(claimed(other))
    }
  })

  test('gives a delivery whose lease is over to the next, with its id and tip', async () => {
    const { deliveries } = await openOne()
    await deliveries.claim(wish, 60)
    const later = { ...wish, id: 'another', tip: 'tip-2' }
    await pass(50_000)
    expect(await deliveries.claim(later, 60)).toBeUndefined()
    await pass(10_000)
    expect(await deliveries.claim(later, 60)).toEqual({
      ...claimed(wish),
      reclaimed: true,
      attempt: 2,
    })
  })

  test('does not suspect a released delivery when it is certain that nothing was posted', async () => {
    const { deliveries } = await openOne()
    const first = await must(deliveries.claim(wish, 60))
    await deliveries.release(first, true)
    const second = await must(deliveries.claim(wish, 60))
    expect(second).toEqual({ ...claimed(wish), attempt: 2 })
    await deliveries.release(second, false)
    const third = await must(deliveries.claim(wish, 60))
    expect(third).toEqual({ ...claimed(wish), reclaimed: true, attempt: 3 })
    await deliveries.release(third, true)
    expect(await deliveries.claim(wish, 60)).toEqual({ ...claimed(wish), attempt: 4 })
  })

  test.for(['sent', 'skipped', 'failed', 'unknown'] as const)(
    'never claims again what is %s',
    async (end) => {
      const { deliveries } = await openOne()
      const delivery = await must(deliveries.claim(wish, 60))
      await deliveries.finish({ ...delivery, tip: 'tip-9' }, end)
      await pass(3_600_000)
      expect(await deliveries.claim(wish, 60)).toBeUndefined()
      expect(await deliveries.find('discord', '300', '2026-12-01')).toEqual({
        ...claimed(wish),
        tip: 'tip-9',
        status: end,
      })
      expect(await deliveries.find('discord', '300', '2026-12-02')).toBeUndefined()
    },
  )

  test('hears from one who lost the lease only that it was sent', async () => {
    const { deliveries } = await openOne()
    const stale = await must(deliveries.claim(wish, 60))
    await pass(60_000)
    const held = await must(deliveries.claim(wish, 60))
    await deliveries.release(stale, true)
    await deliveries.finish(stale, 'failed')
    expect(await deliveries.claim(wish, 60)).toBeUndefined()
    expect(await deliveries.find('discord', '300', '2026-12-01')).toEqual(held)
    await deliveries.finish(held, 'failed')
    await deliveries.finish(stale, 'sent')
    expect(await deliveries.find('discord', '300', '2026-12-01')).toEqual({ ...held, status: 'sent' })
  })

  test('knows when each tip was last sent to a channel, may have been, or was refused', async () => {
    const { deliveries } = await openOne()
    const claimedAt: number[] = []
    const send = async (day: number, tip: string, end: 'sent' | 'skipped' | 'failed' | 'unknown' | '') => {
      const one = await must(deliveries.claim({ ...wish, id: `id-${day}`, day: `day-${day}`, tip }, 60))
      claimedAt[day] = one.claimedAt
      await pass(1)
      if (end) await deliveries.finish(one, end)
    }
    await send(1, 'a', 'sent')
    await send(2, 'b', 'sent')
    await send(3, 'a', 'sent')
    await send(4, 'b', 'skipped')
    await send(5, 'c', 'failed')
    await send(6, 'd', 'unknown')
    await send(7, 'e', '')
    expect([...(await deliveries.lastSent('discord', '300'))].sort()).toEqual([
      ['a', claimedAt[3]],
      ['b', claimedAt[2]],
      ['c', claimedAt[5]],
      ['d', claimedAt[6]],
      ['e', claimedAt[7]],
    ])
    expect(await deliveries.lastSent('discord', '301')).toEqual(new Map())
  })

  test('keeps questions with their votes, oldest first, and forgets by age', async () => {
    const { questions } = await openOne()
    const older: AskedQuestion = { ...question, id: 'older', askedAt: 5, outcome: 'none', sessions: [] }
    await questions.record([question, older])
    await questions.record([{ ...question, text: 'again' }])
    await questions.vote('older', 'up')
    await questions.vote('older', 'down')
    await questions.vote('nobody', 'up')
    expect(await questions.since(new Date(0))).toEqual([{ ...older, vote: 'down' }, question])
    expect(await questions.since(new Date(6))).toEqual([question])
    expect(await questions.since(new Date(question.askedAt))).toEqual([question])
    expect(await questions.deleteBefore(new Date(question.askedAt))).toBe(1)
    expect(await questions.since(new Date(0))).toEqual([question])
    expect(await questions.deleteBefore(new Date(0))).toBe(0)
  })

  test('takes any text that people can type', async () => {
    const { questions } = await openOne()
    const odd = 'quote \' " \\ % ; -- \0 \ud800 \u202e 한글 🇰🇷'
    await questions.record([{ ...question, text: odd }])
    const [kept] = await questions.since(new Date(0))
    expect(kept?.text).toBe('quote \' " \\ % ; --   \ufffd \u202e 한글 🇰🇷')
  })

  test('refuses everything when it is closed', async () => {
    const store = await openOne()
    await store.ping()
    await store.close()
    await expect(store.ping()).rejects.toThrow('The database cannot be used now: The store is closed')
  })
}

function claimed(from: NewDelivery): Delivery {
  return { ...from, status: 'claimed', claimedAt: expect.any(Number), reclaimed: false, attempt: 1 }
}

async function must<T>(value: Promise<T | undefined>): Promise<T> {
  const given = await value
  if (given === undefined) throw new Error('expected a value')
  return given
}
