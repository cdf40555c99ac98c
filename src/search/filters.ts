import type { Session } from '../knowledge/session.js'
import { planOf } from './question/plan.js'
import { candidates } from './ranking/candidates.js'
import { askedWords, coverage, termsAlone } from './ranking/evidence.js'
import type { Ranked } from './ranking/rank.js'
import { termsOf } from './text/terms.js'
import { LONGEST_FILTER, SAME_LABEL, SAME_SPEAKER } from './tuning.js'
import type { Filters } from './types.js'

/** The sessions that filters let through, by their place in the library; absent when nothing is filtered. */
export function allowedBy(filters: Filters, ranked: Ranked): ReadonlySet<number> | undefined {
  const { meetup, speaker, tag } = filters
  if (!meetup && !speaker && !tag) return undefined
  const speakers = speaker ? bySpeaker(speaker, ranked) : undefined
  const isMeetup = meetup ? named(meetup, ranked) : () => true
  const isTag = tag ? named(tag, ranked) : () => true
  const meetups = new Map<Session['meetup'], boolean>()
  const isOfMeetup = ({ meetup }: Session) => {
    const known = meetups.get(meetup) ?? isMeetup(`${meetup.id} ${meetup.title} ${meetup.date}`)
    meetups.set(meetup, known)
    return known
  }
  const allowed = [...ranked.sessions.entries()].filter(
    ([documentNumber, session]) =>
      (speakers?.has(documentNumber) ?? true) && isOfMeetup(session) && (!tag || session.tags.some(isTag)),
  )
  return new Set(allowed.map(([documentNumber]) => documentNumber))
}

/** The sessions of a speaker, by their place in the library. */
export function bySpeaker(name: string, ranked: Ranked): ReadonlySet<number> {
  const asked = name.slice(0, LONGEST_FILTER)
  const joined = /^[가-힣\s]+$/.test(asked) ? asked.replace(/\s+/g, '') : asked
  const plan = planOf(joined, ranked.lexicon)
  const found = candidates(ranked, plan, { limit: ranked.sessions.length, fields: ['speakers'] })
  const words = askedWords(plan)
  const sure = found.filter(({ holds }) => coverage(words, termsAlone(holds)) >= SAME_SPEAKER)
  return new Set(sure.map(({ documentNumber }) => documentNumber))
}

/** Whether a text is what the words of a filter name; planned once, and remembered by text. */
function named(asked: string, { lexicon }: Ranked): (text: string) => boolean {
  const words = askedWords(planOf(asked.slice(0, LONGEST_FILTER), lexicon))
  const known = new Map<string, boolean>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const terms = new Set(termsOf(text).map((term) => term.text))
    const is =
      coverage(
        words,
        termsAlone((term) => (terms.has(term) ? 1 : 0)),
      ) >= SAME_LABEL
    known.set(text, is)
    return is
  }
}
