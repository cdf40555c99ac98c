import type { Filters } from '../../search/types.js'
import { singleSpaced } from '../../text/blanks.js'
import type { Question } from '../command.js'
import { readPlainRequest } from '../plain-requests.js'
import { type Body, type Notes, type ReplyContext, textPart } from '../reply-context.js'
import { wordingIn } from '../wording/wording.js'
import { factReply } from './facts.js'
import { foundReply, slidesReply } from './found.js'
import { greetingReply } from './help.js'
import { allButton, sessionList } from './lists.js'
import { meetupsNamed, nearestMeetup } from './meetups.js'

/** Answers words that are no command: a greeting, a plain request, or a search. */
export function searchReply(question: Question, notes: Notes, context: ReplyContext): Body {
  const unknown = unknownMeetup(question.filters, notes, context)
  if (unknown) return unknown
  const request = readPlainRequest(withoutStrangers(question.words, notes), notes.library)
  switch (request.kind) {
    case 'greeting':
      return greetingReply(request.greeting, notes, context)
    case 'list':
      return (
        unknownMeetup({ meetup: request.words }, notes, context) ?? sessionList(request.words, notes, context)
      )
    case 'fact':
      return factReply(request.fact, request.meetup, notes, context)
    case 'slides':
      return slidesReply({ ...question, words: request.words }, notes, context)
    case 'search':
      return search(question, request.words, { ...request.filters, ...question.filters }, notes, context)
  }
}

/** How many different `@names` of a question are looked up, ours: each takes as long as a search. */
const mostHandles = 8

/** Without `@names` of people who are no speakers: they are no words of the question. */
function withoutStrangers(words: string, { index }: Notes): string {
  const looked = new Map<string, boolean>()
  const isSpeaker = (name: string) => {
    const known = looked.get(name) ?? (looked.size >= mostHandles || index.bySpeaker(name).length > 0)
    looked.set(name, known)
    return known
  }
  const rest = words.replace(/(?<=^|\s)@([\p{L}\p{N}._-]+)/gu, (handle, name: string) =>
    isSpeaker(name) ? handle : ' ',
  )
  return rest.trim() === '' ? words : singleSpaced(rest).trim()
}

function search(
  question: Question,
  words: string,
  filters: Filters,
  notes: Notes,
  context: ReplyContext,
): Body {
  const unknown = unknownMeetup(filters, notes, context)
  return unknown ?? foundReply(question, notes.index.search(words, filters), context)
}

/** A filter that names no meetup says so, with the nearest one. */
function unknownMeetup({ meetup }: Filters, { library }: Notes, { locale }: ReplyContext): Body | undefined {
  if (!meetup || meetupsNamed(meetup, library).length > 0) return undefined
  const words = wordingIn(locale)
  const nearest = nearestMeetup(meetup, library)
  return {
    outcome: 'none',
    parts: [
      textPart(words.noMeetup(meetup)),
      ...(nearest ? [textPart(words.nearestMeetup(nearest.title))] : []),
    ],
    buttons: allButton(locale),
  }
}
