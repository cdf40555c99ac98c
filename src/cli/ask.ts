import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Logger } from 'pino'
import { readQuestion } from '../answer/question.js'
import { meetupsNamed } from '../answer/replies/meetups.js'
import type { Reply } from '../answer/reply.js'
import type { Notes } from '../answer/reply-context.js'
import type { Locale } from '../answer/wording/locale.js'
import { createBot } from '../bot.js'
import type { Asker, Bot, Outlet } from '../chat/chat.js'
import { renderText } from '../chat/console/render.js'
import { createTipCommand, createTodaysTip } from '../daily/todays-tip.js'
import type { Passage, Session } from '../knowledge/session.js'
import { printExplanation } from '../search/explanation.js'
import type { Match } from '../search/types.js'

/** One answer as the line of JSON that other programs read. Its form stays as it is; the README describes it. */
export interface AskedLine {
  readonly question: string
  readonly outcome: 'answered' | 'unsure' | 'none' | 'command'
  /** Best first; empty for `none` and `command`. */
  readonly sessions: readonly FoundSession[]
  /** What the console shows, without colour. */
  readonly text: string
}

/** A session in that line. */
export interface FoundSession {
  readonly id: string
  readonly title: string
  readonly speakers: readonly string[]
  readonly meetup: string
  readonly date: string
  readonly kind: Session['kind']
  /** 0 to 1, how sure. */
  readonly score: number
  readonly summary: readonly string[]
  readonly passages: readonly FoundPassage[]
  readonly slides: readonly { readonly title: string; readonly url: string }[]
  readonly pictures: readonly { readonly url: string; readonly alt: string }[]
  readonly tips: readonly string[]
}

/** A matching line; `page` or `seconds` and `url` for one of a deck or a recording. */
export interface FoundPassage {
  readonly path: readonly string[]
  readonly text: string
  readonly page?: number
  readonly seconds?: number
  /** Opens that very page or second where such an address is known; else the talk's slides or video. */
  readonly url?: string
}

/** How `ask` answers. */
export interface Manner {
  /** One line of JSON instead of text for people. */
  readonly json: boolean
  /** How the answer was found instead of the answer. */
  readonly explain: boolean
  /** The language to answer in; the question's own unless told. */
  readonly locale: Locale | undefined
  /** The language where the question does not decide. */
  readonly fallback: Locale
  /** IANA zone of the tip's date. */
  readonly zone: string
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Logger
}

/** Gives one answer as it is printed. */
export type Ask = (typed: string) => Promise<string>

/** Asks the bot itself, and takes its reply as JSON or as the console shows it. */
export function createAsk(notes: Notes, manner: Manner): Ask {
  if (manner.explain) return async (typed) => explained(typed, notes, manner)
  const bot = createAskedBot(notes, manner)
  const asker = askerIn(manner.locale)
  return async (typed) => {
    let printed = ''
    const send: Outlet['send'] = async (reply, matches) => {
      printed = manner.json ? JSON.stringify(askedLine(typed, reply, matches)) : renderText(reply)
    }
    await bot.answer(typed, asker, { send })
    return printed
  }
}

/** A bot without a store, which remembers nothing. */
function createAskedBot(notes: Notes, { fallback, zone, now, log }: Manner): Bot {
  const tips = { library: () => notes.library, now, zone }
  return createBot({
    notes: () => notes,
    locale: fallback,
    commands: { tip: createTipCommand(tips) },
    todaysTip: createTodaysTip(tips),
    remembers: false,
    listener: { answered: () => {}, voted: () => {} },
    log,
    logQuestions: false,
    now,
  })
}

/** At the shell nobody else reads along, and no store has anything to manage. */
function askerIn(locale: Locale | undefined): Asker {
  return {
    chat: 'console',
    user: 'console',
    visibility: 'public',
    direct: true,
    ...(locale ? { answerIn: locale } : {}),
    mayManage: async () => false,
  }
}

function explained(typed: string, { library, index }: Notes, { json }: Manner): string {
  const { words } = readQuestion(typed, (each) => meetupsNamed(each, library).length > 0)
  const explanation = index.explain(words)
  return json ? JSON.stringify(explanation) : printExplanation(explanation)
}

/**
 * Answers a question a line until the input ends. As text, an empty line stands between answers and an empty line
 * asks nothing; as JSON, each line of input gives exactly one line.
 */
export async function askEach(
  input: Readable,
  output: Writable,
  ask: Ask,
  { json }: Pick<Manner, 'json'>,
): Promise<void> {
  let between = ''
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!json && line.trim() === '') continue
    output.write(`${between}${await ask(line)}\n`)
    if (!json) between = '\n'
  }
}

function askedLine(question: string, reply: Reply, matches: readonly Match[]): AskedLine {
  const outcome = reply.outcome === 'failed' ? 'none' : reply.outcome
  return { question, outcome, sessions: matches.map(foundSession), text: renderText(reply) }
}

function foundSession({ session, score, passages }: Match): FoundSession {
  const { id, title, meetup, kind, summary, slides, pictures, tips } = session
  return {
    id,
    title,
    speakers: session.speakers.map((speaker) => speaker.name),
    meetup: meetup.title,
    date: meetup.date,
    kind,
    score: Math.round(score * 1000) / 1000,
    summary,
    passages: passages.map(({ passage }) => foundPassage(passage, session)),
    slides: slides.map((link) => ({ title: link.title, url: link.url })),
    pictures: pictures.map((picture) => ({ url: picture.url, alt: picture.alt })),
    tips,
  }
}

function foundPassage({ path, text, source }: Passage, { slides, videos }: Session): FoundPassage {
  if (!source) return { path, text }
  const [whole] = source.kind === 'page' ? slides : videos
  const url = source.url ?? whole?.url
  const place = source.kind === 'page' ? { page: source.page } : { seconds: source.seconds }
  return { path, text, ...place, ...(url === undefined ? {} : { url }) }
}
