import type { Found, Match } from '../search/types.js'
import { sessionCard, sessionLine, sessionOption, wholeMatch } from './card.js'
import { helpReply } from './help.js'
import { allSlides, sessionList, speakerList } from './lists.js'
import type { Question } from './question.js'
import type { Button, Menu, Part } from './reply.js'
import { type Answer, type Body, type Notes, type ReplyContext, textPart, toReply } from './reply-context.js'
import type { Locale } from './wording/locale.js'
import { wordingIn } from './wording/wording.js'

/** Another talk is shown beside the best one when it covers at least this share of what the best one covers. */
const worthShowing = 0.5

/** Answers from the notes alone. The commands that ask the store (`tip`, `tips`, `gaps`) are not known here. */
export function answer(question: Question, notes: Notes, context: ReplyContext): Answer {
  return toReply(bodyOf(question, notes, context), context)
}

/** The card of one session; says so when the notes no longer have it. */
export function openSession(id: string, notes: Notes, context: ReplyContext): Answer {
  const session = notes.library.sessions.find((each) => each.id === id)
  const body: Body = session
    ? found([wholeMatch(session)], context)
    : { outcome: 'none', parts: [textPart(wordingIn(context.locale).noSuchSession)] }
  return toReply(body, context)
}

function bodyOf(question: Question, notes: Notes, context: ReplyContext): Body {
  switch (question.command) {
    case 'sessions':
      return sessionList(question.words, notes, context)
    case 'slides':
      return slides(question, notes, context)
    case 'speaker':
      return speaker(question, notes, context)
    case 'session':
      return ofSearch(question, notes.index.search(question.words, question.filters), context)
    case 'help':
      return helpReply(notes, context)
    default:
      return { outcome: 'command', parts: [textPart(wordingIn(context.locale).notHere)] }
  }
}

function ofSearch(question: Question, { outcome, matches }: Found, context: ReplyContext): Body {
  if (outcome === 'answered') return found(matches, context)
  return outcome === 'unsure' ? unsure(matches, context) : nothing(question, context)
}

function found(matches: readonly Match[], context: ReplyContext): Body {
  const [best, ...rest] = matches
  if (!best) return { outcome: 'none', parts: [] }
  const others = rest.filter(({ score }) => score >= best.score * worthShowing)
  return {
    outcome: 'answered',
    matches,
    parts: [...sessionCard(best, context.locale), ...inShort(others, context.locale)],
    buttons: feedback(context),
    menus: otherMenu(others, context.locale),
  }
}

function inShort(others: readonly Match[], locale: Locale): readonly Part[] {
  if (others.length === 0) return []
  const label: Part = { kind: 'text', line: [{ text: wordingIn(locale).otherSessions, style: 'strong' }] }
  return [
    label,
    { kind: 'list', items: others.slice(0, 2).map(({ session }) => ({ line: sessionLine(session) })) },
  ]
}

function otherMenu(others: readonly Match[], locale: Locale): readonly Menu[] {
  if (others.length === 0) return []
  const options = others.slice(0, 25).map(({ session }) => sessionOption(session, locale))
  return [{ placeholder: wordingIn(locale).openOther, options }]
}

/** Sharing and thumbs stand under private answers only. */
function feedback({ id, locale, visibility, direct }: ReplyContext): readonly Button[] {
  if (visibility === 'public') return []
  const words = wordingIn(locale)
  const share: Button = { label: words.share, action: { kind: 'share', locale } }
  return [
    ...(direct ? [] : [share]),
    { label: words.helpful, action: { kind: 'vote', locale, vote: 'up', question: id } },
    { label: words.unhelpful, action: { kind: 'vote', locale, vote: 'down', question: id } },
  ]
}

function unsure(matches: readonly Match[], { locale }: ReplyContext): Body {
  const nearest = matches.slice(0, 3)
  return {
    outcome: 'unsure',
    matches: nearest,
    parts: [
      textPart(wordingIn(locale).unsure),
      { kind: 'list', items: nearest.map(({ session }) => ({ line: sessionLine(session) })) },
    ],
    buttons: nearest.map(({ session }) => sessionOption(session, locale)),
  }
}

function nothing({ words, command }: Question, { locale, remembers }: ReplyContext): Body {
  const wording = wordingIn(locale)
  const shown = [...words].slice(0, 100).join('')
  const said = command === 'speaker' ? wording.noSpeaker(shown) : wording.none(shown)
  return {
    outcome: 'none',
    parts: [
      textPart(said),
      textPart(wording.noneHint),
      ...(remembers ? [{ kind: 'small', line: [{ text: wording.remembered }] } satisfies Part] : []),
    ],
    buttons: [
      {
        label: wording.allSessions,
        action: { kind: 'page', locale, list: 'sessions', page: 0, argument: '' },
      },
    ],
  }
}

function slides(question: Question, notes: Notes, context: ReplyContext): Body {
  if (question.words === '' && Object.keys(question.filters).length === 0) return allSlides(notes, context)
  const result = notes.index.search(question.words, question.filters)
  if (result.outcome !== 'answered') return ofSearch(question, result, context)
  const { matches } = result
  const parts = matches
    .slice(0, 3)
    .flatMap(({ session }): readonly Part[] => [
      { kind: 'heading', line: [{ text: session.title }] },
      session.slides.length > 0
        ? { kind: 'links', label: wordingIn(context.locale).slides, links: session.slides }
        : textPart(wordingIn(context.locale).noSlides),
    ])
  return {
    outcome: 'answered',
    matches,
    parts,
    buttons: feedback(context),
    menus: otherMenu(matches, context.locale),
  }
}

/** A speaker's talks; without such a speaker, what the words find, offered as choices only. */
function speaker(question: Question, notes: Notes, context: ReplyContext): Body {
  const sessions = notes.index.bySpeaker(question.words)
  const [only] = sessions
  if (only && sessions.length === 1) return found([wholeMatch(only)], context)
  if (only) return speakerList(question.words, sessions, context)
  const { matches } = notes.index.search(question.words, question.filters)
  return matches.length > 0 ? unsure(matches, context) : nothing(question, context)
}
