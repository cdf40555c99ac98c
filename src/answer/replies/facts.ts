import type { Library } from '../../knowledge/library.js'
import type { Meetup } from '../../knowledge/session.js'
import { dateOf } from '../cards/date.js'
import { keyOf } from '../key.js'
import type { Button } from '../reply.js'
import { type Body, type Notes, type ReplyContext, smallPart } from '../reply-context.js'
import { wordingIn } from '../wording/wording.js'

/** What a post says of its meetup itself. */
export type FactName = 'when' | 'where' | 'time' | 'count' | 'speakers'

/** Answers from what a post says of its meetup: the one that was named, else the last one. */
export function factReply(
  fact: FactName,
  named: Meetup | undefined,
  { library }: Notes,
  context: ReplyContext,
): Body {
  const words = wordingIn(context.locale)
  const meetup = named ?? library.meetups[0]
  if (!meetup) return { outcome: 'none', parts: [smallPart(words.nothingYet)] }
  const value = valueFor(fact, meetup, library, context)
  return {
    outcome: value === '' ? 'none' : 'answered',
    parts: [
      { kind: 'lead', line: [{ text: value === '' ? words.facts.unknown : words.facts[fact](value) }] },
      {
        kind: 'heading',
        line: [{ text: meetup.title }],
        ...(meetup.source ? { url: meetup.source } : {}),
      },
    ],
    buttons: buttons(meetup, library, context),
  }
}

function valueFor(fact: FactName, meetup: Meetup, { sessions }: Library, { locale }: ReplyContext): string {
  const talks = sessions.filter((session) => session.meetup.id === meetup.id && session.kind === 'talk')
  switch (fact) {
    case 'when':
      return dateOf(meetup.date, locale)
    case 'where':
      return meetup.place
    case 'time':
      return meetup.time
    case 'count':
      return String(talks.length)
    case 'speakers':
      return [...new Set(talks.flatMap(({ speakers }) => speakers.map(({ name }) => name)))].join(', ')
  }
}

function buttons(meetup: Meetup, { meetups }: Library, { locale }: ReplyContext): readonly Button[] {
  const words = wordingIn(locale)
  const page = (argument: string) => ({ kind: 'page', locale, list: 'sessions', page: 0, argument }) as const
  const own: Button = { label: words.talksOfMeetup, action: page(meetups.length > 1 ? keyOf(meetup.id) : '') }
  return meetups.length > 1 ? [own, { label: words.allMeetups, action: page('') }] : [own]
}
