import type { Body } from '../answer/reply-context.js'
import type { Wording } from '../answer/wording/ko.js'
import type { Locale } from '../answer/wording/locale.js'
import { wordingIn } from '../answer/wording/wording.js'
import { type Asker, type Noticeboard, PostError } from '../chat/chat.js'
import type { Store, Subscription } from '../store/store.js'
import { readTipsSetting, type TipsSetting, usualTime } from './setting.js'
import { localTime, Timetable } from './timetable.js'

/** What `tips` needs. */
export interface TipsCommandDeps {
  readonly store: Store
  /** Where tips can be posted, by chat. */
  readonly boards: ReadonlyMap<string, Noticeboard>
  readonly now: () => number
}

/** The channel that is spoken of, and who speaks. */
interface TipsRequest {
  readonly chat: string
  readonly channel: string
  readonly user: string
  readonly board: Noticeboard
  readonly words: Wording
}

/** `tips on [HH:MM] [zone]`, `tips off`, `tips status`. Throws `StoreError`. */
export function createTipsCommand(parts: TipsCommandDeps) {
  return async (text: string, asker: Asker, locale: Locale): Promise<Body> => {
    const words = wordingIn(locale)
    const { chat, channel, user } = asker
    const board = parts.boards.get(chat)
    if (!board || channel === undefined) return says(words.tipsNotHere)
    const setting = readTipsSetting(text)
    if (setting.kind === 'wrong') return says(complaint(setting, words))
    const may = await rightsOf(asker)
    if (may instanceof PostError) return says(words.tipsRefused[may.reason](may.code))
    if (!may) return says(words.tipsNotAllowed)
    return obey(setting, { chat, channel, user, board, words }, parts)
  }
}

/** Whether the person may, or why the platform could not say. */
async function rightsOf({ mayManage }: Asker): Promise<boolean | PostError> {
  try {
    return await mayManage()
  } catch (error) {
    if (error instanceof PostError) return error
    throw error
  }
}

function obey(
  setting: Exclude<TipsSetting, { kind: 'wrong' }>,
  request: TipsRequest,
  parts: TipsCommandDeps,
): Promise<Body> {
  if (setting.kind === 'on') return turnOn(setting, request, parts)
  return setting.kind === 'off' ? turnOff(request, parts) : tellStatus(request, parts)
}

/** What is not said stays as it was, so that `tips on` resumes a paused channel at its old hour. */
async function turnOn(
  { time, zone }: Extract<TipsSetting, { kind: 'on' }>,
  { chat, channel, user, board, words }: TipsRequest,
  { store, now }: TipsCommandDeps,
): Promise<Body> {
  const obstacle = await board.obstacle(channel)
  if (obstacle) return says(words.tipsRefused[obstacle.reason](obstacle.detail))
  const before = (await store.subscriptions.find(chat, channel)) ?? usualTime
  const subscription: Subscription = {
    chat,
    channel,
    time: time ?? before.time,
    zone: zone ?? before.zone,
    origin: 'command',
    status: 'on',
    reason: '',
    subscriber: user,
    since: now(),
  }
  await store.subscriptions.put(subscription)
  return says(...whatAndWhen(subscription, now(), words))
}

/** Kept as `off`, so that the environment does not subscribe the channel again. */
async function turnOff(
  { chat, channel, user, words }: TipsRequest,
  { store, now }: TipsCommandDeps,
): Promise<Body> {
  const before = (await store.subscriptions.find(chat, channel)) ?? usualTime
  await store.subscriptions.put({
    chat,
    channel,
    time: before.time,
    zone: before.zone,
    origin: 'command',
    status: 'off',
    reason: '',
    subscriber: user,
    since: now(),
  })
  return says(words.tipsOff)
}

async function tellStatus(
  { chat, channel, words }: TipsRequest,
  { store, now }: TipsCommandDeps,
): Promise<Body> {
  const subscription = await store.subscriptions.find(chat, channel)
  if (!subscription || subscription.status === 'off') return says(words.tipsAreOff)
  if (subscription.status === 'paused') return says(words.tipsPaused(subscription.reason))
  return says(...whatAndWhen(subscription, now(), words))
}

function whatAndWhen({ time, zone }: Subscription, now: number, words: Wording): readonly string[] {
  const next = new Timetable().next({ time, zone }, now)
  return [words.tipsOn(time, zone), words.tipsNext(localTime(next.at, zone))]
}

function complaint({ what, word }: Extract<TipsSetting, { kind: 'wrong' }>, words: Wording): string {
  if (what === 'time') return words.tipsWrongTime(word)
  return what === 'zone' ? words.tipsWrongZone(word) : words.tipsWrongSetting
}

function says(...sentences: readonly string[]): Body {
  return {
    outcome: 'command',
    parts: sentences.map((text) => ({ kind: 'text' as const, line: [{ text }] })),
  }
}
