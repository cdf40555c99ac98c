import type { Match, SearchResult } from '../../search/types.js'
import { sessionCard, sessionRow, wholeMatch } from '../cards/card.js'
import type { Question } from '../command.js'
import type { Button, ReplyPart } from '../reply.js'
import { type Body, type Notes, type ReplyContext, smallPart, textPart } from '../reply-context.js'
import { wordingIn } from '../wording/wording.js'
import { allButton, allSlides, slideRow, speakerList } from './lists.js'

/** Another talk is shown beside the best one when it covers at least this share of what the best one covers. */
const worthShowing = 0.5
/** A candidate leads, and its lines are shown, when it covers so many times what the next one covers. */
const leading = 1.15
const mostOthers = 3

/** What a search found, as a reply. */
export function foundReply(
  question: Question,
  { outcome, matches, missing }: SearchResult,
  context: ReplyContext,
): Body {
  const [best] = matches
  if (outcome === 'none' || !best) return nothing(question, missing, context)
  return outcome === 'answered' ? answered(matches, context) : unsure(matches, context)
}

/** The card of one session, asked for by itself. */
export function wholeCard(match: Match, context: ReplyContext): Body {
  return answered([match], context)
}

/** Slides of what the words find. */
export function slidesReply(question: Question, notes: Notes, context: ReplyContext): Body {
  if (question.words === '' && Object.keys(question.filters).length === 0) return allSlides(notes, context)
  const found = notes.index.search(question.words, question.filters)
  if (found.outcome !== 'answered') return foundReply(question, found, context)
  const matches = found.matches.filter(({ session }) => session.slides.length > 0)
  const [best, ...others] = matches
  if (!best || best !== found.matches[0]) return answered(found.matches, context)
  const near = others.filter(({ score }) => score >= best.score * worthShowing)
  if (near.length === 0) return answered([best], context)
  const rows = [best, ...near].slice(0, mostOthers).map(({ session }) => slideRow(session, context.locale))
  const title = wordingIn(context.locale).slides
  return {
    outcome: 'answered',
    matches,
    parts: [
      { kind: 'heading', line: [{ text: title }] },
      { kind: 'rows', rows },
    ],
    buttons: feedback(context),
  }
}

/** A speaker's talks; without such a speaker, what the words find, with doubt. */
export function speakerReply(question: Question, notes: Notes, context: ReplyContext): Body {
  const sessions = notes.index.bySpeaker(question.words)
  const [only] = sessions
  if (only && sessions.length === 1) return answered([wholeMatch(only)], context)
  if (only) return speakerList(question.words, sessions, context)
  const { matches } = notes.index.search(question.words, question.filters)
  return matches.length > 0 ? unsure(matches, context) : nothing(question, undefined, context)
}

function answered(matches: readonly Match[], context: ReplyContext): Body {
  const [best, ...rest] = matches
  if (!best) return { outcome: 'none', parts: [] }
  const card = sessionCard(best, context.locale)
  const others = rest.filter(({ score }) => score >= best.score * worthShowing)
  return {
    outcome: 'answered',
    matches,
    parts: card.parts,
    links: card.links,
    buttons: feedback(context),
    after: [...card.gap, ...inShort(others, context), ...card.caution],
  }
}

/** Half an answer: the words of doubt, the leading candidate's lines where one leads, the others as rows. */
function unsure(matches: readonly Match[], context: ReplyContext): Body {
  const nearest = matches.slice(0, mostOthers)
  const [best, second] = nearest
  const words = wordingIn(context.locale)
  if (!best) return { outcome: 'unsure', parts: [textPart(words.unsure)] }
  const leads = !second || best.score >= second.score * leading
  const rows = nearest.slice(leads ? 1 : 0).map(({ session }) => sessionRow(session, context.locale))
  if (!leads)
    return { outcome: 'unsure', matches: nearest, parts: [textPart(words.unsure), { kind: 'rows', rows }] }
  const card = sessionCard(best, context.locale)
  return {
    outcome: 'unsure',
    matches: nearest,
    parts: [textPart(words.unsureBut), ...card.parts],
    links: card.links,
    after: [...card.gap, ...inShort(nearest.slice(1), context), ...card.caution],
  }
}

function inShort(others: readonly Match[], { locale }: ReplyContext): readonly ReplyPart[] {
  if (others.length === 0) return []
  const rows = others.slice(0, mostOthers).map(({ session }) => sessionRow(session, locale))
  const label = wordingIn(locale).otherSessions
  return [
    { kind: 'text', line: [{ text: label, style: 'strong' }] },
    { kind: 'rows', rows },
  ]
}

/** Sharing and votes stand under private answers only. */
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

function nothing(
  { words, command }: Question,
  missing: string | undefined,
  { locale, remembers }: ReplyContext,
): Body {
  const wording = wordingIn(locale)
  const shown = [...words].slice(0, 100).join('')
  const said = missing
    ? wording.missing(missing)
    : command === 'speaker'
      ? wording.noSpeaker(shown)
      : wording.none(shown)
  return {
    outcome: 'none',
    parts: [
      textPart(said),
      textPart(wording.noneHint),
      ...(remembers ? [smallPart(wording.remembered)] : []),
    ],
    buttons: allButton(locale),
  }
}
