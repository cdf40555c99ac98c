import type { Logger } from 'pino'
import type { Action } from '../answer/action.js'
import type { Localised } from '../answer/command.js'
import { commands } from '../answer/commands.js'
import { type Notes, textPart } from '../answer/reply-context.js'
import type { Locale } from '../answer/wording/locale.js'
import { createBot } from '../bot.js'
import type { StoreCommand } from '../chat/bot-listener.js'
import type { Bot } from '../chat/chat.js'
import type { RehearsalStore } from '../daily/rehearsal.js'
import type { TipChannel } from '../daily/tip-channels.js'
import { createTipCommand, createTodaysTip } from '../daily/todays-tip.js'
import type { Finding } from '../knowledge/finding.js'
import type { Listening } from '../operations/listen.js'
import { createGapsCommand } from '../questions/gaps-command.js'
import type { Store } from '../store/store.js'
import { type CommandPrefixes, createConversation } from './conversation.js'
import { gapsReply } from './gaps.js'
import { notesReport } from './notes-report.js'
import { askRequest, pressRequest, suggestRequest, tipsRequest } from './requests.js'
import { searchReport } from './search-report.js'
import { startPreviewServer } from './server.js'
import { tipCalendar } from './tip-calendar.js'
import type { AskedAnswer, CommandForm, Setup } from './wire.js'

/** What a preview shows. */
export interface PreviewOptions {
  /** The folder of notes, as it was given. */
  readonly folder: string
  /** The notes of this moment. */
  readonly notes: () => Notes
  /** Why notes on disk are not in use. */
  readonly unusable: () => readonly Finding[]
  /** What was asked and posted; absent where there is no database yet. It is only read. */
  readonly store: Store | undefined
  readonly locale: Locale
  readonly commandNames: CommandPrefixes
  /** Whether questions are kept. */
  readonly keep: boolean
  readonly tips: { readonly channels: readonly TipChannel[]; readonly zone: string }
  readonly log: Logger
  /** 0 for any free one. */
  readonly port: number
  /** The folder of the built page. */
  readonly page: string
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Serves the preview page on loopback: the real bot over these notes. It writes nothing. Throws `PreviewError`. */
export async function startPreview(options: PreviewOptions): Promise<Listening> {
  const { notes, port, page, now } = options
  const bot = createPreviewBot(options)
  const conversation = createConversation(bot, prefixesOf(options.commandNames))
  const ask = async (body: unknown): Promise<AskedAnswer> => {
    const { question, person } = askRequest.parse(body)
    const search = searchReport(question, notes(), options.folder)
    return { posts: await conversation.ask(question, person), ...(search ? { search } : {}) }
  }
  return startPreviewServer({
    port,
    page,
    follow: (changed) => followNotes(options, changed),
    routes: {
      post: {
        '/api/ask': ask,
        '/api/press': (body) => conversation.press(pressRequest.parse(body)),
      },
      get: {
        '/api/setup': () => setupOf(options, bot),
        '/api/suggest': (parameters) => {
          const { field, typed } = suggestRequest.parse(Object.fromEntries(parameters))
          return bot.suggest(field, typed, {}, 8)
        },
        '/api/notes': () => notesReport(options.folder, notes().library, options.unusable()),
        '/api/tips': (parameters) => {
          const { channel, locale } = tipsRequest.parse(Object.fromEntries(parameters))
          const { store = emptyStore, tips } = options
          return tipCalendar(channel, { ...tips, library: notes().library, store, locale, now: now() })
        },
        '/api/gaps': () => gapsReply(options),
      },
    },
  })
}

/** The product's own bot, which tells nobody what was asked. */
function createPreviewBot({ notes, store, locale, keep, tips, log, now }: PreviewOptions): Bot {
  const tipDeps = { library: () => notes().library, now, zone: tips.zone }
  const gaps = store && createGapsCommand({ questions: store.questions, notes, keep, now })
  return createBot({
    notes,
    locale,
    commands: {
      tip: createTipCommand({ ...tipDeps, ...(store ? { store } : {}) }),
      tips: tipsCommand,
      gaps: gaps ?? noGaps,
    },
    todaysTip: createTodaysTip(tipDeps),
    remembers: keep,
    listener: { answered: () => {}, voted: () => {} },
    log,
    logQuestions: false,
    now,
  })
}

/** Subscribing is for real channels: the preview changes nothing. */
const tipsCommand = sayingOnly({
  ko: '미리보기에서는 구독을 바꾸지 않아요. 실제 채널에서 입력하세요.',
  en: 'The preview changes no subscription: type this in a real channel.',
})

const noGaps = sayingOnly({
  ko: '아직 데이터베이스가 없어서 모인 질문도 없어요.',
  en: 'There is no database yet, so no questions have been kept.',
})

function sayingOnly(words: Localised): StoreCommand {
  return async (_words, _asker, locale) => ({
    outcome: 'command',
    visibility: 'private',
    parts: [textPart(words[locale])],
  })
}

/** Nobody subscribed, nothing sent. */
const emptyStore: RehearsalStore = {
  subscriptions: { all: async () => [] },
  deliveries: { lastSent: async () => new Map() },
}

/** Ours: short enough that a saved file is seen within a second, and it only compares. */
const lookMilliseconds = 100

/** Calls back when there are other notes, or other reasons why some are not in use. Gives a function that ends it. */
function followNotes({ notes, unusable }: PreviewOptions, changed: () => void): () => void {
  let library = notes().library
  let reasons = JSON.stringify(unusable())
  const timer = setInterval(() => {
    const now = JSON.stringify(unusable())
    if (notes().library === library && now === reasons) return
    library = notes().library
    reasons = now
    changed()
  }, lookMilliseconds)
  return () => clearInterval(timer)
}

async function setupOf({ locale, commandNames, tips, store }: PreviewOptions, bot: Bot): Promise<Setup> {
  const subscribed = (await store?.subscriptions.all().catch(() => [])) ?? []
  const on = subscribed.filter(({ status }) => status === 'on')
  const examplesIn = (language: Locale) =>
    bot.home(language, 0).buttons.flatMap(({ action }) => wordsOf(action))
  return {
    locale,
    slackCommand: commandNames.slack,
    discordCommand: commandNames.discord,
    examples: { ko: examplesIn('ko'), en: examplesIn('en') },
    commands: commands.map(formOf),
    channels: [...new Set([...tips.channels, ...on].map(({ chat, channel }) => `${chat}:${channel}`))],
  }
}

function wordsOf(action: Action): readonly string[] {
  return action.kind === 'ask' ? [action.text] : []
}

function formOf({ name, description, argument, filters }: (typeof commands)[number]): CommandForm {
  return { name, description, hasFilters: filters, ...(argument ? { argument } : {}) }
}

function prefixesOf({ slack, discord }: CommandPrefixes): CommandPrefixes {
  return { slack: `${slack} `, discord: `/${discord} ` }
}
