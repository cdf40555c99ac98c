import { describe, expect, test } from 'vitest'
import type { Locale } from '../../src/answer/wording/locale.js'
import { type Asker, type Noticeboard, PostError } from '../../src/chat/chat.js'
import { createTipsCommand } from '../../src/daily/tips-command.js'
import type { Subscription } from '../../src/store/store.js'
import { plain } from './fake-board.js'
import { type House, house } from './house.js'
import { subscribed } from './subscribed.js'

const start = '2026-12-01T10:00:00+09:00'

/** Says it in `slack:C1`, as somebody who may, in English, unless told otherwise. */
async function say(home: House, words: string, asker: Partial<Asker> = {}, locale: Locale = 'en') {
  const boards = new Map<string, Noticeboard>([['slack', home.board]])
  const command = createTipsCommand({ store: home.store, boards, now: home.clock.now })
  const somebody: Asker = {
    chat: 'slack',
    channel: 'C1',
    user: 'U7',
    visibility: 'private',
    mayManage: async () => true,
    ...asker,
  }
  const { outcome, parts } = await command(words, somebody, locale)
  expect(outcome).toBe('command')
  return plain(parts)
}

const kept = (home: House): Promise<readonly Subscription[]> => home.store.subscriptions.all()

describe('tips on', () => {
  test('subscribes the channel at 09:00 in Seoul and says when the first tip comes', async () => {
    const home = await house(start)
    expect(await say(home, 'on')).toBe(
      'This channel gets a tip every day at 09:00 (Asia/Seoul).\nNext tip: 2026-12-02 09:00',
    )
    expect(await kept(home)).toEqual([subscribed({ subscriber: 'U7', since: home.clock.now() })])
  })

  test('takes a time and a zone, and says so in Korean', async () => {
    const home = await house(start)
    expect(await say(home, 'on 7:30 Europe/London', {}, 'ko')).toBe(
      '이 채널에 매일 팁을 보낼게요: 07:30 (Europe/London)\n다음 팁: 2026-12-01 07:30',
    )
    expect(await kept(home)).toEqual([
      subscribed({ time: '07:30', zone: 'Europe/London', subscriber: 'U7', since: home.clock.now() }),
    ])
  })

  test('resumes a paused channel at its own hour', async () => {
    const home = await house(start)
    const own = { time: '18:00', zone: 'Europe/London' }
    await home.store.subscriptions.put(subscribed({ ...own, status: 'paused', reason: 'is_archived' }))
    await say(home, 'on')
    expect(await kept(home)).toEqual([subscribed({ ...own, subscriber: 'U7', since: home.clock.now() })])
  })

  test.for([
    ['on 25:00', 'I cannot read this time: “25:00”. Please use the 24-hour clock, such as: tips on 09:00'],
    [
      'on 09:00 Mars/Base',
      'I do not know this time zone: “Mars/Base”. Please use an IANA name, such as: tips on 09:00 Asia/Seoul',
    ],
    ['at nine', 'Please write: tips on 09:00 Asia/Seoul, tips off, or tips status'],
  ] as const)('says kindly what is wrong with “%s”', async ([words, sentence]) => {
    const home = await house(start)
    expect(await say(home, words)).toBe(sentence)
    expect(await kept(home)).toEqual([])
  })

  test('says at once what keeps it from posting there, and the way out', async () => {
    const home = await house(start)
    home.board.inTheWay = { reason: 'forbidden', detail: 'Send Messages' }
    expect(await say(home, 'on')).toBe(
      'I am not allowed to post in this channel: Send Messages. Please grant me that, then say again: tips on',
    )
    home.board.inTheWay = { reason: 'gone', detail: 'not_in_channel' }
    expect(await say(home, 'on', {}, 'ko')).toBe(
      '이 채널에 글을 쓸 수 없어요: not_in_channel. 봇을 채널에 초대한 뒤에 다시 tips on 을 입력해 주세요.',
    )
    home.board.inTheWay = { reason: 'later', detail: 'http-503' }
    expect(await say(home, 'on')).toBe(
      'I cannot find out the rights in this channel right now: http-503. Nothing has changed; please try again in a moment.',
    )
    home.board.inTheWay = { reason: 'unpostable', detail: '50035' }
    expect(await say(home, 'on', {}, 'ko')).toBe(
      '이 채널은 팁을 받지 않아요: 50035. 다른 채널에서 tips on 을 입력해 주세요.',
    )
    expect(await kept(home)).toEqual([])
  })
})

test('tips says so when the platform cannot tell who may', async () => {
  const home = await house(start)
  const mayManage = () => Promise.reject(new PostError('later', 'http-503'))
  expect(await say(home, 'off', { mayManage }, 'ko')).toBe(
    '지금은 이 채널의 권한을 확인할 수 없어요: http-503. 바뀐 것은 없으니, 잠시 뒤에 다시 해 주세요.',
  )
  expect(await kept(home)).toEqual([])
})

test('tips off ends it, and keeps the environment from beginning again', async () => {
  const home = await house(start)
  await home.store.subscriptions.put(subscribed({ origin: 'environment', time: '08:00', subscriber: '' }))
  expect(await say(home, 'off')).toBe('This channel gets no more tips. To get them again: tips on')
  expect(await kept(home)).toEqual([
    subscribed({ time: '08:00', status: 'off', subscriber: 'U7', since: home.clock.now() }),
  ])
})

test('tips status tells what is, and changes nothing', async () => {
  const home = await house(start)
  expect(await say(home, 'status')).toBe(
    'This channel gets no daily tips. To get them: tips on 09:00 Asia/Seoul',
  )
  await home.store.subscriptions.put(subscribed())
  expect(await say(home, 'status')).toBe(
    'This channel gets a tip every day at 09:00 (Asia/Seoul).\nNext tip: 2026-12-02 09:00',
  )
  await home.store.subscriptions.put(subscribed({ status: 'paused', reason: 'is_archived' }))
  expect(await say(home, 'status')).toBe(
    'The tips in this channel are paused: is_archived. Once it is fixed, say: tips on',
  )
})

test('tips are for those who may manage the channel', async () => {
  const home = await house(start)
  expect(await say(home, 'on', { mayManage: async () => false })).toBe(
    'Only people who manage this channel or workspace can change its tips. Please ask an organiser.',
  )
  expect(await kept(home)).toEqual([])
})

test('tips go where there are channels', async () => {
  const home = await house(start)
  const sentence = 'I cannot post tips here. Please use a channel in Slack or Discord.'
  expect(await say(home, 'on', { chat: 'console' })).toBe(sentence)
  const nowhere: Asker = { chat: 'slack', user: 'U7', visibility: 'private', mayManage: async () => true }
  const command = createTipsCommand({
    store: home.store,
    boards: new Map([['slack', home.board]]),
    now: home.clock.now,
  })
  expect(plain((await command('on', nowhere, 'en')).parts)).toBe(sentence)
})
