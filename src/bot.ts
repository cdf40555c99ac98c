import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import type { Action } from './answer/action.js'
import { answer, openSession } from './answer/answer.js'
import type { CommandName } from './answer/commands.js'
import { homeReply } from './answer/help.js'
import { chooseLocale } from './answer/locale.js'
import { meetupsNamed } from './answer/meetups.js'
import { type Question, readQuestion } from './answer/question.js'
import type { Part } from './answer/reply.js'
import { type Answer, address, type Notes, type Setting, textPart } from './answer/reply-context.js'
import type { Locale } from './answer/wording/locale.js'
import { wordingIn } from './answer/wording/wording.js'
import type { Answered, BotListener, StoreCommand } from './chat/bot-listener.js'
import type { Asker, Bot, Outlet } from './chat/chat.js'
import { StoreError } from './store/store.js'

/** What a bot is made of. */
export interface BotParts {
  /** The notes of this moment: they may change while we run. */
  readonly notes: () => Notes
  /** The language where neither question nor platform decides. */
  readonly locale: Locale
  /** `tip`, `tips` and `gaps`, where there is what they need. */
  readonly commands: Readonly<Partial<Record<CommandName, StoreCommand>>>
  /** The tip of today, for the welcome page. */
  readonly todaysTip: (locale: Locale) => readonly Part[]
  /** Whether questions without an answer are kept for the organisers. */
  readonly remembers: boolean
  readonly listener: BotListener
  readonly log: Logger
  /** Puts the question's text into the log line. */
  readonly logQuestions: boolean
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** What somebody wants, ready to be composed: at once from the notes, or later with the store's help. */
interface Wish {
  readonly command: CommandName
  /** As typed; empty for a pressed button. */
  readonly text: string
  readonly setting: Setting
  readonly compose: (() => Answer) | { readonly later: () => Promise<Answer> }
}

/** Joins the rooms: reads a question, answers it, sends the reply, tells the listener. The one place of apologies. */
export function createBot(parts: BotParts): Bot {
  const wish = wishes(parts)
  const serve = server(parts)
  return {
    answer: (question, asker, outlet) => serve(() => wish.asked(question, asker), asker, outlet),
    press: (action, asker, outlet) => serve(() => wish.pressed(action, asker), asker, outlet),
    again: async (origin, asker) => {
      const shown: Asker = { ...asker, visibility: 'public' }
      const { reply } = await compose(
        parts,
        typeof origin === 'string' ? wish.asked(origin, shown) : wish.pressed(origin, shown),
      )
      return { ...reply, buttons: [], menus: [] }
    },
    vote: (question, vote, locale) => {
      parts.listener.voted(question, vote)
      return wordingIn(locale).thanks(vote)
    },
    sharedBy: (name, locale) => wordingIn(locale).sharedBy(name),
    unsent: (obstacle, locale) => {
      const words = wordingIn(locale)
      const text = obstacle ? words.cannotPost(obstacle.detail) : words.apology
      const setting = settingFor({ visibility: 'private' }, locale, parts)
      return address({ outcome: 'failed', parts: [textPart(text)] }, setting).reply
    },
    home: (own, page) => {
      const locale = own ?? parts.locale
      const setting = settingFor({ visibility: 'private' }, locale, parts)
      const body = homeReply(parts.notes(), { locale, page }, parts.todaysTip(locale))
      return address(body, setting).reply
    },
    suggest: (field, typed, filters, limit) => parts.notes().index.suggest(field, typed, filters, limit),
  }
}

/** Turns what chats hand us into wishes. */
function wishes(parts: BotParts) {
  const isMeetup = (words: string) => meetupsNamed(words, parts.notes().library).length > 0

  const wishFor = (question: Question, text: string, asker: Asker, setting: Setting): Wish => {
    const command = parts.commands[question.command]
    const later = async (run: StoreCommand) =>
      address(await run(question.words, asker, setting.locale), setting)
    return {
      command: question.command,
      text,
      setting,
      compose: command ? { later: () => later(command) } : () => answer(question, parts.notes(), setting),
    }
  }

  const asked = (origin: string | Question, asker: Asker, locale?: Locale): Wish => {
    const question = typeof origin === 'string' ? readQuestion(origin, isMeetup) : origin
    const text = typeof origin === 'string' ? origin : origin.words
    const chosen = locale ?? chooseLocale(text, question, asker.locale, parts.locale)
    const visibility = question.public ? 'public' : asker.visibility
    return wishFor(question, text, asker, settingFor({ ...asker, visibility }, chosen, parts))
  }

  const pressed = (action: Action, asker: Asker): Wish => {
    const { locale } = action
    const setting = settingFor(asker, locale, parts)
    switch (action.kind) {
      case 'ask':
        return asked(action.text, asker, locale)
      case 'page': {
        const command = action.list === 'home' ? 'sessions' : action.list
        const question: Question = { command, words: action.argument, filters: {}, public: false }
        return wishFor(question, '', asker, { ...setting, page: action.page })
      }
      case 'session': {
        const open = () => openSession(action.session, parts.notes(), setting)
        return { command: 'session', text: '', setting, compose: open }
      }
      default:
        return asked('help', asker, locale)
    }
  }

  return { asked, pressed }
}

function settingFor(
  asker: Pick<Asker, 'visibility' | 'direct'>,
  locale: Locale,
  { remembers }: BotParts,
): Setting {
  const id = randomBytes(9).toString('base64url')
  return { id, locale, visibility: asker.visibility, direct: asker.direct ?? false, page: 0, remembers }
}

/** Composes and sends. What the notes answer is sent in the very turn in which the question came. */
function server(parts: BotParts) {
  return async (read: () => Wish, asker: Asker, outlet: Outlet): Promise<void> => {
    const askedAt = parts.now()
    const started = performance.now()
    const secondsSince = () => (performance.now() - started) / 1000
    try {
      const wish = readOrFail(parts, read, asker)
      if (typeof wish.compose !== 'function') await outlet.defer?.(wish.setting.visibility)
      const composed =
        typeof wish.compose === 'function'
          ? composeNow(parts, wish, wish.compose)
          : await compose(parts, wish)
      const composeSeconds = secondsSince()
      await outlet.send(composed.reply)
      report(parts, wish, asker, composed, { askedAt, composeSeconds, seconds: secondsSince() })
    } catch (err) {
      parts.log.error({ err, chat: asker.chat }, 'Could not send a reply')
    }
  }
}

/** What is wanted; when even that fails, a wish whose composing fails the same way, so that an apology goes out. */
function readOrFail(parts: BotParts, read: () => Wish, asker: Asker): Wish {
  try {
    return read()
  } catch (error) {
    const fail = () => {
      throw error
    }
    const setting = settingFor(asker, asker.locale ?? parts.locale, parts)
    return { command: 'session', text: '', setting, compose: fail }
  }
}

async function compose(parts: BotParts, wish: Wish): Promise<Answer> {
  if (typeof wish.compose === 'function') return composeNow(parts, wish, wish.compose)
  try {
    return await wish.compose.later()
  } catch (err) {
    return apology(parts, wish, err)
  }
}

function composeNow(parts: BotParts, wish: Wish, run: () => Answer): Answer {
  try {
    return run()
  } catch (err) {
    return apology(parts, wish, err)
  }
}

function apology({ log }: BotParts, { command, setting }: Wish, err: unknown): Answer {
  log.error({ err, question: setting.id, command }, 'Could not answer')
  const words = wordingIn(setting.locale)
  const text = err instanceof StoreError ? words.storeAway : words.apology
  return address({ outcome: 'failed', parts: [textPart(text)] }, { ...setting, visibility: 'private' })
}

function report(
  { listener, log, logQuestions }: BotParts,
  { setting, command, text }: Wish,
  { chat }: Asker,
  { reply, matches }: Answer,
  times: Pick<Answered, 'askedAt' | 'composeSeconds' | 'seconds'>,
): void {
  const { id, locale } = setting
  const { outcome } = reply
  const milliseconds = Math.round(times.seconds * 1e5) / 100
  log.info(
    { question: id, chat, command, outcome, milliseconds, ...(logQuestions ? { text } : {}) },
    'Answered a question',
  )
  const sessions = matches.map(({ session }) => session.id)
  listener.answered({ id, chat, locale, command, outcome, text, sessions, ...times })
}
