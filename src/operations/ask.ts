import type { Answer } from '../answer/answer.js'
import { renderText } from '../chat/console/render.js'
import type { Session } from '../knowledge/session.js'
import type { Match } from '../search/search-index.js'

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
  readonly passages: readonly { readonly path: readonly string[]; readonly text: string }[]
  readonly slides: readonly { readonly title: string; readonly url: string }[]
  readonly pictures: readonly { readonly url: string; readonly alt: string }[]
  readonly tips: readonly string[]
}

/** An answer as `ask` prints it: text for people, or one line of JSON. */
export function printAnswer(typed: string, answer: Answer, json: boolean): string {
  return json ? JSON.stringify(askedLine(typed, answer)) : renderText(answer.reply)
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
    passages: passages.map(({ passage: { path, text } }) => ({ path, text })),
    slides: slides.map((link) => ({ title: link.title, url: link.url })),
    pictures: pictures.map((picture) => ({ url: picture.url, alt: picture.alt })),
    tips,
  }
}
