import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { answer } from '../answer/answer.js'
import { chooseLocale } from '../answer/locale.js'
import { meetupsNamed } from '../answer/meetups.js'
import { readQuestion } from '../answer/question.js'
import { type Answer, type Body, type Notes, type ReplyContext, toReply } from '../answer/reply-context.js'
import type { Locale } from '../answer/wording/locale.js'
import { renderText } from '../chat/console/render.js'
import { createTodaysTip } from '../daily/todays-tip.js'
import type { Passage, Session } from '../knowledge/session.js'
import { printExplanation } from '../search/explanation.js'
import type { Explanation, Match } from '../search/types.js'

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
}

/** One answer, printed. */
export function ask(typed: string, notes: Notes, manner: Manner): string {
  const question = readQuestion(typed, (words) => meetupsNamed(words, notes.library).length > 0)
  if (manner.explain) return explained(notes.index.explain(question.words), manner)
  const locale = manner.locale ?? chooseLocale(question.words, undefined, manner.fallback)
  const context: ReplyContext = {
    id: '',
    locale,
    visibility: 'public',
    direct: true,
    page: 0,
    remembers: false,
    prefix: '',
    manages: [],
  }
  const answered =
    question.command === 'tip'
      ? toReply(tipOfToday(notes, manner, locale), context)
      : answer(question, notes, context)
  return manner.json ? JSON.stringify(askedLine(typed, answered)) : renderText(answered.reply)
}

function explained(explanation: Explanation, { json }: Manner): string {
  return json ? JSON.stringify(explanation) : printExplanation(explanation)
}

function tipOfToday({ library }: Notes, { now, zone }: Manner, locale: Locale): Body {
  return createTodaysTip({ library: () => library, now, zone })(locale)
}

/**
 * Answers a question a line until the input ends. As text, an empty line stands between answers and an empty line
 * asks nothing; as JSON, each line of input gives exactly one line.
 */
export async function askEach(
  input: Readable,
  output: Writable,
  notes: Notes,
  manner: Manner,
): Promise<void> {
  let between = ''
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!manner.json && line.trim() === '') continue
    output.write(`${between}${ask(line, notes, manner)}\n`)
    if (!manner.json) between = '\n'
  }
}

function askedLine(question: string, { reply, matches }: Answer): AskedLine {
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
