import pino from 'pino'
import { onTestFinished } from 'vitest'
import { type BotDeps, createBot } from '../../../src/bot.js'
import type { Bot, Chat, ChatMeter } from '../../../src/chat/chat.js'
import type { DiscordConfig } from '../../../src/chat/discord/config.js'
import { createDiscordChat } from '../../../src/chat/discord/discord.js'
import { shippedNotes } from '../../shipped-notes.js'
import { createQuickSleep } from '../../time/quick-sleep.js'
import { FakeDiscord, type FakeOptions } from './fake-discord.js'
import { token } from './world.js'

/** The bot on a Discord of its own, with what it counted and logged. */
export interface Running {
  readonly discord: FakeDiscord
  readonly chat: Chat
  readonly bot: Bot
  /** Platform codes of what could not be sent. */
  readonly failures: readonly string[]
  /** `"acknowledged"`, `"reconnected"` and `"shed"`, in order. */
  readonly events: readonly string[]
  readonly log: readonly {
    readonly level: number
    readonly msg: string
    readonly err?: { readonly code?: string }
  }[]
  /** Errors after which the chat gave up. */
  readonly ends: readonly Error[]
  /** Milliseconds that the chat wanted to wait, each time; it waits a twentieth of them. */
  readonly pauses: readonly number[]
}

/** What a test may change. */
export interface RunningOptions extends FakeOptions {
  readonly config?: Partial<DiscordConfig>
  readonly parts?: Partial<BotDeps>
  /** Prepares the fake before the bot connects. */
  readonly before?: (discord: FakeDiscord) => void
  /** Joins another process on the same Discord. */
  readonly beside?: Running
  readonly isStarted?: boolean
}

/** Starts the real bot, with the shipped notes and the real discord.js, and stops it after the test. */
export async function run({
  before,
  config,
  parts,
  beside,
  isStarted = true,
  ...options
}: RunningOptions = {}): Promise<Running> {
  const notes = await shippedNotes()
  const discord = beside?.discord ?? (await FakeDiscord.start(options))
  if (!beside) onTestFinished(() => discord.stop())
  before?.(discord)
  const failures: string[] = []
  const events: string[] = []
  const ends: Error[] = []
  const log: Running['log'][number][] = []
  const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(JSON.parse(line)) })
  const meter: ChatMeter = {
    acknowledged: () => void events.push('acknowledged'),
    reconnected: () => void events.push('reconnected'),
    sendFailed: (_chat, code) => void failures.push(code),
    shed: () => void events.push('shed'),
  }
  const settings = { token, apiUrl: discord.apiUrl, command: 'devops', organisers: [], ...config }
  const { sleep, asked } = createQuickSleep()
  const context = { log: logger, meter, failed: (error: Error) => void ends.push(error), sleep }
  const chat = createDiscordChat(settings, context)
  onTestFinished(() => chat.stop())
  const bot = createBot({
    notes: () => notes,
    locale: 'ko',
    commands: {},
    todaysTip: () => ({ outcome: 'command', parts: [] }),
    remembers: true,
    listener: { answered: () => {}, voted: () => {} },
    log: logger,
    logQuestions: false,
    now: () => Date.now(),
    ...parts,
  })
  if (isStarted) await chat.start(bot)
  return { discord, chat, bot, failures, events, log, ends, pauses: asked }
}

/** All the words of a message: its content, and its cards. */
export function words(
  message: { readonly content?: string; readonly embeds?: readonly object[] } | undefined,
): string {
  const cards = (message?.embeds ?? []).map((embed) =>
    'description' in embed ? String(embed.description) : '',
  )
  return [message?.content ?? '', ...cards].filter((text) => text !== '').join('\n')
}
