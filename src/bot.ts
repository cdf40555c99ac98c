import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import type { Action } from './answer/action.js'
import { answer, openSession } from './answer/answer.js'
import type { CommandName, Question } from './answer/command.js'
import { commands } from './answer/commands.js'
import { chooseLocale } from './answer/locale.js'
import { readQuestion } from './answer/question.js'
import { homeReply } from './answer/replies/help.js'
import { meetupsNamed } from './answer/replies/meetups.js'
import type { Reply } from './answer/reply.js'
import {
  type Answer,
  type Body,
  type Notes,
  type ReplyContext,
  textPart,
  toReply,
} from './answer/reply-context.js'
import type { Wording } from './answer/wording/ko.js'
import type { Locale } from './answer/wording/locale.js'
import { wordingIn } from './answer/wording/wording.js'
import type { Answered, BotListener, StoreCommand } from './chat/bot-listener.js'
import type { Asker, Bot, Outlet } from './chat/chat.js'
import { StoreError } from './store/store.js'
import { within } from './time/within.js'

/** What a bot is made of. */
export interface BotDeps {
  /** The notes of this moment: they may change while we run. */
  readonly notes: () => Notes
  /** The language where neither question nor platform decides. */
  readonly locale: Locale
  /** `tip`, `tips` and `gaps`, where there is what they need. */
  readonly commands: Readonly<Partial<Record<CommandName, StoreCommand>>>
  /** The tip of today, for the welcome page. */
  readonly todaysTip: (locale: Locale) => Body
  /** Whether questions without an answer are kept for the organisers. */
  readonly remembers: boolean
  readonly listener: BotListener
  readonly log: Logger
  /** Puts the question's text into the log line. */
  readonly logQuestions: boolean
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** An answer ready to be composed: at once from the notes, or later with the store's help. */
interface PreparedAnswer {
  readonly command: CommandName
  /** As typed; empty for a pressed button. */
  readonly text: string
  readonly context: ReplyContext
  readonly compose: (() => Answer) | { readonly later: () => Promise<Answer>; readonly defers: boolean }
}

/** Joins the rooms: reads a question, answers it, sends the reply, tells the listener. The one place of apologies. */
export function createBot(deps: BotDeps): Bot {
  const prepare = preparer(deps)
  const serve = server(deps)
  const privately = (locale: Locale, say: (words: Wording) => string): Reply => {
    const context = contextFor({ visibility: 'private' }, locale, deps)
    return toReply({ outcome: 'failed', parts: [textPart(say(wordingIn(locale)))] }, context).reply
  }
  return {
    answer: (question, asker, outlet) => serve(() => prepare.asked(question, asker), asker, outlet),
    press: (action, asker, outlet) => serve(() => prepare.pressed(action, asker), asker, outlet),
    publicCopy: async (origin, asker) => {
      const shown: Asker = { ...asker, visibility: 'public' }
      const prepared =
        typeof origin === 'string' ? prepare.asked(origin, shown) : prepare.pressed(origin, shown)
      if (typeof prepared.compose !== 'function')
        return privately(prepared.context.locale, (words) => words.notHere)
      const { reply } = composeNow(deps, prepared, prepared.compose)
      const isForAll = ({ action }: { readonly action: Action }) =>
        action.kind !== 'share' && action.kind !== 'vote'
      return { ...reply, buttons: reply.buttons.filter(isForAll) }
    },
    vote: (question, vote, locale) => {
      deps.listener.voted(question, vote)
      return wordingIn(locale).thanksFor(vote)
    },
    sharedBy: (name, locale) => wordingIn(locale).sharedBy(name),
    unsent: (obstacle, locale) =>
      privately(locale, (words) =>
        obstacle ? words.unsent[obstacle.reason](obstacle.detail) : words.apology,
      ),
    privateElsewhere: (locale) => ({
      ...privately(locale, (words) => words.privateElsewhere),
      visibility: 'public',
    }),
    home: (own, page) => {
      const locale = own ?? deps.locale
      const context = { ...contextFor({ visibility: 'private' }, locale, deps), page }
      return toReply(homeReply(deps.notes(), context, deps.todaysTip(locale)), context).reply
    },
    suggest: (field, typed, filters, limit) => deps.notes().index.suggest(field, typed, filters, limit),
  }
}

/** Turns what chats hand us into prepared answers. */
function preparer(deps: BotDeps) {
  const isMeetup = (words: string) => meetupsNamed(words, deps.notes().library).length > 0

  const prepared = (
    question: Question,
    text: string,
    asker: Asker,
    context: ReplyContext,
  ): PreparedAnswer => {
    const { command } = question
    const fromStore = deps.commands[command]
    const fromNotes = (known: ReplyContext) => answer(question, deps.notes(), known)
    const later = async () =>
      fromStore
        ? toReply(await fromStore(question.words, asker, context.locale), context)
        : fromNotes({ ...context, manages: await managedBy(asker) })
    const waits = fromStore !== undefined || command === 'help'
    return {
      command,
      text,
      context,
      compose: waits ? { later, defers: fromStore !== undefined } : () => fromNotes(context),
    }
  }

  const asked = (origin: string | Question, asker: Asker, locale?: Locale): PreparedAnswer => {
    const question = typeof origin === 'string' ? readQuestion(origin, isMeetup) : origin
    const text = typeof origin === 'string' ? origin : origin.words
    const chosen = locale ?? asker.answerIn ?? chooseLocale(wordsAsked(question), asker.locale, deps.locale)
    const visibility = question.public && isForAnyone(question.command) ? 'public' : asker.visibility
    return prepared(question, text, asker, contextFor({ ...asker, visibility }, chosen, deps))
  }

  const pressed = (action: Action, asker: Asker): PreparedAnswer => {
    const { locale } = action
    const context = contextFor(asker, locale, deps)
    switch (action.kind) {
      case 'ask':
        return asked(action.text, asker, locale)
      case 'page': {
        const command = action.list === 'home' ? 'sessions' : action.list
        const question: Question = { command, words: action.argument, filters: {}, public: false }
        return prepared(question, '', asker, { ...context, page: action.page })
      }
      case 'session': {
        const open = () => openSession(action.session, deps.notes(), context)
        return { command: 'session', text: '', context, compose: open }
      }
      default:
        return asked('help', asker, locale)
    }
  }

  return { asked, pressed }
}

/** What was asked in somebody's own words: commands and settings decide no language. */
function wordsAsked({ command, words }: Question): string {
  return command === 'session' || command === 'slides' ? words : ''
}

/** What organisers ask is never for everybody, even when they say `public:yes`. */
function isForAnyone(name: CommandName): boolean {
  return commands.find((command) => command.name === name)?.who === 'anyone'
}

function contextFor(
  { visibility, direct = false, prefix = '' }: Pick<Asker, 'visibility' | 'direct' | 'prefix'>,
  locale: Locale,
  { remembers }: BotDeps,
): ReplyContext {
  const id = newQuestionId()
  return { id, locale, visibility, direct, page: 0, remembers, prefix, manages: [] }
}

const idBytes = 9
/** As base64. */
const idLength = (idBytes / 3) * 4
/** Asking the system for random numbers takes longer than reading a question: it is asked for many at once. */
let random = ''

function newQuestionId(): string {
  if (random === '') random = randomBytes(128 * idBytes).toString('base64url')
  const id = random.slice(0, idLength)
  random = random.slice(idLength)
  return id
}

/** Help does not wait longer for a platform to say what somebody may manage. */
const rightsMilliseconds = 1500

/** What a person may manage where they ask; nothing where the platform does not say. */
async function managedBy({ mayManage }: Asker): Promise<ReplyContext['manages']> {
  const areas = ['tips', 'gaps'] as const
  const may = await Promise.all(
    areas.map((area) => within(rightsMilliseconds, mayManage(area)).catch(() => false)),
  )
  return areas.filter((_, at) => may[at])
}

/** Composes and sends. What the notes answer is sent in the very turn in which the question came. */
function server(deps: BotDeps) {
  return async (read: () => PreparedAnswer, asker: Asker, outlet: Outlet): Promise<void> => {
    const askedAt = deps.now()
    const started = performance.now()
    const secondsSince = () => (performance.now() - started) / 1000
    try {
      const prepared = readOrFail(deps, read, asker)
      const { compose: composing, context } = prepared
      if (typeof composing !== 'function' && composing.defers) await outlet.defer?.(context.visibility)
      const composed =
        typeof prepared.compose === 'function'
          ? composeNow(deps, prepared, prepared.compose)
          : await compose(deps, prepared)
      const composeSeconds = secondsSince()
      await outlet.send(composed.reply, composed.matches)
      report(deps, prepared, asker, composed, { askedAt, composeSeconds, seconds: secondsSince() })
    } catch (err) {
      deps.log.error({ err, chat: asker.chat }, 'Could not send a reply')
    }
  }
}

/** The prepared answer; when even that fails, an answer whose composing fails the same way, so that an apology goes out. */
function readOrFail(deps: BotDeps, read: () => PreparedAnswer, asker: Asker): PreparedAnswer {
  try {
    return read()
  } catch (error) {
    const fail = () => {
      throw error
    }
    const context = contextFor(asker, asker.locale ?? deps.locale, deps)
    return { command: 'session', text: '', context, compose: fail }
  }
}

async function compose(deps: BotDeps, prepared: PreparedAnswer): Promise<Answer> {
  if (typeof prepared.compose === 'function') return composeNow(deps, prepared, prepared.compose)
  try {
    return await prepared.compose.later()
  } catch (err) {
    return apology(deps, prepared, err)
  }
}

function composeNow(deps: BotDeps, prepared: PreparedAnswer, run: () => Answer): Answer {
  try {
    return run()
  } catch (err) {
    return apology(deps, prepared, err)
  }
}

function apology({ log }: BotDeps, { command, context }: PreparedAnswer, err: unknown): Answer {
  log.error({ err, question: context.id, command }, 'Could not answer')
  const words = wordingIn(context.locale)
  const text = err instanceof StoreError ? words.storeAway : words.apology
  return toReply({ outcome: 'failed', parts: [textPart(text)] }, { ...context, visibility: 'private' })
}

function report(
  { listener, log, logQuestions }: BotDeps,
  { context, command, text }: PreparedAnswer,
  { chat }: Asker,
  { reply, matches }: Answer,
  times: Pick<Answered, 'askedAt' | 'composeSeconds' | 'seconds'>,
): void {
  const { id, locale } = context
  const { outcome } = reply
  const milliseconds = Math.round(times.seconds * 1e5) / 100
  log.info(
    { question: id, chat, command, outcome, milliseconds, ...(logQuestions ? { text } : {}) },
    'Answered a question',
  )
  const sessions = matches.map(({ session }) => session.id)
  listener.answered({ id, chat, locale, command, outcome, text, sessions, ...times })
}
