import type { ChatName } from '../chat/chat.js'
import { chats } from '../chat/chats.js'
import { readWhen, usualTime } from './setting.js'
import type { TimeOfDay } from './timetable.js'

/** A channel that the environment subscribes. */
export interface TipChannel extends TimeOfDay {
  readonly chat: ChatName
  /** The platform's id. */
  readonly channel: string
}

/** What `TIP_CHANNELS` says, and every mistake in it, as sentences for the operator. */
export interface TipChannels {
  readonly channels: readonly TipChannel[]
  readonly mistakes: readonly string[]
}

/** Reads `"slack:C0123456789@09:00@Asia/Seoul,discord:300000000000000001"`; time and zone are optional. */
export function parseTipChannels(text: string): TipChannels {
  const channels: TipChannel[] = []
  const mistakes: string[] = []
  for (const entry of text.split(',').map((each) => each.trim())) {
    if (entry === '') continue
    const read = readEntry(entry)
    const twice =
      typeof read !== 'string' &&
      channels.some((each) => each.chat === read.chat && each.channel === read.channel)
    if (typeof read === 'string') mistakes.push(`TIP_CHANNELS: "${entry}": ${read}`)
    else if (twice) mistakes.push(`TIP_CHANNELS: "${entry}": this channel is there twice; keep one of them`)
    else channels.push(read)
  }
  return { channels, mistakes }
}

/** The channel, or what is wrong with it. */
function readEntry(entry: string): TipChannel | string {
  const [place = '', ...words] = entry.split('@').map((word) => word.trim())
  const [name = '', channel = '', ...tooMany] = place.split(':')
  const chat = chats.find((each) => each.name === name)
  if (!chat?.channelIds || tooMany.length > 0) {
    return 'write slack:<channel id> or discord:<channel id>, such as slack:C0123456789@09:00@Asia/Seoul'
  }
  if (!chat.channelIds.pattern.test(channel)) return chat.channelIds.hint
  const when = readWhen(words.filter(Boolean))
  if (when.kind === 'on') return { chat: chat.name, channel, ...usualTime, ...withoutKind(when) }
  return wrongWhen(when.kind === 'wrong' ? when.what : 'setting')
}

function wrongWhen(what: 'setting' | 'time' | 'zone'): string {
  if (what === 'time') return 'write the time as HH:MM from 00:00 to 23:59, such as 09:00'
  if (what === 'zone') return 'write the zone as its IANA name, such as Asia/Seoul'
  return 'write at most a time and a zone after the channel, such as slack:C0123456789@09:00@Asia/Seoul'
}

function withoutKind({ kind: _, ...when }: { kind: 'on'; time?: string; zone?: string }): Partial<TimeOfDay> {
  return when
}
